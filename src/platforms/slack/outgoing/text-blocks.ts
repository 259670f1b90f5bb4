// Slack's smallest pieces of text, and the rich text blocks made of them.
import type { types } from '@slack/bolt'
import { sanitize } from '../sanitize.ts'

/** Text that Slack reads no markup in. Slack refuses text without a visible character. */
export const plainText = (text: string): types.PlainTextElement => ({ type: 'plain_text', text: text.trim() === '' ? '…' : text, emoji: false })

/** A piece of rich text, sanitized. */
export function words(text: string, style?: types.RichTextText['style']): types.RichTextText {
  const shown = sanitize(text) || ' '
  return style === undefined ? { type: 'text', text: shown } : { type: 'text', text: shown, style }
}

export function section(elements: types.RichTextElement[]): types.RichTextSection {
  return { type: 'rich_text_section', elements: elements.length === 0 ? [words(' ')] : elements }
}

/** A rich text block with a single section. */
export const paragraph = (elements: types.RichTextElement[]): types.RichTextBlock => ({ type: 'rich_text', elements: [section(elements)] })

/** Lines in a fixed-width font. */
export const preformatted = (lines: readonly string[]): types.RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_preformatted', elements: [words(lines.join('\n'))] }],
})
