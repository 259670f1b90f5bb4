// Why a start failed, as a StartError whose sentence says how to fix it.
import { StartError } from '../../platform.ts'

/** Codes with which the gateway closes for good: https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway */
const finalCloses: ReadonlyMap<number, string> = new Map([
  [4010, 'Discord refuses the shard of this bot. Another process may be using the same token with other shards.'],
  [4011, 'The bot is in more than 2,500 servers, for which Discord wants several shards. This version runs one.'],
  [4013, 'Discord does not know the intents that this bot asks for. Update the bot.'],
  [4014, 'Discord refuses an intent of this bot. Switch it on at discord.com/developers/applications, Bot, Privileged Gateway Intents.'],
])

const tokenRefused =
  'Discord refuses the bot token. Set DISCORD_TOKEN to the one from discord.com/developers/applications, your application, Bot, Reset Token.'

/** The gateway closed with 4004 or the API answered 401. */
export const tokenRefusedAtStart = (cause?: unknown): StartError => new StartError(tokenRefused, { cause })

/** The gateway closed for good with this code. */
export function closedForGood(code: number): StartError {
  if (code === 4004) return tokenRefusedAtStart()
  return new StartError(finalCloses.get(code) ?? `Discord ended the connection for good (code ${code}).`)
}

/** Discord did not answer; a later start may succeed. */
export const unreachable = (api: string, cause: unknown): StartError =>
  new StartError(`Discord cannot be reached at ${api}. Check the network of this machine, and DISCORD_API_URL where it is set.`, { code: 'unreachable', cause })
