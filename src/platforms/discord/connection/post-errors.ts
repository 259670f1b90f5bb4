// Why a post, an edit or a look-up failed, as a PostError whose sentence says what happened, who can fix it and how.
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import type { ChannelLoss } from '../../../core/quiz.ts'
import { PostError } from '../../platform.ts'
import { hasCode, networkCode } from './errors.ts'

const tokenRefused =
  'Discord no longer accepts the bot’s token. The people who run the bot need to set DISCORD_TOKEN to a new one ' +
  '(discord.com/developers/applications, Bot, Reset Token).'

const busy = 'Discord asked the bot to wait. It tries again by itself.'
const noText = 'This kind of channel doesn’t allow messages. A manager can set up the daily question in a text channel.'
const stoppedByAutoMod = 'The server’s AutoMod blocked the post. Somebody with Manage Server can make an exception for the bot.'

/**
 * Nothing was sent, and a retry is useless until somebody acts. Retrying anyway leads to a ban: 10,000 invalid requests in 10 minutes.
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes#json, https://docs.discord.com/developers/topics/rate-limits
 */
const refusals: ReadonlyMap<number, string> = new Map([
  [10003, 'The channel was deleted. A manager can set up the daily question in another one.'],
  [10004, 'The bot is no longer in this server. Somebody with Manage Server can invite it again.'],
  [10008, 'The post was deleted.'],
  [
    50001,
    'The bot can’t see this channel, or is no longer in the server. Somebody who manages the channel can allow it View Channel under ' +
      'Edit Channel, Permissions. Somebody with Manage Server can invite it again.',
  ],
  [50005, 'This post belongs to another bot: it was made with another bot token.'],
  [50007, 'This person doesn’t accept direct messages from the bot.'],
  [50008, noText],
  [
    50013,
    'The bot isn’t allowed to write in this channel. Somebody who manages the channel can allow it Send Messages (in a thread: Send Messages in ' +
      'Threads) under Edit Channel, Permissions.',
  ],
  [50024, noText],
  [50083, 'The thread is archived or locked. Somebody with Manage Threads can open it again.'],
  [50278, 'This person can’t get direct messages from the bot: they share no server that allows it.'],
  [160005, 'The thread is locked. Somebody with Manage Threads can open it again.'],
  [200000, stoppedByAutoMod],
  [200001, stoppedByAutoMod],
])

/** What a code says of the channel itself. A bot that may see a channel and not write in it has not lost it. */
const losses: ReadonlyMap<number, ChannelLoss> = new Map([[10003, 'deleted'], [10004, 'unreachable'], [50001, 'unreachable']])

export const notConnected = () => new PostError('busy', 'The bot isn’t connected to Discord right now.')

/** Codes of limits: slow mode, messages in a channel, direct messages, edits of old messages. Nothing was sent. */
const overLimit: ReadonlySet<number> = new Set([20016, 20022, 20028, 20029, 30046, 40003, 40062, 130000])

/** The connection was never made, so nothing was sent. */
const neverConnected: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])

/** No access, or a thread that is archived or locked: the post still exists, and somebody can make it editable again. */
const fixable = [50001, 50013, 50083, 160005]

/** When to try again, in milliseconds. */
const retryAfter = { limit: 60_000, token: 60_000, network: 30_000, fixableEdit: 3_600_000 }

/** For a post or a look-up; passes a PostError through. */
export function toPostError(error: unknown): PostError {
  if (error instanceof PostError) return error
  if (error instanceof RateLimitError) {
    const wait = Math.max(error.retryAfter, error.timeToReset)
    return new PostError('busy', busy, { retryAfter: wait, scope: error.global ? 'group' : 'place', cause: error })
  }
  if (error instanceof DiscordAPIError) return fromAnswer(error)
  if (isTokenLost(error)) return tokenLost(error)
  if (neverConnected.has(networkCode(error))) {
    const options = { retryAfter: retryAfter.network, scope: 'group', cause: error } as const
    return new PostError('busy', 'Discord can’t be reached right now. The bot tries again by itself.', options)
  }
  const why = error instanceof HTTPError ? `Discord answered with an error of its own (${error.status})` : 'The connection to Discord broke'
  return new PostError('unclear', `${why}, so the message may or may not be there. The bot looks for it.`, { cause: error })
}

function fromAnswer(error: DiscordAPIError): PostError {
  if (error.status === 401) return tokenLost(error)
  if (!isOwnAnswer(error)) return notThrough(error)
  const code = Number(error.code)
  if (overLimit.has(code)) return new PostError('busy', busy, { retryAfter: retryAfter.limit, cause: error })
  const unknown = `Discord didn’t accept the message (code ${error.code}). That’s a fault in the bot. The people who run it can find more in its log.`
  return new PostError('refused', refusals.get(code) ?? unknown, { lost: losses.get(code), cause: error })
}

/** Discord itself refuses with a code of its own: without one, something in between did not let the request through. */
export const isOwnAnswer = ({ code }: DiscordAPIError): boolean => Number.isInteger(Number(code))

function notThrough(error: DiscordAPIError): PostError {
  const what = `Discord’s address answers with HTTP ${error.status}. The people who run the bot should check DISCORD_API_URL and the network.`
  return new PostError('busy', what, { retryAfter: retryAfter.network, scope: 'group', cause: error })
}

/** Missing access, missing permissions, or a channel or server that the bot is not shown. */
const missingRights = [10003, 10004, 50001, 50013]

/** Whether a request failed because Discord says that the bot lacks a right. */
export const lacksRight = (error: unknown): boolean => hasCode(error, ...missingRights)

/** For an edit of a post: `busy` instead of `refused` if the post still exists, because nothing else would trigger this edit again. */
export function toRedrawError(error: unknown): PostError {
  const failure = toPostError(error)
  return hasCode(error, ...fixable) ? new PostError('busy', failure.message, { retryAfter: retryAfter.fixableEdit, cause: error }) : failure
}

/** `busy`, not `refused`: what is due can be posted once the bot has a new token, and until then no manager can be told. */
const tokenLost = (cause: unknown) => new PostError('busy', tokenRefused, { retryAfter: retryAfter.token, scope: 'group', cause })

/** After a 401 discord.js forgets the token and throws this for requests under way. */
const isTokenLost = (error: unknown) => error instanceof Error && error.message.startsWith('Expected token to be set')
