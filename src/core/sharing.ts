// One daily question in several channels. One of them leads: its settings, pauses and days off hold for all. The others follow it, each
// with its own managers, its own recap and its own ping.
import type { DayOff } from './days-off.ts'
import { planned } from './manage.ts'
import type { GroupId, PersonId, PlaceId, Quiz } from './quiz.ts'
import { localDate, type Instant } from './time.ts'

/** Each post shows the answers of all of them, so each answer may edit as many posts. */
export const mostChannels = 10

/** Channels that share, in the order in which they joined. */
export type Together = { readonly lead: PlaceId; readonly channels: readonly Quiz[] }

export type WhyNotJoin =
  | 'same-channel'
  | 'together-already'
  /** The channel that wants to join shares with others already. */
  | 'together-with-others'
  | 'too-many'
  /** The channel that gave the code can't post any more. */
  | 'lost'

/** @param together those that `from` shares with, itself included; undefined if it is alone */
export function whyNotJoin(from: Quiz, to: { readonly place: PlaceId; readonly together: Together | undefined }, together: Together | undefined): WhyNotJoin | undefined {
  if (from.place === to.place) return 'same-channel'
  if (together?.channels.some(({ place }) => place === to.place) === true) return 'together-already'
  if (to.together !== undefined) return 'together-with-others'
  if (from.retired !== null) return 'lost'
  return (together?.channels.length ?? 1) >= mostChannels ? 'too-many' : undefined
}

/**
 * The quiz of a channel that joins. What it was asked and answered stays its own; a question that is out stays out.
 *
 * @param own undefined if it has none yet: the person who joins it becomes its manager
 */
export function joining(own: Quiz | undefined, lead: Quiz, at: { readonly group: GroupId; readonly place: PlaceId; readonly by: PersonId; readonly now: Instant }): Quiz {
  const { group, place, by, now } = at
  const today = localDate(now, lead.zone)
  const base: Quiz = own ?? { ...lead, group, place, managers: [by], mention: null, retired: null, lastDate: null, off: [] }
  const off = [...base.off.filter(({ to }) => to < today), ...lead.off.filter(({ to }) => to >= today).map(byNobody)]
  // A pause of its own ends: whoever joins wants its questions.
  return follow({ ...base, retired: null, off }, lead, { stopped: false, now })
}

/** The quiz of a channel after a change of the one that it follows. */
export function inStep(own: Quiz, { before, after }: { readonly before: Quiz; readonly after: Quiz }, now: Instant): Quiz {
  const gone = before.off.filter((each) => !after.off.some((other) => isSame(each, other)))
  const come = after.off.filter((each) => !before.off.some((other) => isSame(each, other)))
  const kept = own.off.filter((each) => !gone.some((other) => isSame(each, other)) && !come.some((other) => isSame(each, other)))
  const off = gone.length + come.length === 0 ? own.off : [...kept, ...come.map(byNobody)].toSorted((one, other) => (one.from < other.from ? -1 : 1))
  // It may have stopped by itself: the bot was removed there, or its channel is lost.
  const stopped = own.retired !== null || (own.paused && !before.paused)
  return follow({ ...own, off }, after, { stopped, now })
}

function follow(own: Quiz, lead: Quiz, { stopped, now }: { readonly stopped: boolean; readonly now: Instant }): Quiz {
  const { group, place, managers, recap, weekly, thread, mention, retired, lastDate, off } = own
  const after = { ...lead, group, place, managers, recap, weekly, thread, mention, retired, lastDate, off, paused: stopped || lead.paused }
  // A date that is due already keeps its round.
  if (!own.paused && own.nextAt <= now && own.nextDate > (lastDate ?? '')) return { ...after, nextDate: own.nextDate, nextAt: own.nextAt }
  return lead.nextDate > (lastDate ?? '') ? after : planned(after, now)
}

/** The people of one channel may be unknown in another. */
const byNobody = (dayOff: DayOff): DayOff => ({ ...dayOff, by: null })

const isSame = (one: DayOff, other: DayOff): boolean => one.kind === other.kind && one.from === other.from && one.to === other.to && one.name === other.name

/** Which channel leads if the one that does can't any more, or leaves: the first that can post. Undefined if there is none. */
export const nextLead = (channels: readonly Quiz[], without: PlaceId): Quiz | undefined =>
  channels.find(({ place, paused, retired }) => place !== without && !paused && retired === null) ?? channels.find(({ place, retired }) => place !== without && retired === null)
