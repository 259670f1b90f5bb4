// Who does what side by side: one comparison table, or the choice of them.
import { refusal } from '../../screens/notice.ts'
import type { Source } from '../../core/question.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { sourcesLine } from '../../screens/sources.ts'
import { strong, type Text } from '../../screens/text.ts'
import { lookup } from './face.ts'

export type Comparison = {
  readonly title: string
  /** The first column holds the titles of the rows. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Where documents differ, or services behave in another way; `about`: the duty that it is about. */
  readonly notes: readonly { readonly about: string; readonly note: string }[]
  readonly sources: readonly Source[]
}

export type TableChoice = { readonly id: string; readonly title: string }

/** Discord allows five in a row. Where there are more tables, a list names all of them. */
const buttonsShown = 5

export function compareScreen(table: Comparison, others: readonly TableChoice[]): Screen {
  const blocks: Block[] = [
    { kind: 'table', columns: table.columns, rows: table.rows },
    ...notes(table),
    { kind: 'footnote', text: sourcesLine(table.sources) },
  ]
  if (others.length > 0) blocks.push(buttons(others))
  return { name: 'compare', title: table.title, tone: 'plain', blocks }
}

function notes({ notes: all }: Comparison): Block[] {
  if (all.length === 0) return []
  return [{ kind: 'heading', text: all.length === 1 ? 'Note' : 'Notes' }, { kind: 'list', items: all.map(({ about, note }): Text => [strong(about), `: ${note}`]) }]
}

/** @param asked what was typed and fits no table */
export function tablesScreen(choices: readonly TableChoice[], asked?: string): Screen {
  const blocks: Block[] = [
    ...(asked === undefined ? [] : ([{ kind: 'paragraph', text: [`No table matches “${asked.slice(0, 80)}”. You can compare:`] }] as const)),
    ...(choices.length > buttonsShown ? ([{ kind: 'list', items: choices.map(({ title }): Text => [title]) }] as const) : []),
    buttons(choices),
  ]
  return { name: 'compare', title: 'What do you want to compare?', tone: 'plain', blocks }
}

export function noTables(): Screen {
  return refusal('Nothing to compare', [['This course has no comparison tables.']])
}

function buttons(choices: readonly TableChoice[]): Block {
  const shown = choices.slice(0, buttonsShown)
  return { kind: 'buttons', buttons: shown.map(({ id, title }): Button => ({ label: title, control: lookup.controls.compare.text({ table: id }), primary: false })) }
}
