// Ignores gateway events that discord.js cannot read. Otherwise such an event is an unhandled rejection inside discord.js, and, if it
// arrived before the client was ready, an exception that ends the process.
import type { Client } from 'discord.js'
import type { Log } from '../../../core/log.ts'

type Packet = { readonly t?: string | null } | undefined

/** The method that passes events from the gateway to their handlers; missing in discord.js's types. */
type PacketHandling = { handlePacket: (packet: Packet, shard: unknown) => boolean }

/** Call before the client connects. */
export function guardEvents(client: Client, log: Log): void {
  const manager = client.ws as unknown as PacketHandling
  const handle = manager.handlePacket.bind(manager)
  manager.handlePacket = (packet, shard) => {
    try {
      return handle(packet, shard)
    } catch (error) {
      // Only the name: the message can contain parts of the event.
      log.warn({ event: packet?.t, error: error instanceof Error ? error.name : 'unknown' }, 'Discord sent an event that the bot cannot read')
      return false
    }
  }
}
