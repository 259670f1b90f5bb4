// What somebody filled in that was refused, so that "Try again" opens the form with their own words. In memory: after a restart the form
// opens with the settings that hold.
import type { FormValues } from '../../screens/form.ts'
import { keepLatest } from '../../core/keep-latest.ts'
import { isWithin, minute, type Instant, type Span } from '../../core/time.ts'

export type Drafts = {
  /** Nothing, after a while or a restart. */
  of(who: string, command: string): FormValues
  keep(who: string, command: string, typed: FormValues): void
  forget(who: string, command: string): void
}

const keptFor = 15 * minute
const mostKept = 500

export function createDrafts(now: () => Instant): Drafts {
  const drafts = new Map<string, Span & { readonly typed: FormValues }>()
  const key = (who: string, command: string) => `${who} ${command}`
  return {
    of(who, command) {
      const draft = drafts.get(key(who, command))
      return draft !== undefined && isWithin(draft, now()) ? draft.typed : {}
    },
    keep(who, command, typed) {
      keepLatest(drafts, key(who, command), { typed, since: now(), until: now() + keptFor }, mostKept)
    },
    forget: (who, command) => void drafts.delete(key(who, command)),
  }
}
