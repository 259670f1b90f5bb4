// Reads what people write to the bot: a mention in a channel, or a direct message.
import { randomUUID } from 'node:crypto'
import { isDirect, type UserId } from '../ids.ts'
import { list, raw, text, type Raw } from '../raw.ts'
import type { Incoming, SentFile } from './incoming.ts'

/**
 * Anything but new words of a person is left alone, so that the bot answers neither itself nor another bot, and no edit.
 *
 * @param event `app_mention`, or `message` of a direct message: https://docs.slack.dev/reference/events/message.im
 */
export function readMessage(event: Raw, bot: UserId): Incoming {
  const [user, channel, ts] = [text(event['user']), text(event['channel']), text(event['ts'])]
  if (user === undefined || channel === undefined || !isNewFromPerson(event, user, bot)) return { kind: 'other' }
  const direct = isDirect(channel)
  const written = text(event['text']) ?? ''
  // Of other channels the app gets no messages, unless somebody subscribes it to them by hand.
  if (event['type'] === 'message' ? !direct : !mention(bot).test(written)) return { kind: 'other' }
  // What hangs at a mention may be for the channel.
  const files = direct ? list(event['files']).map((file) => readFile(raw(file))) : []
  if (written.trim() === '' && files.length === 0) return { kind: 'other' }
  return {
    kind: 'written',
    // One message can come as two events: a mention in a direct message, or in a thread that is also sent to its channel.
    from: { event: `message ${channel} ${ts ?? randomUUID()}`, user, shownAs: '', channel: direct ? null : channel },
    on: { kind: 'chat', url: null, trigger: null, own: null, thread: text(event['thread_ts']) ?? null, ...(direct ? { direct: channel } : {}) },
    words: wordsAfterMention(written, bot, direct),
    at: Number(ts) * 1000 || null,
    ...(files.length === 0 ? {} : { files }),
  }
}

/** Of one that is deleted, or belongs to another workspace, there is no address. */
function readFile(file: Raw): SentFile {
  return { name: text(file['name']) ?? 'your file', type: text(file['mimetype']) ?? '', size: Number(file['size']) || 0, url: text(file['url_private']) ?? null }
}

/** Slackbot has no bot id. */
const slackbot = 'USLACKBOT'

/** A subtype says that it is something else than a new message: `message_changed`, `bot_message`, `thread_broadcast`, `channel_join` … */
function isNewFromPerson(event: Raw, user: UserId, bot: UserId): boolean {
  const subtype = event['subtype']
  const byBot = event['bot_id'] !== undefined || event['bot_profile'] !== undefined || user === bot || user === slackbot
  return !byBot && (subtype === undefined || subtype === 'file_share') && event['edited'] === undefined && event['hidden'] !== true && raw(event['message'])['ts'] === undefined
}

const mention = (bot: UserId) => new RegExp(`<@${bot}(?:\\|[^>]*)?>`, 'u')

/** In a channel, what comes after the bot's name; in a direct message everything but the name. */
function wordsAfterMention(written: string, bot: UserId, direct: boolean): string {
  const [before = '', ...after] = written.split(mention(bot))
  const words = direct ? [before, ...after].join(' ') : after.join(' ')
  return words.replace(/^[\s,:;–—-]+/u, '').trim()
}
