// What comes from the gateway before discord.js handles it. Interactions never get there: they are read as Discord sends them, and at
// once, where discord.js would hold them back until it knows all servers. What it cannot read is ignored: otherwise such an event is an
// unhandled rejection inside discord.js, and, if it arrived before the client was ready, an exception that ends the process.
import type { Client } from 'discord.js'
import type { Log } from '../../../core/log.ts'

type Packet = { readonly t?: string | null; readonly d?: unknown } | undefined

/** The method that passes events from the gateway to their handlers; missing in discord.js's types. */
type PacketHandling = { handlePacket: (packet: Packet, shard: unknown) => boolean }

/** Call before the client connects. @param take gets the interactions, as they are */
export function guardEvents(client: Client, take: (interaction: unknown) => void, log: Log): void {
  const manager = client.ws as unknown as PacketHandling
  const handle = manager.handlePacket.bind(manager)
  manager.handlePacket = (packet, shard) => {
    try {
      if (packet?.t !== 'INTERACTION_CREATE') return handle(packet, shard)
      take(packet.d)
      return true
    } catch (error) {
      // Only the name: the message can contain parts of the event.
      log.warn({ event: packet?.t, error: error instanceof Error ? error.name : 'unknown' }, 'Discord sent an event that the bot cannot read')
      return false
    }
  }
}
