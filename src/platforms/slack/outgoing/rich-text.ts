// Text as Slack's rich text. Strings are passed as they are, so nothing in them can be markup, a mention or an emoji.
import type { types } from '@slack/bolt'
import { hereMention, type MentionId } from '../../../core/quiz.ts'
import type { Instant } from '../../../core/time.ts'
import { partsOf, plainMoment, type Inline, type Text } from '../../../screens/text.ts'
import { channelOf, userGroupOf, userOf } from '../ids.ts'
import { sanitize } from '../sanitize.ts'
import { nameWords, section, words } from './text-blocks.ts'

type Moment = Extract<Inline, { kind: 'moment' }>

/** What people type before a command on Slack. */
export const commandPrefix = '/study '

/** https://docs.slack.dev/messaging/formatting-message-text/#date-formatting */
export const dateFormats: Readonly<Record<Moment['show'], string>> = {
  time: '{time}',
  date: '{date_short_pretty}',
  both: '{date_short_pretty}, {time}',
}

/** Slack's unit of time. */
export const seconds = (at: Instant): number => Math.floor(at / 1000)

/** As elements of one section, where a block of code is a span. For blocks that stand apart: {@link sections}. */
export function richText(text: Text): types.RichTextElement[] {
  const elements: types.RichTextElement[] = []
  for (const part of text) {
    // Slack refuses a text element without text.
    if (part !== '') elements.push(typeof part === 'string' ? words(part) : inline(part))
  }
  return elements
}

type Section = types.RichTextSection | types.RichTextPreformatted

/** A section for the words, and each block of code in the frame that Slack has for it. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export function sections(text: Text): Section[] {
  const all = partsOf(text).map((part): Section => ('kind' in part ? { type: 'rich_text_preformatted', elements: [words(part.text)] } : section(richText(part))))
  return all.length === 0 ? [section([])] : all
}

/** A rich text block, with its blocks of code apart. */
export const richParagraph = (text: Text): types.RichTextBlock => ({ type: 'rich_text', elements: sections(text) })

const boldStyle = { bold: true } as const
const codeStyle = { code: true } as const

function inline(part: Exclude<Inline, string>): types.RichTextElement {
  switch (part.kind) {
    case 'strong':
      return words(part.text, boldStyle)
    case 'code':
    case 'code-block':
      return words(part.text, codeStyle)
    case 'command':
      return words(commandPrefix + part.line, codeStyle)
    case 'link':
      return /^https?:\/\//u.test(part.url)
        ? { type: 'link', url: part.url, text: sanitize(part.text) || part.url }
        : words(`${part.text} (${part.url})`)
    case 'person': {
      const user = userOf(part.id)
      return user === undefined ? nameWords(part.name) : { type: 'user', user_id: user }
    }
    case 'place': {
      const channel = channelOf(part.id)
      return channel === undefined ? words('a channel') : { type: 'channel', channel_id: channel }
    }
    case 'mention':
      return mentionElement(part.id)
    case 'moment':
      return { type: 'date', timestamp: seconds(part.at), format: dateFormats[part.show], fallback: plainMoment(part.at, part.zone, part.show) }
  }
}

function mentionElement(id: MentionId): types.RichTextElement {
  if (id === hereMention) return { type: 'broadcast', range: 'here' }
  const group = userGroupOf(id)
  return group === undefined ? words('a group') : { type: 'usergroup', usergroup_id: group }
}
