// Reads what people write to the bot: a mention in a server, or a direct message. Discord sends the words of these without the
// privileged intent: https://docs.discord.com/developers/events/gateway#message-content-intent
import { MessageType, type Message } from 'discord.js'
import { isSnowflake, type Snowflake } from '../ids.ts'

export type Written = {
  readonly id: Snowflake
  /** Null in a direct message. */
  readonly guild: Snowflake | null
  readonly channel: Snowflake
  /** What comes after the mention; in a direct message, everything but the mention. */
  readonly words: string
  /** The message that it is a reply to, by Discord's own button for that. */
  readonly repliesTo: Snowflake | null
}

type MessageFields = Pick<Message, 'id' | 'type' | 'guildId' | 'channelId' | 'content' | 'author' | 'webhookId'> & { readonly reference?: Message['reference'] }

/**
 * Undefined for anything but new words of a person to the bot: other bots, webhooks, joins and pins, files alone, mentions of everyone or
 * of a role, and replies to the bot's posts, unless they also name it.
 */
export function readMessage({ id, type, guildId, channelId, content, author, webhookId, reference }: MessageFields, bot: Snowflake): Written | undefined {
  const byPerson = (type === MessageType.Default || type === MessageType.Reply) && !author.bot && !author.system && webhookId === null
  if (!byPerson || ![id, author.id, channelId, guildId ?? id].every(isSnowflake) || content.trim() === '') return undefined
  const [before = '', ...after] = content.split(new RegExp(`<@!?${bot}>`, 'u'))
  if (guildId !== null && after.length === 0) return undefined
  const words = guildId === null ? [before, ...after].join(' ') : after.join(' ')
  return { id, guild: guildId, channel: channelId, words: words.replace(/^[\s,:;–—-]+/u, '').trim(), repliesTo: reference?.messageId ?? null }
}
