// A list to choose from, a page at a time: names as buttons, and what it takes to turn the page.
import type { Block, Button } from './screen.ts'

export type Pick = { readonly label: string; readonly control: string }

type Page = {
  /** From 0; one that is not there is taken for the last. */
  readonly page: number
  readonly control: (page: number) => string
}

/** Two rows of four fit under a question's worth of text, on a phone as well. */
export const picksShown = 8

const perRow = 4
/** A longer label is cut on a phone anyway. */
const longestLabel = 40

export function pickList(picks: readonly Pick[], { page, control }: Page): readonly Block[] {
  const pages = Math.max(1, Math.ceil(picks.length / picksShown))
  const at = Math.min(page, pages - 1)
  const turn = (label: string, to: number): Button => ({ label, control: control(to), primary: false })
  const turns = [...(at > 0 ? [turn('Back', at - 1)] : []), ...(at < pages - 1 ? [turn('More', at + 1)] : [])]
  return [
    ...buttonRows(picks.slice(at * picksShown, (at + 1) * picksShown)),
    ...(turns.length === 0 ? [] : ([{ kind: 'buttons', buttons: turns }] as const)),
    ...(pages === 1 ? [] : ([{ kind: 'footnote', text: [`Page ${at + 1} of ${pages}`] }] as const)),
  ]
}

/** Buttons in rows of four, with labels that a phone shows whole. */
export function buttonRows(picks: readonly Pick[]): readonly Block[] {
  const buttons = picks.map(({ label, control }): Button => ({ label: shortLabel(label), control, primary: false }))
  return Array.from({ length: Math.ceil(buttons.length / perRow) }, (_, row) => ({ kind: 'buttons', buttons: buttons.slice(row * perRow, (row + 1) * perRow) }))
}

export const shortLabel = (label: string) => (label.length <= longestLabel ? label : `${label.slice(0, longestLabel - 1).trimEnd()}…`)
