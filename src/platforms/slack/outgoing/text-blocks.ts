// Slack's smallest pieces of text, and the rich text blocks made of them.
import type { types } from '@slack/bolt'
import { isolated } from '../../../screens/isolate.ts'
import { oneLine, sanitize } from '../sanitize.ts'

/** Text that Slack reads no markup in. Slack refuses text without a visible character. */
export const plainText = (text: string): types.PlainTextElement => ({ type: 'plain_text', text: text.trim() === '' ? '…' : text, emoji: false })

type Style = types.RichTextText['style']

/** A piece of rich text, sanitized. */
export const words = (text: string, style?: Style): types.RichTextText => piece(sanitize(text) || ' ', style)

/** Someone's name, which may be written from right to left. */
export const nameWords = (name: string, style?: Style): types.RichTextText => piece(isolated(oneLine(name)) || 'a member', style)

const piece = (text: string, style: Style): types.RichTextText => (style === undefined ? { type: 'text', text } : { type: 'text', text, style })

export function section(elements: types.RichTextElement[]): types.RichTextSection {
  return { type: 'rich_text_section', elements: elements.length === 0 ? [words(' ')] : elements }
}

/** A rich text block with a single section. */
export const paragraph = (elements: types.RichTextElement[]): types.RichTextBlock => ({ type: 'rich_text', elements: [section(elements)] })
