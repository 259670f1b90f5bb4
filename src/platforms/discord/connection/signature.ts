// Whether a request carries Discord's signature.
// https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint-validating-security-request-headers
import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { minute, type Instant } from '../../../core/time.ts'

/** Either way. */
const clockTolerance = 5 * minute

/** What stands before the bytes of an Ed25519 key in the form that `node:crypto` reads: https://www.rfc-editor.org/rfc/rfc8410#section-4 */
const beforeKey = Buffer.from('302a300506032b6570032100', 'hex')

/** @param hex 64 digits, as the developer portal shows it */
export const readPublicKey = (hex: string): KeyObject => createPublicKey({ key: Buffer.concat([beforeKey, Buffer.from(hex, 'hex')]), format: 'der', type: 'spki' })

/** Is told by how many seconds a signed request's time is behind this machine's; negative where it is ahead. One of the clocks is wrong. */
export type OffTime = (behind: number) => void

type Received = { readonly headers: IncomingMessage['headers']; readonly body: Buffer; readonly now: Instant }

/** Whether there is something to check: most of what strangers send has no signature at all. */
export function mayBeSigned(headers: IncomingMessage['headers']): boolean {
  const [signature, at] = signatureIn(headers)
  return /^[0-9a-f]{128}$/iu.test(signature) && /^\d{1,12}$/u.test(at)
}

/**
 * False also for a signed request whose time is off by more than five minutes: it may be a copy of an old one.
 *
 * @param offTime is told in that case
 */
export function isSigned(key: KeyObject, { headers, body, now }: Received, offTime: OffTime): boolean {
  if (!mayBeSigned(headers)) return false
  const [signature, at] = signatureIn(headers)
  if (!verify(null, Buffer.concat([Buffer.from(at), body]), key, Buffer.from(signature, 'hex'))) return false
  const behind = now - Number(at) * 1000
  if (Math.abs(behind) <= clockTolerance) return true
  offTime(Math.round(behind / 1000))
  return false
}

/** Empty where they are missing. A header that comes twice is joined with a comma, and so is none. */
function signatureIn(headers: IncomingMessage['headers']): readonly [string, string] {
  return [String(headers['x-signature-ed25519'] ?? ''), String(headers['x-signature-timestamp'] ?? '')]
}
