// Discord's other way of delivery: signed requests to an address that was saved in the developer portal.
// https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import type { Json, World } from './world.ts'

export type Delivered = { readonly status: number; readonly body: string }

export type OverHttp = {
  /** 64 digits, as the portal shows it. */
  readonly publicKey: string
  /** What the address answered to each delivery, oldest first. */
  readonly deliveries: readonly Delivered[]
  /** Saves an address as the portal does: only if it answers a PING, and refuses one with a wrong signature. */
  readonly saveEndpoint: (origin: string) => Promise<boolean>
  /** Undefined as long as Discord delivers over the gateway. */
  readonly endpoint: () => string | undefined
  /** Sends an interaction, signed. */
  readonly deliver: (event: Json) => Promise<Delivered>
  /** Sends a webhook event, signed: https://docs.discord.com/developers/events/webhook-events */
  readonly tell: (type: string, data: Json) => Promise<Delivered>
  /** The headers of a request with this body. @param at seconds */
  readonly headersFor: (body: string | Buffer, at?: number, key?: KeyObject) => Readonly<Record<string, string>>
}

export function createOverHttp(world: World): OverHttp {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const deliveries: Delivered[] = []
  let saved: string | undefined

  const headersFor: OverHttp['headersFor'] = (body, at = Math.floor(world.now() / 1000), key = privateKey) => ({
    'content-type': 'application/json',
    'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
    'x-signature-timestamp': String(at),
    'x-signature-ed25519': sign(null, Buffer.concat([Buffer.from(String(at)), Buffer.from(body)]), key).toString('hex'),
  })

  async function send(url: string, body: string, headers = headersFor(body)): Promise<Delivered> {
    const response = await fetch(url, { method: 'POST', headers, body })
    return { status: response.status, body: await response.text() }
  }

  async function delivered(path: string, payload: Json): Promise<Delivered> {
    const answer = await send(`${saved ?? ''}${path}`, JSON.stringify(payload))
    deliveries.push(answer)
    return answer
  }

  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex'),
    deliveries,
    saveEndpoint: async (origin) => {
      const url = `${origin}/discord/interactions`
      const ping = JSON.stringify({ version: 1, type: 1, token: 'ping', id: world.newId(), application_id: world.applicationId, entitlements: [], user: { id: world.newId(), username: 'discord' } })
      const right = await send(url, ping)
      const wrong = await send(url, ping, { ...headersFor(ping), 'x-signature-ed25519': '00'.repeat(64) })
      const isGood = right.status === 200 && (JSON.parse(right.body) as Json)['type'] === 1 && wrong.status === 401
      if (isGood) saved = origin
      return isGood
    },
    endpoint: () => saved,
    deliver: (event) => delivered('/discord/interactions', event),
    tell: (type, data) => delivered('/discord/events', { version: 1, application_id: world.applicationId, type: 1, event: { type, timestamp: new Date(world.now()).toISOString(), data } }),
    headersFor,
  }
}
