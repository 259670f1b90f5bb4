// Connects to Discord at the start: a first request that shows whether Discord can be reached, then the gateway.
import { setTimeout as sleep } from 'node:timers/promises'
import { DiscordAPIError, Events, Routes, type Client, type REST } from 'discord.js'
import type { Log } from '../../../core/log.ts'
import { StartError } from '../../platform.ts'
import { loggable } from './errors.ts'
import { closedForGood, tokenRefusedAtStart, unreachable } from './start-errors.ts'

/** Several attempts, so that a short outage of Discord does not end the process. */
const attempts = 5

/**
 * Waits until Discord answers a request. Called before {@link connect}, because discord.js's client is useless after a failed login.
 *
 * @param retry milliseconds before the second attempt; each further attempt waits longer
 * @returns the answer
 * @throws StartError if Discord refuses the token, or does not answer in five attempts
 */
export async function reach(rest: REST, retry: number, stop: AbortSignal, log: Log, route: `/${string}` = Routes.gatewayBot()): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rest.get(route)
    } catch (error) {
      if (error instanceof DiscordAPIError && error.status === 401) throw tokenRefusedAtStart(error)
      if (attempt === attempts || stop.aborted) throw unreachable(rest.options.api, error)
      log.warn({ attempt, ...loggable(error) }, 'cannot reach Discord yet')
    }
    await sleep(retry * attempt, undefined, { signal: stop }).catch(() => undefined)
  }
}

/** In milliseconds. */
const connectTimeout = 30_000

/**
 * Fulfilled when interactions can arrive. discord.js's own login is fulfilled even if the gateway refuses it for good.
 *
 * @throws StartError after closing
 */
export async function connect(client: Client, close: () => Promise<void>, token: string, stop: AbortSignal): Promise<void> {
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>()
  const refuse = ({ code }: { readonly code: number }) => reject(closedForGood(code))
  const giveUp = () => reject(unreachable(client.rest.options.api, undefined))
  const timer = setTimeout(giveUp, connectTimeout)
  stop.addEventListener('abort', giveUp, { once: true })
  client.once(Events.ClientReady, () => resolve())
  client.once(Events.ShardDisconnect, refuse)
  try {
    if (stop.aborted) giveUp()
    await Promise.all([ready, stop.aborted || client.login(token)])
  } catch (error) {
    await close()
    throw error instanceof StartError ? error : unreachable(client.rest.options.api, error)
  } finally {
    clearTimeout(timer)
    stop.removeEventListener('abort', giveUp)
    client.off(Events.ShardDisconnect, refuse)
  }
}
