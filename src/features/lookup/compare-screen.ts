// Who does what side by side: one comparison table, or the choice of them.
import { refusal } from '../../screens/notice.ts'
import type { Source } from '../../core/question.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { sourcesLine } from '../../screens/sources.ts'
import type { Text } from '../../screens/text.ts'
import { lookup } from './face.ts'

export type Comparison = {
  readonly title: string
  /** The first is that of the rows' own titles. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly sources: readonly Source[]
}

export type TableChoice = { readonly id: string; readonly title: string }

/** Discord allows five in a row. Where there are more tables, a list names all of them. */
const buttonsShown = 5

export function compareScreen(table: Comparison, others: readonly TableChoice[]): Screen {
  const blocks: Block[] = [
    { kind: 'table', columns: table.columns, rows: table.rows },
    { kind: 'footnote', text: sourcesLine(table.sources) },
  ]
  if (others.length > 0) blocks.push(buttons(others))
  return { name: 'compare', title: table.title, tone: 'plain', blocks }
}

/** @param asked what was typed and fits no table */
export function tablesScreen(choices: readonly TableChoice[], asked?: string): Screen {
  const blocks: Block[] = [
    ...(asked === undefined ? [] : ([{ kind: 'paragraph', text: [`No table is about “${asked.slice(0, 80)}”. There are these:`] }] as const)),
    ...(choices.length > buttonsShown ? ([{ kind: 'list', items: choices.map(({ title }): Text => [title]) }] as const) : []),
    buttons(choices),
  ]
  return { name: 'compare', title: 'What to compare', tone: 'plain', blocks }
}

export function noTables(): Screen {
  return refusal('Nothing to compare', [['This course has no comparison tables.']])
}

function buttons(choices: readonly TableChoice[]): Block {
  const shown = choices.slice(0, buttonsShown)
  return { kind: 'buttons', buttons: shown.map(({ id, title }): Button => ({ label: title, control: lookup.controls.compare.text({ table: id }), primary: false })) }
}
