// Whether the connection to the gateway works, and what is done where it does not. The library itself calls a connection ready that
// has been refused for good; one that died without a word it notices after up to 82 s, and a resume that gets no answer never.
import { Events, Status, type Client } from 'discord.js'
import type { Connection } from './gateway.ts'
import { described, startRefused } from './post-errors.ts'
import type { Log } from '../../../core/log.ts'

export type Watch = {
  readonly healthy: () => boolean
  readonly stop: () => void
}

/** All in milliseconds. */
export type Patience = {
  /** How long the connection may be away before it counts as lost. */
  readonly grace: number
  /** How long Discord may be silent before the connection is made anew; after half of it Discord is asked for a sign of life. */
  readonly silence: number
}

export function watchConnection(client: Client, connection: Connection, { grace, silence }: Patience, log: Log): Watch {
  let ended = false
  let goodAt: number | undefined
  let sign = { of: '', at: 0, asked: false }

  /** Each sign of life shows as another ping, or as another status. */
  function look(): void {
    const shard = client.ws.shards.first()
    if (ended || shard === undefined) return
    const now = performance.now()
    const ready = shard.status === Status.Ready
    const of = ready ? `${shard.ping} ${shard.lastPingTimestamp}` : `${shard.status}`
    if (of !== sign.of) sign = { of, at: now, asked: false }
    const silent = now - sign.at
    if (ready && silent < silence) goodAt = now
    // While it identifies itself the library waits its turn, which is no silence, and looks after the rest.
    if (goodAt === undefined || shard.status === Status.Identifying) return
    if (silent >= silence) {
      sign = { ...sign, at: now, asked: false }
      if (ready) goodAt = now - silent
      void renew(shard.status === Status.Resuming ? 'anew' : 'resume')
    } else if (ready && !sign.asked && silent >= silence / 2) {
      sign.asked = true
      connection.ask().catch(failed)
    }
  }

  async function renew(how: 'resume' | 'anew'): Promise<void> {
    const dropped = await connection.drop(how).catch(failed)
    if (dropped === true) log.warn({ how, silence }, 'Discord has been silent for too long; the connection is made anew')
  }

  const failed = (error: unknown) => log.warn(described(error), 'a silent connection to Discord could not be looked after')
  // A connection that breaks at once was ready all the same.
  client.once(Events.ClientReady, look)
  client.on(Events.ShardDisconnect, ({ code }) => {
    ended = true
    log.error({ code }, `${startRefused(code).message} The connection to Discord has ended for good`)
  })
  client.on(Events.ShardReconnecting, () => log.info({}, 'reconnecting to Discord'))
  client.on(Events.ShardResume, (_, replayed) => log.info({ replayed }, 'connected to Discord again'))
  client.on(Events.ShardError, (error) => log.warn({ error: error.message }, 'the connection to Discord failed'))
  const timer = setInterval(look, Math.min(grace, silence, 5_000) / 4).unref()
  return {
    healthy: () => {
      look()
      return !ended && goodAt !== undefined && performance.now() - goodAt < grace
    },
    stop: () => {
      ended = true
      clearInterval(timer)
    },
  }
}
