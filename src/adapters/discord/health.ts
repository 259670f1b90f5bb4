// Whether the connection to the gateway works. The library itself calls a connection ready that has been refused for good, or
// that resumes for ever without an answer.
import { Events, Status, type Client } from 'discord.js'
import { startRefused } from './errors.ts'
import type { Log } from './log.ts'

export type Watch = {
  readonly healthy: () => boolean
  readonly stop: () => void
}

/** @param grace how long a reconnection may take, in milliseconds */
export function watchConnection(client: Client, grace: number, log: Log): Watch {
  let lastReady: number | undefined
  let ended = false
  const look = () => {
    const { shards } = client.ws
    if (shards.size > 0 && shards.every(({ status }) => status === Status.Ready)) lastReady = performance.now()
  }
  client.on(Events.ShardDisconnect, ({ code }) => {
    ended = true
    log.error({ code }, `${startRefused(code).message} The connection to Discord has ended for good`)
  })
  client.on(Events.ShardReconnecting, () => log.info({}, 'reconnecting to Discord'))
  client.on(Events.ShardResume, (_, replayed) => log.info({ replayed }, 'connected to Discord again'))
  client.on(Events.ShardError, (error) => log.warn({ error: error.message }, 'the connection to Discord failed'))
  const timer = setInterval(look, Math.min(grace, 5_000) / 2).unref()
  return {
    healthy: () => {
      look()
      return !ended && lastReady !== undefined && performance.now() - lastReady < grace
    },
    stop: () => {
      ended = true
      clearInterval(timer)
    },
  }
}
