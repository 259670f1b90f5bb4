// The connection to the gateway, for what the library does not offer: asking whether it lives, dropping it, ending it for good.
import { setTimeout as sleep } from 'node:timers/promises'
import { GatewayOpcodes, SimpleShardingStrategy, WebSocketShardStatus } from 'discord.js'

export type Connection = {
  /** For the client, which connects by it. */
  readonly strategy: (gateway: Gateway) => SimpleShardingStrategy
  /** Asks for a sign of life. The library takes the answer for one to its own heartbeat, so it shows as another ping. */
  readonly ask: () => Promise<void>
  /**
   * Drops what is open, and the library connects again. `resume`: in the same session, so that nothing is missed; `anew`: in another
   * one, where Discord does not answer for this one. False where nothing is open.
   */
  readonly drop: (how: 'resume' | 'anew') => Promise<boolean>
  /** Waits for a try to connect that is under way; no other follows. */
  readonly halt: () => Promise<void>
}

type Gateway = ConstructorParameters<typeof SimpleShardingStrategy>[0]

/** A try to connect takes less than this, or it hangs. */
const longestTry = 1_000

/** The only one: it serves 2,500 servers. */
const shard = 0

export function createConnection(): Connection {
  let halted = false
  let gateway: Gateway | undefined
  let shards: SimpleShardingStrategy | undefined

  /** Private to the library, which would wait half a minute for the goodbye of a dead connection. */
  function openSocket() {
    const socket = shards?.['shards'].get(shard)?.['connection']
    return !halted && socket?.readyState === socket?.OPEN ? (socket ?? undefined) : undefined
  }

  return {
    strategy: (made) => {
      const retrieve = made.options.retrieveSessionInfo.bind(made.options)
      // Between two tries the library takes no notice of `destroy`, so the next one is made to wait for ever.
      made.options.retrieveSessionInfo = (id) => (halted ? new Promise(() => undefined) : retrieve(id))
      gateway = made
      shards = new SimpleShardingStrategy(made)
      return shards
    },
    ask: async () => {
      if (openSocket() === undefined) return
      const session = await gateway?.options.retrieveSessionInfo(shard)
      await shards?.send(shard, { op: GatewayOpcodes.Heartbeat, d: session?.sequence ?? null })
    },
    drop: async (how) => {
      const socket = openSocket()
      if (socket === undefined) return false
      if (how === 'anew') await gateway?.options.updateSessionInfo(shard, null)
      socket.terminate()
      return true
    },
    halt: async () => {
      halted = true
      // A try that fails after `destroy` is an error that nobody catches.
      const connecting = async () => (await shards?.fetchStatus())?.some((status) => status === WebSocketShardStatus.Connecting) ?? false
      for (let waited = 0; waited < longestTry && (await connecting()); waited += 20) await sleep(20)
    },
  }
}
