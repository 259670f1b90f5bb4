// Files that wait until their sender has chosen the channel they're for. In memory: after a restart, people send them again.
import { keepLatest } from '../core/keep-latest.ts'
import type { EventId } from '../core/quiz.ts'
import { hash } from '../core/random.ts'
import { isWithin, minute, type Instant, type Span } from '../core/time.ts'
import type { AttachedFile, Requester } from '../screens/request.ts'

/** `event`: what it came with, so that a second press adds nothing. */
type Sent = { readonly file: AttachedFile; readonly event: EventId }

export type HeldFiles = {
  /** @returns the name to find it by */
  readonly keep: (sent: Sent & { readonly asker: Requester }) => string
  /** Undefined after a while or a restart, and for anybody but its sender. */
  readonly of: (name: string, asker: Requester) => Sent | undefined
}

const keptFor = 15 * minute
/** At most 5 MB each. */
const mostKept = 10

export function createHeldFiles(now: () => Instant): HeldFiles {
  const held = new Map<string, Span & Sent>()
  const key = (name: string, { account, id }: Requester) => `${account ?? id} ${name}`
  return {
    keep({ file, event, asker }) {
      const name = hash(event).toString(16).padStart(8, '0').slice(0, 8)
      keepLatest(held, key(name, asker), { file, event, since: now(), until: now() + keptFor }, mostKept)
      return name
    },
    of(name, asker) {
      const sent = held.get(key(name, asker))
      return sent !== undefined && isWithin(sent, now()) ? sent : undefined
    },
  }
}
