// What a recap tells of a closed round: whose numbers it names, and how long ago the round was.
import { periodKey } from './board.ts'
import type { MentionId, PersonId } from './quiz.ts'
import { isExtra, type Round, type RoundId } from './round.ts'
import { addDays, type LocalDate } from './time.ts'

/** People who share a number: all that a recap may name, and how many there are. */
export type Shared = { readonly people: readonly PersonId[]; readonly count: number }

/** What a recap says besides the round itself, as it stood when the recap was first sent. People are kept by their ids: some hide later. */
export type Recap = {
  readonly about: RoundId
  /** Most points of the week of the round; null if nobody has any. `over`: the week has ended. */
  readonly leaders: (Shared & { readonly points: number; readonly over: boolean }) | null
  /** The longest streak of those who answered; null if none is worth a word. */
  readonly streak: (Shared & { readonly days: number }) | null
}

/** People who share a number: at most two by their names, without those who are hidden or gone. */
export type Named = { readonly names: readonly string[]; readonly count: number }

/** A recap of a closed round, to be shown. */
export type RecapView = {
  readonly round: Round
  readonly ago: Ago
  readonly answered: number
  /** Null where `mayShowResult` keeps the result back. */
  readonly right: number | null
  /** `over`: the week that they lead has ended. */
  readonly leaders: (Named & { readonly points: number; readonly over: boolean }) | null
  readonly streak: (Named & { readonly days: number }) | null
}

/** What the post of a round shows besides its question. Fixed when it is first sent, so that every edit shows the same. */
export type Extras = { readonly recap: Recap | null; readonly mention: MentionId | null }

export const noExtras: Extras = { recap: null, mention: null }

/** More names do not fit into two lines on a phone. */
export const mostNamed = 2

const shortestStreak = 2

/** @param today the study day on which the recap is read */
export function recapOf(
  round: Pick<Round, 'id' | 'day'>,
  top: { readonly leaders: Shared & { readonly points: number }; readonly streak: Shared & { readonly days: number } },
  today: LocalDate,
): Recap {
  const over = periodKey('week', round.day) !== periodKey('week', today)
  return {
    about: round.id,
    leaders: top.leaders.points > 0 && top.leaders.count > 0 ? { ...named(top.leaders), over } : null,
    streak: top.streak.days >= shortestStreak && top.streak.count > 0 ? named(top.streak) : null,
  }
}

const named = <Of extends Shared>(of: Of): Of => ({ ...of, people: of.people.slice(0, mostNamed) })

/** Without the people who have hidden or left since. Undefined if nobody is left. */
export function stillShown<Of extends Shared>(of: Of, shown: ReadonlySet<PersonId>): Of | undefined {
  const people = of.people.filter((person) => shown.has(person))
  const count = of.count - (of.people.length - people.length)
  return count === 0 ? undefined : { ...of, people, count }
}

export type Ago = 'yesterday' | 'this-week' | 'earlier'

/** How one would call the day of a round on `today`: a weekday's name is clear for six days. */
export function howLongAgo(day: LocalDate, today: LocalDate): Ago {
  if (day === addDays(today, -1)) return 'yesterday'
  return day > addDays(today, -7) && day < today ? 'this-week' : 'earlier'
}

/** Only the daily question tells of the one before it, and pings: nobody expects that of an extra one. */
export const hasExtras = (round: Pick<Round, 'occasion'>): boolean => !isExtra(round)
