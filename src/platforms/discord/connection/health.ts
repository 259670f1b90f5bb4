// Checks that the gateway connection works, and reconnects if it does not. discord.js itself calls a connection ready that Discord has
// closed for good, notices a silently dead one after up to 82 s, and never notices a resume that gets no answer.
import { Events, Status, type Client } from 'discord.js'
import type { Log } from '../../../core/log.ts'
import { loggable } from './errors.ts'
import type { Gateway } from './gateway.ts'
import { closedForGood } from './start-errors.ts'

type HealthCheck = {
  readonly healthy: () => boolean
  readonly stop: () => void
}

/** All in milliseconds. */
export type HealthTiming = {
  /** How long the connection may be down before it counts as lost. */
  readonly grace: number
  /** How long Discord may be silent before the bot reconnects. After half of that the bot sends a heartbeat. */
  readonly silence: number
}

/** Checks a few times per `grace` and `silence` until stopped. Healthy: the connection was ready within the last `grace`. */
export function watchHealth(client: Client, gateway: Gateway, { grace, silence }: HealthTiming, log: Log): HealthCheck {
  let ended = false
  let readyAt: number | undefined
  let lastSign = { of: '', at: 0, heartbeatSent: false }

  /** A new ping or a new status is a sign of life. */
  function check(): void {
    const shard = client.ws.shards.first()
    if (ended || shard === undefined) return
    const now = performance.now()
    const ready = shard.status === Status.Ready
    const of = ready ? `${shard.ping} ${shard.lastPingTimestamp}` : `${shard.status}`
    if (of !== lastSign.of) lastSign = { of, at: now, heartbeatSent: false }
    const silent = now - lastSign.at
    if (ready && silent < silence) readyAt = now
    // A shard that identifies waits its turn, which is not silence, and discord.js watches over the rest.
    if (readyAt === undefined || shard.status === Status.Identifying) return
    if (silent >= silence) {
      lastSign = { ...lastSign, at: now, heartbeatSent: false }
      if (ready) readyAt = now - silent
      void reconnect(shard.status === Status.Resuming ? 'fresh' : 'resume')
    } else if (ready && !lastSign.heartbeatSent && silent >= silence / 2) {
      lastSign.heartbeatSent = true
      gateway.sendHeartbeat().catch(failed)
    }
  }

  async function reconnect(how: 'resume' | 'fresh'): Promise<void> {
    const dropped = await gateway.reconnect(how).catch(failed)
    if (dropped === true) log.warn({ how, silence }, 'Discord has been silent for too long; reconnecting')
  }

  const failed = (error: unknown) => log.warn(loggable(error), 'could not check a silent connection to Discord')
  // Checked at once, so that a connection that breaks before the first timer counts as having been ready.
  client.once(Events.ClientReady, check)
  client.on(Events.ShardDisconnect, ({ code }) => {
    ended = true
    log.error({ code }, `${closedForGood(code).message} The bot won’t reconnect`)
  })
  logConnection(client, log)
  const timer = setInterval(check, Math.min(grace, silence, 5_000) / 4).unref()
  return {
    healthy: () => {
      check()
      return !ended && readyAt !== undefined && performance.now() - readyAt < grace
    },
    stop: () => {
      ended = true
      clearInterval(timer)
    },
  }
}

function logConnection(client: Client, log: Log): void {
  client.on(Events.ShardReconnecting, () => log.info({}, 'reconnecting to Discord'))
  client.on(Events.ShardResume, (_, replayed) => log.info({ replayed }, 'connected to Discord again'))
  client.on(Events.ShardError, (error) => log.warn({ error: error.message }, 'the connection to Discord failed'))
}
