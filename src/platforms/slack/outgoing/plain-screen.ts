// A screen as text without blocks, for notifications and screen readers: escaped, with people, channels and groups as Slack names them.
import type { Block, RankingRow, Screen } from '../../../screens/screen.ts'
import { plain, type Inline, type Text } from '../../../screens/text.ts'
import { channelOf, userOf } from '../ids.ts'
import { escapeText, mentionMarkup } from './mrkdwn.ts'

/** Begins with what is new: a screen with a lead says its title only after that. */
export function plainScreen({ title, lead, blocks, above = [] }: Screen): string {
  const begin = lead === undefined ? [title] : [lead, title]
  const rest = [...blocks, ...above].filter((block) => block.kind !== 'paragraph' || plain(block.text) !== lead)
  return [...begin.map(escapeText), ...rest.map(plainBlock)].filter((text) => text !== '').join('\n')
}

const words = (text: Text): string => text.map(inline).join('')

function inline(part: Inline): string {
  if (typeof part !== 'string') {
    if (part.kind === 'mention') return mentionMarkup(part.id)
    const user = part.kind === 'person' ? userOf(part.id) : undefined
    if (user !== undefined) return `<@${user}>`
    const channel = part.kind === 'place' ? channelOf(part.id) : undefined
    if (channel !== undefined) return `<#${channel}>`
  }
  return escapeText(plain([part]))
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'footnote':
      return words(block.text)
    case 'heading':
      return escapeText(block.text)
    case 'list':
      return block.items.map((item) => `• ${words(item)}`).join('\n')
    case 'choices':
      return block.options.map(({ letter, text }) => escapeText(`${letter}: ${text}`)).join('\n')
    case 'votes':
      return block.options.map(({ letter, text, votes, right }) => escapeText(`${right ? 'Right: ' : ''}${letter}: ${text} (${votes} of ${block.answered})`)).join('\n')
    case 'facts':
      return block.facts.map(({ label, value }) => `${escapeText(label)}: ${words(value)}`).join('\n')
    case 'ranking':
      return [...block.rows, ...(block.own === null ? [] : [block.own])].map(rankingLine).join('\n')
    case 'table':
      return block.rows.map((row) => escapeText(record(block.columns, row))).join('\n')
    case 'buttons':
      return ''
  }
}

function rankingLine({ rank, person, points, you }: RankingRow): string {
  const user = userOf(person.id)
  const name = user === undefined ? escapeText(person.name) : `<@${user}>`
  return `${rank}. ${name}${you ? ' (you)' : ''}: ${points} ${points === 1 ? 'point' : 'points'}`
}

/** `Managed runtime. Who: AWS` */
function record(columns: readonly string[], [first = '', ...cells]: readonly string[]): string {
  const named = cells.map((cell, at) => `${columns[at + 1] ?? ''}: ${cell}`)
  return [first, named.join(', ')].filter((part) => part !== '').join('. ')
}
