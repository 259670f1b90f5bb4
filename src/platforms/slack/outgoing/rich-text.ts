// Text as Slack's rich text: every string is carried as it is, so nothing in it can be markup, a mention or an emoji.
import type { types } from '@slack/bolt'
import { plainMoment, type Inline, type Text } from '../../../screens/text.ts'
import { channelOf, userOf } from '../ids.ts'
import { neutral } from '../sanitize.ts'

type Moment = Extract<Inline, { kind: 'moment' }>

/** What people type in front of a command line here. */
export const commandPrefix = '/study '

/** https://docs.slack.dev/messaging/formatting-message-text/#date-formatting */
export const dateFormats: Readonly<Record<Moment['show'], string>> = {
  time: '{time}',
  date: '{date_short_pretty}',
  both: '{date_short_pretty}, {time}',
}

export const seconds = (at: number): number => Math.floor(at / 1000)

export function richText(text: Text): types.RichTextElement[] {
  const elements: types.RichTextElement[] = []
  for (const part of text) {
    // Slack refuses a text element without text.
    if (part !== '') elements.push(typeof part === 'string' ? words(part) : inline(part))
  }
  return elements
}

export function words(text: string, style?: types.RichTextText['style']): types.RichTextText {
  const shown = neutral(text) || ' '
  return style === undefined ? { type: 'text', text: shown } : { type: 'text', text: shown, style }
}

const bold = { bold: true } as const
const fixed = { code: true } as const

function inline(part: Exclude<Inline, string>): types.RichTextElement {
  switch (part.kind) {
    case 'strong':
      return words(part.text, bold)
    case 'code':
      return words(part.text, fixed)
    case 'command':
      return words(commandPrefix + part.line, fixed)
    case 'link':
      return /^https?:\/\//u.test(part.url)
        ? { type: 'link', url: part.url, text: neutral(part.text) || part.url }
        : words(`${part.text} (${part.url})`)
    case 'person': {
      const user = userOf(part.id)
      return user === undefined ? words(part.name || 'somebody') : { type: 'user', user_id: user }
    }
    case 'place': {
      const channel = channelOf(part.id)
      return channel === undefined ? words('a channel') : { type: 'channel', channel_id: channel }
    }
    case 'moment':
      return { type: 'date', timestamp: seconds(part.at), format: dateFormats[part.show], fallback: plainMoment(part.at, part.zone, part.show) }
  }
}
