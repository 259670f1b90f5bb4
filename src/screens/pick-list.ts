// A list to choose from, a page at a time: names as buttons, and what it takes to turn the page.
import { pageOf, turnButtons } from './page.ts'
import type { Block, Button } from './screen.ts'
import { shortLabels } from './short-labels.ts'

export type Pick = { readonly label: string; readonly control: string }

type Page = {
  /** From 0. */
  readonly page: number
  readonly control: (page: number) => string
}

/** Two rows of four fit under a question's worth of text, on a phone as well. */
export const picksShown = 8

const perRow = 4

export function pickList(picks: readonly Pick[], { page, control }: Page): readonly Block[] {
  const { shown, at, pages, missing } = pageOf(picks, { size: picksShown, page })
  const turns = turnButtons({ at, pages }, control)
  return [
    ...missing,
    ...buttonRows(shown),
    ...(turns.length === 0 ? [] : ([{ kind: 'buttons', buttons: turns }] as const)),
    ...(pages === 1 ? [] : ([{ kind: 'footnote', text: [`Page ${at + 1} of ${pages}`] }] as const)),
  ]
}

/** Buttons in rows, with labels that a phone shows whole. @param inRow Discord takes at most five */
export function buttonRows(picks: readonly Pick[], inRow = perRow): readonly Block[] {
  const labels = shortLabels(picks.map(({ label }) => label))
  const buttons = picks.map(({ control }, at): Button => ({ label: labels[at] ?? '', control, primary: false }))
  return Array.from({ length: Math.ceil(buttons.length / inRow) }, (_, row) => ({ kind: 'buttons', buttons: buttons.slice(row * inRow, (row + 1) * inRow) }))
}
