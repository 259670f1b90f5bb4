// What goes wrong on the way: planned by a test for the next requests that match.
import type { Json } from './world.ts'

export type Fault = {
  /** `answer`: this status instead of the true one. `reset`, `close`, `hang`: no answer. `half`: headers, and then nothing more. */
  readonly kind: 'answer' | 'reset' | 'close' | 'hang' | 'half'
  /** Whether the request is carried out before its answer goes wrong. */
  readonly stored?: boolean
  readonly status?: number
  readonly body?: Json
  readonly headers?: Readonly<Record<string, string>>
}

type Planned = { readonly method: string; readonly path: RegExp; readonly fault: Fault; left: number }

export type Faults = {
  /** @param path without `/api/v10` and the query */
  readonly plan: (method: string, path: RegExp, fault: Fault, times?: number) => void
  readonly next: (method: string, path: string) => Fault | undefined
  readonly clear: () => void
}

export function createFaults(): Faults {
  const planned: Planned[] = []
  return {
    plan: (method, path, fault, times = 1) => void planned.push({ method, path, fault, left: times }),
    next: (method, path) => {
      const match = planned.find((plan) => plan.left > 0 && plan.method === method && plan.path.test(path))
      if (match === undefined) return undefined
      match.left--
      return match.fault
    },
    clear: () => void planned.splice(0),
  }
}

/** A rate limit as Discord tells it: https://docs.discord.com/developers/topics/rate-limits */
export function rateLimited(seconds: number, global = false): Fault {
  return {
    kind: 'answer',
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: seconds, global },
    headers: { 'retry-after': String(Math.ceil(seconds)), 'x-ratelimit-scope': global ? 'global' : 'user', ...(global ? { 'x-ratelimit-global': 'true' } : {}) },
  }
}

export const refused = (status: number, code: number, message: string): Fault => ({ kind: 'answer', status, body: { message, code } })
