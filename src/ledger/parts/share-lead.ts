// Which channel leads those that share a daily question, and what the others take over from it.
import { inStep, nextLead, type Together } from '../../core/sharing.ts'
import type { Quiz } from '../../core/quiz.ts'
import type { Instant } from '../../core/time.ts'
import { saveDaysOff } from './save-days-off.ts'
import type { Tables } from '../tables/tables.ts'

/** The channels that share with this one; undefined if it is alone. */
export function togetherWith({ sharedChannels, quizzes }: Pick<Tables, 'sharedChannels' | 'quizzes'>, placeId: number): (Together & { readonly sharedId: number }) | undefined {
  const sharedId = sharedChannels.of(placeId)
  if (sharedId === undefined) return undefined
  const members = sharedChannels.channels(sharedId)
  const lead = members.find(({ leads }) => leads) ?? members[0]
  return lead === undefined ? undefined : { sharedId, lead: lead.place, channels: members.flatMap(({ place }) => quizzes.at(place) ?? []) }
}

/** The quiz that leads has changed: those that follow it change likewise. */
export function passOn(tables: Tables, placeId: number, before: Quiz, after: Quiz, now: Instant): void {
  const together = togetherWith(tables, placeId)
  if (together?.lead !== after.place) return
  for (const own of together.channels) {
    if (own.place === after.place) continue
    const next = inStep(own, { before, after }, now)
    tables.quizzes.save(next)
    saveDaysOff(tables, own.off, next)
  }
}

/** The channel can't post any more, or leaves. If it leads, another one does from now on, by the same settings. */
export function handOver(tables: Tables, placeId: number): void {
  const { sharedChannels, places } = tables
  const together = togetherWith(tables, placeId)
  const own = together?.channels.find(({ place }) => places.find(place) === placeId)
  if (together === undefined || own === undefined || together.lead !== own.place) return
  const next = nextLead(together.channels, own.place)
  const nextId = next === undefined ? undefined : places.find(next.place)
  if (nextId !== undefined) sharedChannels.lead(together.sharedId, nextId)
}
