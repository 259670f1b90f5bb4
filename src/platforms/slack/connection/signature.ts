// Whether a request carries Slack's signature. https://docs.slack.dev/authentication/verifying-requests-from-slack
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** In seconds, either way. */
const clockTolerance = 300

/** Is told by how many seconds a signed request's time is behind this machine's; negative where it is ahead. One of the clocks is wrong. */
export type OffTime = (behind: number) => void

/**
 * False also for a signed request whose time is off by more than five minutes.
 *
 * @param offTime is told in that case
 */
export function isSigned(signingSecret: string, { headers }: IncomingMessage, body: Buffer, offTime: OffTime): boolean {
  const given = headers['x-slack-signature']
  const at = headers['x-slack-request-timestamp']
  if (typeof given !== 'string' || typeof at !== 'string' || !/^\d+$/u.test(at)) return false
  const expected = Buffer.from(`v0=${createHmac('sha256', signingSecret).update(`v0:${at}:`).update(body).digest('hex')}`)
  const signature = Buffer.from(given)
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return false
  const behind = Date.now() / 1000 - Number(at)
  if (Math.abs(behind) <= clockTolerance) return true
  offTime(Math.round(behind))
  return false
}
