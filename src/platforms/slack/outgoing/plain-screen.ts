// A screen as plain text, for notifications and screen readers, which do not get the blocks.
import { isolated } from '../../../screens/isolate.ts'
import { imageInWords } from '../../../screens/pictures/blocks.ts'
import { isNumbered } from '../../../screens/numbered-list.ts'
import { columnsOf, namesakes } from '../../../screens/ranking.ts'
import type { Block, FileBlock, Ranking, RankingRow, Screen } from '../../../screens/screen.ts'
import { recordsOf, unusedColumns, type Cell } from '../../../screens/table.ts'
import { partsOf, plain, strong, type Inline, type Text } from '../../../screens/text.ts'
import { channelOf, userOf } from '../ids.ts'
import { escapeText, mentionMarkup } from './mrkdwn.ts'

/** Escaped, with people, channels and groups as mentions, which Slack shows by name. Begins with what is new: a lead comes before the title. */
export function plainScreen({ title, lead, blocks, above = [] }: Screen): string {
  const begin = lead === undefined ? [title] : [plain(lead), title]
  const rest = [...blocks, ...above].filter((block) => block.kind !== 'paragraph' || lead === undefined || plain(block.text) !== plain(lead))
  return [...begin.map(escapeText), ...rest.map(plainBlock)].filter((line) => line !== '').join('\n')
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'footnote':
      return plainWords(block.text)
    case 'heading':
      return escapeText(block.text)
    case 'list':
      return block.items.map((item) => `${isNumbered(block.items) ? '' : '• '}${plainWords(item)}`).join('\n')
    case 'choices':
      return lines(block.options.map(({ letter, text }) => `${letter}: ${plain(text)}`))
    case 'votes':
      return lines(block.options.map(({ letter, text, votes, right }) => `${right ? 'Right: ' : ''}${letter}: ${plain(text)} (${votes} of ${block.answered})`))
    case 'facts':
      return block.facts.map(({ label, value }) => `${escapeText(label)}: ${plainWords(value)}`).join('\n')
    case 'ranking':
      return rankingLines([...block.rows, ...(block.own === null ? [] : [block.own])], block.by)
    case 'table':
      return lines([...recordsOf(block).map(({ title, cells }) => [title, ...cells].map(labeled).join('; ')), unusedColumns(block).join('; ')])
    case 'buttons':
    // It says the same as the text above it, and has its own alternative text.
    case 'picture':
      return ''
    case 'image':
      return plainWords(imageInWords(block))
    case 'file':
      return plainWords(whereFileIs(block))
  }
}

/** It comes after the message: see files.ts. */
export const whereFileIs = ({ name }: FileBlock): Text => ['📎 ', strong(name), ' comes in your direct messages with me.']

const lines = (all: readonly string[]) => all.filter((line) => line !== '').map(escapeText).join('\n')

const labeled = ({ column, value }: Cell) => (column === '' ? value : `${column}: ${value}`)

function rankingLines(rows: readonly RankingRow[], by: Ranking['by']): string {
  const numbers = namesakes(rows)
  const line = (row: RankingRow) => {
    const { rank, person, streak, you } = row
    const number = userOf(person.id) === undefined ? numbers.get(person.id) : undefined
    const name = `${personWords(person)}${number === undefined ? '' : ` (${number})`}${you ? ' (you)' : ''}`
    const figures = columnsOf(by).filter(({ title }) => title !== 'Streak' || streak > 0)
    return `${rank}. ${name}: ${figures.map(({ words }) => words(row)).join(', ')}`
  }
  return rows.map(line).join('\n')
}

const plainWords = (text: Text) => partsOf(text).map((part) => ('kind' in part ? plainPart(part) : part.map(plainPart).join(''))).join('\n')

function plainPart(part: Inline): string {
  if (typeof part === 'string') return escapeText(part)
  switch (part.kind) {
    case 'person':
      return personWords(part)
    case 'place': {
      const channel = channelOf(part.id)
      return channel === undefined ? 'a channel' : `<#${channel}>`
    }
    case 'mention':
      return mentionMarkup(part.id)
    case 'strong':
    case 'code':
    case 'code-block':
    case 'command':
    case 'link':
    case 'moment':
      return escapeText(plain([part]))
  }
}

function personWords({ id, name }: RankingRow['person']): string {
  const user = userOf(id)
  return user === undefined ? isolated(escapeText(name)) || 'a member' : `<@${user}>`
}
