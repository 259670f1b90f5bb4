// Why a start failed, as a StartError whose sentence says how to fix it.
import { StartError } from '../../platform.ts'

/** What to do instead. */
export const useHttp = 'Set DISCORD_PUBLIC_KEY and PORT, so that Discord sends interactions over HTTP; the README says how.'

/** Codes with which the gateway closes for good: https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway */
const finalCloses: ReadonlyMap<number, string> = new Map([
  [4010, 'Discord refuses this bot’s shard. Another process may be using the same token with other shards. Stop it.'],
  [4011, `The bot is in more than 2,500 servers, which is too many for its connection over the gateway. ${useHttp}`],
  [4013, 'Discord doesn’t know the intents that the bot asks for. Update the bot.'],
  [4014, 'Discord refuses the intents that the bot asks for. Turn them on at discord.com/developers/applications, Bot, Privileged Gateway Intents.'],
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
  new StartError(`The bot can’t reach Discord at ${api}. Check this machine’s network, and DISCORD_API_URL if it’s set.`, { code: 'unreachable', cause })
