// The lengths and counts that Slack refuses: written from its documentation, apart from the adapter's own table.
import { raw, list, type Raw } from './raw.ts'

export type SurfaceKind = 'message' | 'modal' | 'home'

type Problems = string[]

/** https://docs.slack.dev/reference/block-kit/blocks */
export function limitProblems(blocks: readonly unknown[], surface: SurfaceKind): Problems {
  const problems: Problems = []
  const most = surface === 'message' ? 50 : 100
  if (blocks.length > most) problems.push(`${blocks.length} blocks, at most ${most}`)
  const ids = blocks.map((block) => raw(block)['block_id']).filter((id) => id !== undefined)
  if (new Set(ids).size !== ids.length) problems.push('a block_id stands twice')
  for (const [index, block] of blocks.entries()) blockProblems(raw(block), (problem) => problems.push(`block ${index} (${String(raw(block)['type'])}): ${problem}`))
  // https://docs.slack.dev/reference/block-kit/blocks/table-block: in messages alone, one in each
  const tables = blocks.filter((block) => raw(block)['type'] === 'table').length
  if (tables > (surface === 'message' ? 1 : 0)) problems.push(`${tables} tables in a ${surface}`)
  const total = textsIn(blocks).reduce((sum, text) => sum + text.length, 0)
  if (surface === 'message' && total > 13_200) problems.push(`msg_blocks_too_long: ${total} characters in all blocks`)
  return problems
}

type Report = (problem: string) => void

function blockProblems(block: Raw, report: Report): void {
  within(block['block_id'], 255, 'block_id', report)
  switch (block['type']) {
    case 'header':
      return textObject(block['text'], 150, report)
    case 'section':
      if (block['text'] === undefined && block['fields'] === undefined) report('neither text nor fields')
      if (block['text'] !== undefined) textObject(block['text'], 3000, report)
      if (list(block['fields']).length > 10) report('more than 10 fields')
      for (const field of list(block['fields'])) textObject(field, 2000, report)
      return
    case 'context':
      count(block['elements'], 10, 'elements', report)
      for (const element of list(block['elements'])) if (raw(element)['type'] !== 'image') textObject(element, 3000, report)
      return
    case 'actions':
      count(block['elements'], 25, 'elements', report)
      distinct(list(block['elements']).map((element) => raw(element)['action_id']), 'action_id', report)
      for (const element of list(block['elements'])) elementProblems(raw(element), report)
      return
    case 'input':
      textObject(block['label'], 2000, report)
      if (block['hint'] !== undefined) textObject(block['hint'], 2000, report)
      return elementProblems(raw(block['element']), report)
    case 'image':
      within(block['alt_text'], 2000, 'alt_text', report)
      if ((block['image_url'] === undefined) === (block['slack_file'] === undefined)) report('either image_url or slack_file')
      return
    case 'table':
      return tableProblems(block, report)
    case 'rich_text':
      if (list(block['elements']).length === 0) report('rich text without elements')
      return richProblems(block['elements'], report)
    default:
  }
}

function tableProblems(block: Raw, report: Report): void {
  const rows = list(block['rows']).map(list)
  if (rows.length < 1 || rows.length > 100) report(`${rows.length} rows, where 1 to 100 are allowed`)
  if (rows.some(({ length }) => length < 1 || length > 20)) report('a row without 1 to 20 cells')
  if (list(block['column_settings']).length > 20) report('more than 20 column_settings')
  if (textsIn(rows).join('').length > 10_000) report('more than 10,000 characters in a table')
  for (const cell of rows.flat()) {
    if (raw(cell)['type'] !== 'rich_text') report(`a cell of type ${String(raw(cell)['type'])}`)
    else blockProblems(raw(cell), report)
  }
}

function elementProblems(element: Raw, report: Report): void {
  within(element['action_id'], 255, 'action_id', report)
  if (element['placeholder'] !== undefined) textObject(element['placeholder'], 150, report)
  switch (element['type']) {
    case 'button':
      textObject(element['text'], 75, report)
      within(element['value'], 2000, 'value', report)
      within(element['accessibility_label'], 75, 'accessibility_label', report)
      if (element['style'] !== undefined && element['style'] !== 'primary' && element['style'] !== 'danger') report(`style ${String(element['style'])}`)
      return
    case 'checkboxes':
    case 'radio_buttons':
      return optionProblems(element, 10, report)
    case 'static_select':
    case 'multi_static_select':
      return optionProblems(element, 100, report)
    case 'external_select':
    case 'multi_external_select':
      for (const option of [element['initial_option'], ...list(element['initial_options'])]) if (option !== undefined) oneOption(raw(option), report)
      return
    case 'plain_text_input':
      if (Number(element['max_length'] ?? 0) > 3000) report('max_length over 3000')
      if (String(element['initial_value'] ?? '').length > Number(element['max_length'] ?? 3000)) report('initial_value longer than max_length')
      return
    default:
  }
}

function optionProblems(element: Raw, most: number, report: Report): void {
  const options = list(element['options'])
  count(options, most, 'options', report)
  for (const option of options) oneOption(raw(option), report)
  distinct(options.map((option) => raw(option)['value']), 'value of an option', report)
  const initial = element['initial_options'] === undefined ? [element['initial_option']] : list(element['initial_options'])
  if (element['initial_options'] !== undefined && initial.length === 0) report('initial_options is empty')
  const offered = new Set(options.map((option) => JSON.stringify(option)))
  for (const option of initial) if (option !== undefined && !offered.has(JSON.stringify(option))) report('an initial option is not among the options')
}

export function oneOption(option: Raw, report: Report): void {
  textObject(option['text'], 75, report)
  within(option['value'], 150, 'value', report)
  if (option['description'] !== undefined) textObject(option['description'], 75, report)
}

function richProblems(elements: unknown, report: Report): void {
  for (const element of list(elements).map(raw)) {
    if (element['elements'] !== undefined) {
      if (list(element['elements']).length === 0) report(`${String(element['type'])} without elements`)
      richProblems(element['elements'], report)
    }
    if (element['type'] === 'text') {
      if (element['text'] === '') report('a text element without text')
      if (Object.keys(raw(element['style'])).length === 0 && element['style'] !== undefined) report('an empty style')
    }
    if (element['type'] === 'user' && !/^[UW][A-Z0-9]+$/u.test(String(element['user_id']))) report(`user ${String(element['user_id'])}`)
  }
}

function textObject(value: unknown, most: number, report: Report): void {
  const { text } = raw(value)
  if (typeof text !== 'string' || text === '') return report('a text without characters')
  if (text.length > most) report(`${text.length} characters where ${most} are allowed: ${text.slice(0, 40)}…`)
}

function within(value: unknown, most: number, name: string, report: Report): void {
  if (value === undefined) return
  if (typeof value !== 'string' || value === '' || value.length > most) report(`${name} must have 1 to ${most} characters`)
}

function count(value: unknown, most: number, name: string, report: Report): void {
  const { length } = list(value)
  if (length < 1 || length > most) report(`${length} ${name}, where 1 to ${most} are allowed`)
}

function distinct(values: readonly unknown[], name: string, report: Report): void {
  if (new Set(values).size !== values.length) report(`${name} stands twice in one block`)
}

/** Every string that is shown, wherever it stands. */
export function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  const fields = raw(value)
  return Object.entries(fields).flatMap(([key, inner]) => {
    if (key === 'text' && typeof inner === 'string') return [inner]
    return typeof inner === 'object' ? textsIn(inner) : []
  })
}
