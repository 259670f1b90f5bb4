// Asks Discord something small, for an operator who wants to know whether requests come through while nothing is due.
import { DiscordAPIError, RateLimitError, Routes, type REST } from 'discord.js'
import { isOwnAnswer } from './post-errors.ts'
import { loggable } from './errors.ts'

/** @returns what goes wrong; undefined if Discord answers, and be it that the bot has to wait or is refused */
export async function probe(rest: REST): Promise<string | undefined> {
  try {
    await rest.get(Routes.gatewayBot())
    return undefined
  } catch (error) {
    if (error instanceof RateLimitError || (error instanceof DiscordAPIError && (error.status === 401 || isOwnAnswer(error)))) return undefined
    const { error: what, status } = loggable(error)
    return status === undefined ? what : `HTTP ${status}`
  }
}
