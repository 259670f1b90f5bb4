// Text as mrkdwn, for small print: context blocks take no rich text. Mrkdwn is escaped nowhere else.
import { hereMention, type MentionId } from '../../../core/quiz.ts'
import { isolated } from '../../../screens/isolate.ts'
import { partsOf, plainMoment, type Inline, type Text } from '../../../screens/text.ts'
import { channelOf, userGroupOf, userOf } from '../ids.ts'
import { sanitize } from '../sanitize.ts'
import { commandPrefix, dateFormats, seconds } from './rich-text.ts'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Sanitizes, and escapes Slack's control characters. https://docs.slack.dev/messaging/formatting-message-text/#escaping */
export function escapeText(text: string): string {
  return sanitize(text).replace(/[&<>]/gu, (mark) => entities[mark] ?? mark)
}

/**
 * Escapes text so that it shows as it was typed. Slack has no escape for `*bold*`, `_italic_`, `~struck~`, `` `code` `` and
 * `:emoji:`, so each mark becomes the fallback of a date without a format, which Slack shows unread.
 */
function escapeMrkdwn(text: string): string {
  return escapeText(text).replace(/[*_~`]|:(?=[\w+'-]+:)/gu, (mark) => `<!date^00000000^{_}|${mark}>`)
}

export function mrkdwn(text: Text): string {
  const line = (words: Text) => words.map((part) => (typeof part === 'string' ? escapeMrkdwn(part) : inline(part))).join('')
  return partsOf(text).map((part) => line('kind' in part ? [part] : part)).join('\n')
}

function inline(part: Exclude<Inline, string>): string {
  switch (part.kind) {
    case 'strong':
      return `*${escapeMrkdwn(part.text)}*`
    case 'code':
      return asCode(part.text)
    case 'code-block':
      return part.text.includes('`') ? escapeMrkdwn(part.text) : `\`\`\`\n${escapeText(part.text)}\n\`\`\``
    case 'command':
      return asCode(commandPrefix + part.line)
    case 'link':
      return /^https?:\/\/[^\s<>|]+$/u.test(part.url)
        ? `<${part.url.replaceAll('&', '&amp;')}|${escapeText(part.text).replace(/[*_~`|]/gu, ' ')}>`
        : escapeMrkdwn(`${part.text} (${part.url})`)
    case 'person': {
      const user = userOf(part.id)
      return user === undefined ? isolated(escapeMrkdwn(part.name).trim() || 'a member') : `<@${user}>`
    }
    case 'place': {
      const channel = channelOf(part.id)
      return channel === undefined ? 'a channel' : `<#${channel}>`
    }
    case 'mention':
      return mentionMarkup(part.id)
    case 'moment': {
      const fallback = escapeText(plainMoment(part.at, part.zone, part.show))
      return `<!date^${seconds(part.at)}^${dateFormats[part.show]}|${fallback}>`
    }
  }
}

/** Inside backticks Slack reads no mark but the backtick itself, so code with one is shown as words. */
const asCode = (text: string) => (text.includes('`') ? escapeMrkdwn(text) : `\`${escapeText(text)}\``)

/** https://docs.slack.dev/messaging/formatting-message-text/#mentioning-groups */
export function mentionMarkup(id: MentionId): string {
  if (id === hereMention) return '<!here>'
  const group = userGroupOf(id)
  return group === undefined ? 'a group' : `<!subteam^${group}>`
}
