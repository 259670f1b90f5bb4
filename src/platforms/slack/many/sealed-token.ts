// Seals the bots' tokens before they're stored: AES-256-GCM, with the key in the environment and not in the database. A sealed token opens only
// for the installation that it was sealed for, so a row that somebody copied to another one is worth nothing.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { InstallationId } from '../../../core/installation.ts'

/** `current` seals; all of them open. */
export type TokenKeys = { readonly current: number; readonly keys: ReadonlyMap<number, Uint8Array> }

/** A byte for the key's number, then what the cipher needs, then the text. */
const [ivBytes, tagBytes] = [12, 16]

const cipher = 'aes-256-gcm'

/** No key opens it: the sentence says what to do. */
export class SealError extends Error {
  override readonly name = 'SealError'
  readonly code = 'cannot-open-token'
}

/** @param written `2:base64,1:base64`: numbers from 1 to 255, each with 32 bytes; the first one seals. Undefined if it's anything else */
export function readTokenKeys(written: string): TokenKeys | undefined {
  const pairs = written.split(',').map((part) => /^\s*(\d{1,3}):([A-Za-z0-9+/_-]{43}=?)\s*$/u.exec(part))
  const keys = new Map<number, Uint8Array>()
  for (const [, number, key] of pairs.flatMap((pair) => (pair === null ? [] : [pair]))) keys.set(Number(number), Buffer.from(key ?? '', 'base64'))
  const [current] = keys.keys()
  const isWhole = keys.size === pairs.length && [...keys].every(([number, key]) => number >= 1 && number <= 255 && key.byteLength === 32)
  return isWhole && current !== undefined ? { current, keys } : undefined
}

export function seal({ current, keys }: TokenKeys, id: InstallationId, token: string): Uint8Array {
  const iv = randomBytes(ivBytes)
  const sealing = createCipheriv(cipher, keyOf(keys, current), iv).setAAD(purpose(id))
  const text = Buffer.concat([sealing.update(token, 'utf8'), sealing.final()])
  return Buffer.concat([Buffer.from([current]), iv, sealing.getAuthTag(), text])
}

/** @throws SealError */
export function unseal({ keys }: TokenKeys, id: InstallationId, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed)
  const [number = 0] = bytes
  const key = keyOf(keys, number)
  try {
    const opening = createDecipheriv(cipher, key, bytes.subarray(1, 1 + ivBytes), { authTagLength: tagBytes }).setAAD(purpose(id))
    opening.setAuthTag(bytes.subarray(1 + ivBytes, 1 + ivBytes + tagBytes))
    return Buffer.concat([opening.update(bytes.subarray(1 + ivBytes + tagBytes)), opening.final()]).toString('utf8')
  } catch (cause) {
    throw new SealError(`The token of ${id} doesn’t open: key ${number} of TOKEN_KEYS is another one than it was sealed with, or the row was changed. Restore the key, or install the app there again.`, { cause })
  }
}

/** Whether the key in use sealed it. */
export const isCurrent = ({ current }: TokenKeys, sealed: Uint8Array): boolean => sealed[0] === current

/** What it's good for besides the key: the token of a bot, there and nowhere else. */
const purpose = (id: InstallationId): Buffer => Buffer.from(`${id}:bot`)

function keyOf(keys: TokenKeys['keys'], number: number): Uint8Array {
  const key = keys.get(number)
  if (key === undefined) throw new SealError(`A token was sealed with key ${number}, which TOKEN_KEYS doesn’t have. Add that key behind the others, or install the app there again.`)
  return key
}
