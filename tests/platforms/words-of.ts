// The words that a screen wants seen, block by block: what no renderer may lose.
import { withCurlyQuotes } from '../../src/screens/curly-quotes.ts'
import type { Metric } from '../../src/core/board-order.ts'
import type { Block, RankingRow, Screen } from '../../src/screens/screen.ts'
import type { Inline, Text } from '../../src/screens/text.ts'

export type Moment = Extract<Inline, { kind: 'moment' }>

/** @param moment how the platform says a moment */
export function wordsOf(given: Screen, moment: (moment: Moment) => string): readonly string[] {
  const screen = withCurlyQuotes(given)
  return [screen.title, ...screen.blocks.flatMap((block) => blockTexts(block, moment))].flatMap(split)
}

export function wordsOfBlock(block: Block, moment: (moment: Moment) => string): readonly string[] {
  return blockTexts(block, moment).flatMap(split)
}

/** Without the dots between things, which a line break may stand for. */
const split = (text: string) => text.split(/\s+/u).filter((word) => word !== '' && word !== '·')

function blockTexts(block: Block, moment: (moment: Moment) => string): readonly string[] {
  const text = (parts: Text) => parts.map((part) => inline(part, moment)).join(' ')
  switch (block.kind) {
    case 'paragraph':
    case 'footnote':
      return [text(block.text)]
    case 'heading':
      return [block.text]
    case 'list':
      return block.items.map(text)
    case 'choices':
      return block.options.flatMap((option) => [option.letter, text(option.text)])
    case 'votes':
      return [block.answered === 0 ? 'Nobody' : String(block.answered), ...block.options.flatMap((option) => [option.letter, text(option.text), String(option.votes)])]
    case 'facts':
      return block.facts.flatMap(({ label, value }) => [label, text(value)])
    case 'ranking':
      return [...block.rows, ...(block.own === null ? [] : [block.own])].flatMap((each) => row(each, block.by ?? 'points'))
    case 'table':
      return [...block.columns, ...block.rows.flat()]
    case 'buttons':
      return block.buttons.map(({ label }) => label)
    case 'picture':
      // May be missing: the text above it says the same.
      return []
    case 'image':
      return [block.alt]
    case 'file':
      return [block.name]
  }
}

/** A streak of none need not be shown. */
function row({ rank, person, points, accuracy, streak, answered, days }: RankingRow, by: Metric): readonly string[] {
  const figures = { points: [points, accuracy, ...(streak === 0 ? [] : [streak])], accuracy: [accuracy, answered], days: [days, points] }
  return [String(rank), person.name, ...figures[by].map(String)]
}

function inline(part: Inline, moment: (moment: Moment) => string): string {
  if (typeof part === 'string') return part
  switch (part.kind) {
    case 'strong':
    case 'code':
    case 'code-block':
      return part.text
    case 'command':
      // A platform may name the values in its own way: `feedback=at-close` is `feedback:at-close` elsewhere.
      return part.line.replaceAll('=', ' ')
    case 'link':
      // Marks in an address may be written in percent.
      return `${part.text} ${URL.canParse(part.url) ? new URL(part.url).hostname : part.url}`
    case 'person':
      return part.name
    case 'mention':
    case 'place':
      // Shown by its id: the words are the platform's own.
      return ''
    case 'moment':
      return moment(part)
  }
}
