// A comparison table of the documents, a page at a time, or the choice of them.
import type { Source } from '../../core/question.ts'
import type { MarkdownTable } from '../../course/markdown-table.ts'
import { refusal } from '../../screens/notice.ts'
import { pageOf, turnButtons } from '../../screens/page.ts'
import { passageButtons, passagesOnScreen } from '../../screens/passage.ts'
import { pickList } from '../../screens/pick-list.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { sourcesLine } from '../../screens/sources.ts'
import { strong, type Text } from '../../screens/text.ts'
import { lookup } from './face.ts'
import { tablePages } from './table-pages.ts'
import { written } from '../../screens/written.ts'

export type Comparison = {
  /** What stands for it in a button. */
  readonly id: string
  readonly title: string
  readonly tables: readonly MarkdownTable[]
  /** Where documents differ, or services behave in another way; `about`: the duty that it is about. */
  readonly notes: readonly { readonly about: string; readonly note: string }[]
  readonly sources: readonly Source[]
}

export type TableChoice = Pick<Comparison, 'id' | 'title'>

type Part = { readonly tables: readonly MarkdownTable[] } | { readonly note: Comparison['notes'][number] }

/** Notes come after the last row, a few to a page: they are long. */
const notesShown = 2

/** @param page from 0 */
export function compareScreen({ id, title, tables, notes, sources }: Comparison, page: number): Screen {
  const notePages = Array.from({ length: Math.ceil(notes.length / notesShown) }, (_, at) => notes.slice(at * notesShown, (at + 1) * notesShown).map((note): Part => ({ note })))
  const { shown, at, pages, missing } = pageOf([...tablePages(tables).map((each): readonly Part[] => [{ tables: each }]), ...notePages], { size: 1, page })
  const turns = turnButtons({ at, pages }, (to) => lookup.controls.table.text({ table: id, page: to }))
  const blocks: Block[] = [
    ...missing,
    ...shown.flat().flatMap(blocksOf),
    { kind: 'footnote', text: [...(pages > 1 ? [`Page ${at + 1} of ${pages} · `] : []), ...sourcesLine(sources)] },
    { kind: 'buttons', buttons: [...turns, ...passageButtons(sources, passagesOnScreen), { label: 'All tables', control: lookup.controls.tables.text({ page: 0 }), primary: false }] },
  ]
  return { name: 'compare', title, tone: 'plain', blocks }
}

const blocksOf = (part: Part): readonly Block[] =>
  'tables' in part ? part.tables.map(({ columns, rows }): Block => ({ kind: 'table', columns, rows })) : [{ kind: 'paragraph', text: [strong('Note'), ` on ${part.note.about}: `, ...written(part.note.note)] }]

/** @param asked what was typed; `fits`: whether the choices are those that fit it, or all because none does */
export function tablesScreen(choices: readonly TableChoice[], page: number, asked?: { readonly words: string; readonly fits: boolean }): Screen {
  const words = asked?.words.slice(0, 80) ?? ''
  const lead: Text = asked === undefined ? [`${choices.length} tables of the documents:`] : [asked.fits ? `These tables match “${words}”:` : `No table matches “${words}”. There are these:`]
  const picks = choices.map(({ id, title }) => ({ label: title, control: lookup.controls.table.text({ table: id, page: 0 }) }))
  return {
    name: 'tables',
    title: 'What do you want to compare?',
    tone: 'plain',
    blocks: [{ kind: 'paragraph', text: lead }, ...pickList(picks, { page, control: (to) => lookup.controls.tables.text({ page: to }) })],
  }
}

export function noTables(): Screen {
  return refusal('Nothing to compare', [['This course has no comparison tables.']])
}
