// A screen as Slack's blocks. Strings go where Slack reads no markup: rich text and plain text; small print alone is mrkdwn.
import type { types } from '@slack/bolt'
import type { Block, Button, Screen, Tone } from '../../../screens/screen.ts'
import type { Text } from '../../../screens/text.ts'
import { fitBlocks, limits } from './fit-blocks.ts'
import { escapeText, mrkdwn } from './mrkdwn.ts'
import { neutral, oneLine, shorten } from '../sanitize.ts'
import { plainScreen } from './plain-screen.ts'
import { choicesBlocks } from './render-choices.ts'
import { rankingBlock, tableBlock, votesBlocks } from './render-numbers.ts'
import { richText, words } from './rich-text.ts'

export type Rendered = { readonly text: string; readonly blocks: types.KnownBlock[] }

/** A message: what notifications and screen readers say, and the blocks. */
export function render(screen: Screen): Rendered {
  return { text: notification(screen) || '…', blocks: fitBlocks(blocksOf(screen), limits.blocksInMessage) }
}

/** The inside of a modal or of the App Home. */
export function renderView(screen: Screen): types.KnownBlock[] {
  return fitBlocks(blocksOf(screen), limits.blocksInView)
}

function notification(screen: Screen): string {
  const text = escapeText(shorten(plainScreen(screen), limits.notification))
  // Only a text full of & and < is still too long here; an entity that is cut apart would show as it is.
  return text.length <= limits.updateText ? text : text.slice(0, limits.updateText - 6).replace(/&\w*$/u, '') + '…'
}

const marks: Readonly<Record<Tone, string>> = { plain: '', right: '✅ ', wrong: '❌ ', warning: '⚠️ ' }

function blocksOf(screen: Screen): types.KnownBlock[] {
  const title = oneLine(screen.title).trim()
  const draw = screen.page === true ? renderPageBlock : renderBlock
  const blocks = screen.blocks.flatMap(draw)
  return title === '' && blocks.length > 0 ? blocks : [{ type: 'header', text: plainText(marks[screen.tone] + title) }, ...blocks]
}

/** On a page of several parts headings stand out more than in a message. */
function renderPageBlock(block: Block): types.KnownBlock[] {
  if (block.kind !== 'heading') return renderBlock(block)
  return [{ type: 'divider' }, { type: 'header', text: plainText(oneLine(block.text)) }]
}

function renderBlock(block: Block): types.KnownBlock[] {
  switch (block.kind) {
    case 'paragraph':
      return [lines(richText(block.text))]
    case 'heading':
      return [lines([words(oneLine(block.text), { bold: true })])]
    case 'list':
      return block.items.length === 0 ? [] : [bullets(block.items)]
    case 'choices':
      return choicesBlocks(block)
    case 'votes':
      return votesBlocks(block)
    case 'facts':
      return block.facts.length === 0 ? [] : facts(block.facts)
    case 'ranking':
      return [rankingBlock(block)]
    case 'table':
      return [tableBlock(block)]
    case 'buttons':
      return buttons(block.buttons)
    case 'footnote':
      return [footnote(block.text)]
  }
}

/** Slack takes no text without a character that can be seen. */
export const plainText = (text: string): types.PlainTextElement => ({ type: 'plain_text', text: text.trim() === '' ? '…' : text, emoji: false })

export function lines(elements: types.RichTextElement[]): types.RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: elements.length === 0 ? [words(' ')] : elements }] }
}

function bullets(items: readonly Text[]): types.RichTextBlock {
  const elements = items.map((item): types.RichTextSection => ({ type: 'rich_text_section', elements: richText(item) }))
    .map((section) => (section.elements.length === 0 ? { ...section, elements: [words(' ')] } : section))
  return { type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements }] }
}

/** Values that take a line or more of their own go under their label. */
const shortValue = 60

type Fact = { readonly label: string; readonly value: Text }

function facts(all: readonly Fact[]): types.RichTextBlock[] {
  if (all.some(({ value }) => roughLength(value) > shortValue)) return all.map(({ label, value }) => lines([words(oneLine(label), { bold: true }), words('\n'), ...richText(value)]))
  const rows = all.map(({ label, value }) => [words(`${oneLine(label)}:`, { bold: true }), words('  '), ...richText(value)])
  return [lines(rows.flatMap((row, index) => (index === 0 ? row : [words('\n'), ...row])))]
}

const roughLength = (text: Text) => text.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 12), 0)

function buttons(all: readonly Button[]): types.KnownBlock[] {
  const elements = all.map(({ label, control, primary }): types.Button => ({
    type: 'button',
    text: plainText(shorten(oneLine(label), limits.buttonText)),
    action_id: control,
    ...(primary ? { style: 'primary' as const } : {}),
  }))
  return elements.length === 0 ? [] : [{ type: 'actions', elements }]
}

function footnote(text: Text): types.ContextBlock {
  const simple = text.every((part) => typeof part === 'string')
  return { type: 'context', elements: [simple ? plainText(neutral(text.join(''))) : { type: 'mrkdwn', text: mrkdwn(text), verbatim: true }] }
}
