// Events over the gateway: the usual way, for a bot in up to 2,500 servers.
import { Events } from 'discord.js'
import type { Log } from '../../../core/log.ts'
import { connect, reach } from './connect.ts'
import type { Connection, Listener } from './connection.ts'
import { loggable } from './errors.ts'
import { guardEvents } from './event-guard.ts'
import { createClient } from './gateway-client.ts'
import { gatewayServers } from './gateway-servers.ts'
import { createGateway } from './gateway.ts'
import { watchHealth, type HealthTiming } from './health.ts'
import type { Lanes } from './lanes.ts'
import type { OtherProcess } from './other-process.ts'
import { refuseTooManyServers } from './too-many-servers.ts'

type Options = {
  readonly token: string
  readonly lanes: Lanes
  readonly others: OtherProcess
  readonly timing: HealthTiming & { readonly request: number; readonly retry: number }
  readonly log: Log
}

export function gatewayConnection({ token, lanes, others, timing, log }: Options): Connection {
  const gateway = createGateway()
  const client = createClient(lanes.options, gateway)
  let listener: Listener | undefined
  client.on(Events.Error, (error) => log.error(loggable(error), 'the Discord client failed'))
  guardEvents(client, (interaction) => listener?.interaction(interaction), log)
  others.watch(client)
  const health = watchHealth(client, gateway, timing, log)
  client.on(Events.MessageCreate, (message) => listener?.message(message))
  // discord.js has other events for outages: they say that a server is unavailable, and available again.
  client.on(Events.GuildDelete, ({ id }) => void listener?.removed(id))
  client.on(Events.GuildCreate, ({ id }) => listener?.joined(id))
  client.on(Events.ChannelDelete, (channel) => {
    if (channel.isDMBased()) return
    listener?.lost(channel.guildId, channel.id)
    // Discord deletes a channel's threads without saying so.
    if ('threads' in channel) for (const thread of channel.threads.cache.keys()) listener?.lost(channel.guildId, thread)
  })
  client.on(Events.ThreadDelete, ({ guildId, id }) => listener?.lost(guildId, id))
  const close = async () => {
    await gateway.halt()
    await client.destroy()
  }
  return {
    servers: gatewayServers(client, timing.request, log),
    start: async (given, stop) => {
      listener = given
      await refuseTooManyServers(await reach(lanes.rounds, timing.retry, stop, log), lanes.rounds, log)
      await connect(client, close, token, stop)
    },
    application: () => (client.user === null ? undefined : { id: client.application?.id ?? '', bot: client.user.id }),
    healthy: () => health.healthy(),
    fallSilent: () => {
      listener = undefined
      health.stop()
    },
    close,
  }
}
