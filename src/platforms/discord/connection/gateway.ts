// The WebSocket connection to the gateway, with what discord.js does not offer: request a heartbeat, reconnect, stop for good.
import { setTimeout as sleep } from 'node:timers/promises'
import { GatewayOpcodes, SimpleShardingStrategy, WebSocketShardStatus } from 'discord.js'

export type Gateway = {
  /** For discord.js's client, which connects through it. */
  readonly buildStrategy: (manager: Manager) => SimpleShardingStrategy
  /** Sends a heartbeat now. discord.js takes the acknowledgment for one of its own, so it shows as a new ping. */
  readonly sendHeartbeat: () => Promise<void>
  /**
   * Drops the open socket, and discord.js reconnects. `resume` keeps the session, so no event is missed; `anew` starts another session,
   * for when Discord does not answer for this one.
   *
   * @returns false if no socket is open
   */
  readonly reconnect: (how: 'resume' | 'fresh') => Promise<boolean>
  /** Waits for a connection attempt that is under way and allows no other. */
  readonly halt: () => Promise<void>
}

type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0]

/** A connection attempt that takes more milliseconds than this hangs. */
const longestAttempt = 1_000

/** The only shard: it serves 2,500 servers. */
const shard = 0

export function createGateway(): Gateway {
  let halted = false
  let manager: Manager | undefined
  let shards: SimpleShardingStrategy | undefined

  /** Private in discord.js, whose own methods wait half a minute for a dead connection to close. */
  function openSocket() {
    const socket = shards?.['shards'].get(shard)?.['connection']
    return !halted && socket?.readyState === socket?.OPEN ? (socket ?? undefined) : undefined
  }

  return {
    buildStrategy: (made) => {
      const retrieve = made.options.retrieveSessionInfo.bind(made.options)
      // Between two attempts discord.js ignores `destroy`, so after a halt the next attempt waits here forever.
      made.options.retrieveSessionInfo = (id) => (halted ? new Promise(() => undefined) : retrieve(id))
      manager = made
      shards = new SimpleShardingStrategy(made)
      return shards
    },
    sendHeartbeat: async () => {
      if (openSocket() === undefined) return
      const session = await manager?.options.retrieveSessionInfo(shard)
      await shards?.send(shard, { op: GatewayOpcodes.Heartbeat, d: session?.sequence ?? null })
    },
    reconnect: async (how) => {
      const socket = openSocket()
      if (socket === undefined) return false
      if (how === 'fresh') await manager?.options.updateSessionInfo(shard, null)
      socket.terminate()
      return true
    },
    halt: async () => {
      halted = true
      // An attempt that fails after `destroy` throws an error that nobody catches.
      const connecting = async () => (await shards?.fetchStatus())?.some((status) => status === WebSocketShardStatus.Connecting) ?? false
      for (let waited = 0; waited < longestAttempt && (await connecting()); waited += 20) await sleep(20)
    },
  }
}
