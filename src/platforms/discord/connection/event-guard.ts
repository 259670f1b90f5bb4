// An event that the library cannot read is left alone. Thrown inside of the library it would be a rejection that nobody handles,
// and for an event that waited for the start an exception that ends the process.
import type { Client } from 'discord.js'
import type { Log } from '../../../core/log.ts'

type Packet = { readonly t?: string | null } | undefined

/** The library's own way from the gateway to its handlers, which it does not declare. */
type Handling = { handlePacket: (packet: Packet, shard: unknown) => boolean }

export function guardEvents(client: Client, log: Log): void {
  const manager = client.ws as unknown as Handling
  const handle = manager.handlePacket.bind(manager)
  manager.handlePacket = (packet, shard) => {
    try {
      return handle(packet, shard)
    } catch (error) {
      // The message can hold pieces of the event.
      log.warn({ event: packet?.t, error: error instanceof Error ? error.name : 'unknown' }, 'Discord sent an event that is not understood')
      return false
    }
  }
}
