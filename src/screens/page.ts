// One page of a longer list: which items it shows, the buttons that turn it, and a word if somebody asked for a page that doesn't exist.
import { noSuchPage } from './no-such-page.ts'
import type { Block, Button } from './screen.ts'

export type Page<Item> = {
  readonly shown: readonly Item[]
  /** The page that is shown, from 0. */
  readonly at: number
  readonly pages: number
  /** Position of its first item in the whole list. */
  readonly first: number
  /** Goes on top of the page; empty if the page exists. */
  readonly missing: readonly Block[]
}

type Asked = {
  readonly size: number
  /** From 0. Past either end, the nearest page is shown. */
  readonly page: number
  /** What has the pages, for the sentence about a missing one. */
  readonly what?: string
}

export function pageOf<Item>(items: readonly Item[], { size, page, what = 'list' }: Asked): Page<Item> {
  const pages = Math.max(1, Math.ceil(items.length / size))
  const at = Math.min(Math.max(0, page), pages - 1)
  const missing: readonly Block[] = at === page ? [] : [{ kind: 'paragraph', text: [noSuchPage(page, at, pages, what)] }]
  return { shown: items.slice(at * size, (at + 1) * size), at, pages, first: at * size, missing }
}

type Labels = { readonly back: string; readonly more: string }

/** Empty on the only page. @param control of a page, from 0 */
export function turnButtons({ at, pages }: Pick<Page<unknown>, 'at' | 'pages'>, control: (page: number) => string, { back, more }: Labels = { back: 'Back', more: 'More' }): readonly Button[] {
  const turn = (label: string, to: number): Button => ({ label, control: control(to), primary: false })
  return [...(at > 0 ? [turn(back, at - 1)] : []), ...(at < pages - 1 ? [turn(more, at + 1)] : [])]
}
