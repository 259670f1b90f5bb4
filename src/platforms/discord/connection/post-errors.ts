// What went wrong with Discord, as one of the border's classes and a sentence for people: what happened, who can mend it and how.
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import { PostError, StartError } from '../../platform.ts'

const tokenRefused = 'Discord does not accept the bot token any more. Whoever runs the bot must set DISCORD_TOKEN to a new one (discord.com/developers/applications, Bot, Reset Token).'

/**
 * Nothing was sent, and nothing will be before somebody acts. Trying on would end in a ban: 10,000 invalid requests in 10 minutes.
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes#json, https://docs.discord.com/developers/topics/rate-limits
 */
const refusals: ReadonlyMap<number, string> = new Map([
  [10003, 'The channel does not exist any more. A manager can set the daily question up in another one.'],
  [10004, 'The bot is not in this server any more. Somebody with Manage Server can invite it again.'],
  [10008, 'The post was deleted.'],
  [50001, 'The bot cannot see this channel, or is not in the server any more. Somebody who manages the channel can allow it View Channel under Edit Channel, Permissions; somebody with Manage Server can invite it again.'],
  [50005, 'The post is not one of this bot. It was made with another bot token.'],
  [50007, 'The person takes no direct messages from this bot.'],
  [50008, 'Nobody can write messages in a channel of this kind. A manager can set the daily question up in a text channel.'],
  [50013, 'The bot may not write in this channel. Somebody who manages the channel can allow it Send Messages (in a thread: Send Messages in Threads) under Edit Channel, Permissions.'],
  [50024, 'Nobody can write messages in a channel of this kind. A manager can set the daily question up in a text channel.'],
  [50083, 'The thread is archived or locked. Somebody with Manage Threads can open it again.'],
  [50278, 'The person shares no server with this bot that lets it write to them.'],
  [160005, 'The thread is locked. Somebody with Manage Threads can open it again.'],
  [200000, 'AutoMod of this server stopped the post. Somebody with Manage Server can make an exception for the bot.'],
  [200001, 'AutoMod of this server stopped the post. Somebody with Manage Server can make an exception for the bot.'],
])

/** Nothing was sent, since there was too much of it lately: slow mode, limits of a channel, of direct messages, of old edits. */
const later: ReadonlySet<number> = new Set([20016, 20022, 20028, 20029, 30046, 40003, 40062, 130000])
const laterPause = 60_000

/** The connection was never made, so nothing can have been sent. */
const neverConnected: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])
const networkPause = 30_000

export function toPostError(error: unknown): PostError {
  if (error instanceof PostError) return error
  if (error instanceof RateLimitError) {
    return new PostError('busy', 'Discord asks the bot to wait. It tries again by itself.', { retryAfter: Math.max(error.retryAfter, error.timeToReset), scope: error.global ? 'group' : 'place', cause: error })
  }
  if (error instanceof DiscordAPIError) return refusalOf(error)
  if (isTokenLost(error)) return tokenLost(error)
  if (neverConnected.has(networkCode(error))) {
    return new PostError('busy', 'Discord could not be reached. The bot tries again by itself.', { retryAfter: networkPause, scope: 'group', cause: error })
  }
  const why = error instanceof HTTPError ? `Discord answered with an error of its own (${error.status})` : 'The connection to Discord broke off'
  return new PostError('unclear', `${why}, so the message may be out or not. The bot looks for it.`, { cause: error })
}

function refusalOf(error: DiscordAPIError): PostError {
  if (error.status === 401) return tokenLost(error)
  const code = Number(error.code)
  if (later.has(code)) return new PostError('busy', 'Discord asks the bot to wait. It tries again by itself.', { retryAfter: laterPause, cause: error })
  const known = refusals.get(code)
  if (known !== undefined) return new PostError('refused', known, { cause: error })
  return new PostError('refused', `Discord did not take the message (code ${error.code}). That is a fault of the bot: whoever runs it finds more in its log.`, { cause: error })
}

/** No access, a thread that is archived or locked: somebody can mend that, and the post is still there then. */
const mendable = [50001, 50013, 50083, 160005]
const askedAgainAfter = 3_600_000

/** As {@link toPostError}, for a post that stands there: nobody will ask for its answer again, so it is tried again by itself. */
export function toRedrawError(error: unknown): PostError {
  const failure = toPostError(error)
  return hasCode(error, ...mendable) ? new PostError('busy', failure.message, { retryAfter: askedAgainAfter, cause: error }) : failure
}

/** What is due then can still be posted when the bot has its new token; nobody could be told now that it was not. */
const tokenLost = (cause: unknown) => new PostError('busy', tokenRefused, { retryAfter: laterPause, scope: 'group', cause })

export function hasCode(error: unknown, ...codes: readonly number[]): boolean {
  return error instanceof DiscordAPIError && codes.includes(Number(error.code))
}

/** After a 401 the library forgets the token, and says this of requests that are under way. */
const isTokenLost = (error: unknown) => error instanceof Error && error.message.startsWith('Expected token to be set')

export function networkCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** What may be logged of an error: the library's errors carry addresses with tokens of interactions in them. */
export function described(error: unknown): { readonly error: string; readonly code?: string | number; readonly status?: number } {
  if (error instanceof DiscordAPIError) return { error: error.message, code: error.code, status: error.status }
  if (error instanceof HTTPError) return { error: error.message, status: error.status }
  return { error: error instanceof Error ? `${error.name}: ${error.message}` : String(error), code: networkCode(error) }
}

/** Why the gateway closes for good: https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway */
const finalCloses: ReadonlyMap<number, string> = new Map([
  [4010, 'Discord refuses the shard of this bot. Another process may be using the same token with other shards.'],
  [4011, 'The bot is in more than 2,500 servers, for which Discord wants several shards. This version runs one.'],
  [4013, 'Discord does not know the intents that this bot asks for. Update the bot.'],
  [4014, 'Discord refuses an intent of this bot. Switch it on at discord.com/developers/applications, Bot, Privileged Gateway Intents.'],
])

export function startRefused(code: number | undefined, cause?: unknown): StartError {
  const known = code === undefined || code === 4004 ? undefined : (finalCloses.get(code) ?? `Discord ended the connection for good (code ${code}).`)
  return new StartError(known ?? 'Discord refuses the bot token. Set DISCORD_TOKEN to the one from discord.com/developers/applications, your application, Bot, Reset Token.', { cause })
}

export const unreachable = (api: string, cause: unknown): StartError =>
  new StartError(`Discord cannot be reached at ${api}. Check the network of this machine, and DISCORD_API_URL where it is set.`, { code: 'unreachable', cause })
