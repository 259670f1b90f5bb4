// Draws a screen as Slack's blocks. Strings go where Slack reads no markup, into rich text and plain text; only small print is mrkdwn.
import type { types } from '@slack/bolt'
import { withCurlyQuotes } from '../../../screens/curly-quotes.ts'
import { imageInWords } from '../../../screens/pictures/blocks.ts'
import { buttonLabel, toneMarks, type Block, type Button, type Screen } from '../../../screens/screen.ts'
import { isNumbered } from '../../../screens/numbered-list.ts'
import { partsOf, strong, type Text } from '../../../screens/text.ts'
import { oneLine, sanitize } from '../sanitize.ts'
import type { SlackBlock } from './blocks.ts'
import { fitBlocks } from './fit-blocks.ts'
import { limits } from './limits.ts'
import { mrkdwn } from './mrkdwn.ts'
import { plainScreen, whereFileIs } from './plain-screen.ts'
import { choicesBlocks } from './render-choices.ts'
import { rankingBlocks, votesBlocks } from './render-numbers.ts'
import { fitsTableBlock, tableBlock, tableRecords } from './render-table.ts'
import { richParagraph, richText, sections } from './rich-text.ts'
import { shorten } from './shorten.ts'
import { paragraph, plainText, words } from './text-blocks.ts'

export type Rendered = { readonly text: string; readonly blocks: SlackBlock[] }

/** `own`: one table of a message as Slack's own. A view, and a Slack that does not know this block, gets all of them as `records`. */
type Tables = 'own' | 'records'

/** A message: what notifications and screen readers say, and the blocks. */
export function render(given: Screen, tables: Tables = 'own'): Rendered {
  const screen = withCurlyQuotes(given)
  return { text: notification(screen) || '…', blocks: fitBlocks(blocksOf(screen, tables), limits.blocksInMessage) }
}

/** The inside of a modal or of the App Home. */
export function renderView(screen: Screen): SlackBlock[] {
  return fitBlocks(blocksOf(withCurlyQuotes(screen), 'records'), limits.blocksInView)
}

/** Whether {@link render} draws a table that not every Slack may take. */
export const hasOwnTable = (screen: Screen): boolean => ownTable(screen) !== undefined

function ownTable(screen: Screen): Block | undefined {
  return screen.blocks.find((block) => block.kind === 'table' && fitsTableBlock(block))
}

/** Never cut inside a mention or an entity, which would show as it is written. */
function notification(screen: Screen): string {
  const text = plainScreen(screen)
  if (text.length <= limits.notification) return text
  return shorten(shorten(text, limits.notification).slice(0, -1).replace(/&\w*$|<[^<>]*$/u, ''), limits.notification - 1) + '…'
}

function blocksOf(screen: Screen, tables: Tables): SlackBlock[] {
  const title = oneLine(screen.title).trim()
  const draw = screen.page === true ? renderPageBlock : renderBlock
  const above = (screen.above ?? []).flatMap(renderBlock)
  const own = tables === 'own' ? ownTable(screen) : undefined
  const blocks = screen.blocks.flatMap((block) => (block.kind === 'table' && block === own ? [tableBlock(block)] : draw(block)))
  return title === '' && blocks.length > 0 ? [...above, ...blocks] : [...above, { type: 'header', text: plainText(toneMarks[screen.tone] + title) }, ...blocks]
}

/** On a page of several parts, each part begins with a paragraph that names its channel. */
function renderPageBlock(block: Block): SlackBlock[] {
  const [first] = block.kind === 'paragraph' ? block.text : []
  const beginsPart = typeof first === 'object' && first.kind === 'place'
  return beginsPart ? [{ type: 'divider' }, ...renderBlock(block)] : renderBlock(block)
}

function renderBlock(block: Block): SlackBlock[] {
  switch (block.kind) {
    case 'paragraph':
      return [richParagraph(block.text)]
    case 'heading':
      return [paragraph([words(oneLine(block.text), { bold: true })])]
    case 'list':
      return block.items.length === 0 ? [] : [bullets(block.items)]
    case 'choices':
      return choicesBlocks(block)
    case 'votes':
      return votesBlocks(block)
    case 'facts':
      return block.facts.length === 0 ? [] : facts(block.facts)
    case 'ranking':
      return rankingBlocks(block)
    case 'table':
      return [tableRecords(block)]
    case 'buttons':
      return buttons(block.buttons)
    case 'footnote':
      return [footnote(block.text)]
    case 'picture':
      // Comes after the message, as a file: see pictures.ts.
      return []
    case 'image':
      return block.sent === undefined ? [richParagraph(imageInWords(block))] : [{ type: 'image', slack_file: { id: block.sent }, alt_text: shorten(oneLine(block.alt), limits.altText) }]
    case 'file':
      return [richParagraph(whereFileIs(block))]
  }
}

function bullets(items: readonly Text[]): types.RichTextBlock {
  if (isNumbered(items)) return richParagraph(items.flatMap((item, index) => [...(index === 0 ? [] : ['\n']), ...item]))
  const elements: types.RichTextBlock['elements'] = []
  for (const [first, ...more] of items.map(sections)) {
    const list = elements.at(-1)
    const isBullet = first?.type === 'rich_text_section'
    if (isBullet && list?.type === 'rich_text_list') list.elements.push(first)
    else if (isBullet) elements.push({ type: 'rich_text_list', style: 'bullet', elements: [first] })
    // A list of Slack's holds no block of code, so it ends in front of one.
    elements.push(...(isBullet || first === undefined ? more : [first, ...more]))
  }
  return { type: 'rich_text', elements }
}

/** In UTF-16 units. If any value is longer, each value goes on a line under its label. */
const shortValue = 60

type Fact = { readonly label: string; readonly value: Text }

function facts(all: readonly Fact[]): types.RichTextBlock[] {
  if (all.some(({ value }) => roughLength(value) > shortValue || partsOf(value).length > 1)) {
    return all.map(({ label, value }) => richParagraph([strong(oneLine(label)), '\n', ...value]))
  }
  const rows = all.map(({ label, value }) => [words(`${oneLine(label)}:`, { bold: true }), words('  '), ...richText(value)])
  return [paragraph(rows.flatMap((row, index) => (index === 0 ? row : [words('\n'), ...row])))]
}

const roughLength = (text: Text) => text.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 12), 0)

function buttons(all: readonly Button[]): SlackBlock[] {
  const elements = all.map((button): types.Button => ({
    type: 'button',
    text: plainText(shorten(oneLine(buttonLabel(button)), limits.buttonText)),
    action_id: button.control,
    // Slack has no button that cannot be pressed: an unavailable one looks like the others, and shows the same screen again.
    ...(button.primary || button.state === 'current' ? { style: 'primary' as const } : {}),
  }))
  return elements.length === 0 ? [] : [{ type: 'actions', elements }]
}

function footnote(text: Text): types.ContextBlock {
  const simple = text.every((part) => typeof part === 'string')
  return { type: 'context', elements: [simple ? plainText(sanitize(text.join(''))) : { type: 'mrkdwn', text: mrkdwn(text), verbatim: true }] }
}
