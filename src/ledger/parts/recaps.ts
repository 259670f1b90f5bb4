// The part for recaps.
import { isShown, shownName } from '../../core/person.ts'
import type { PersonId } from '../../core/quiz.ts'
import { hasExtras, howLongAgo, mostNamed, noExtras, recapOf, stillShown, type Extras, type Named, type Recap, type RecapView, type Shared } from '../../core/recap.ts'
import type { Round, RoundId } from '../../core/round.ts'
import { studyDay } from '../../core/study-day.ts'
import { day, type Instant, type LocalDate } from '../../core/time.ts'
import { lastDayOf, weekOf } from '../../core/weekly.ts'
import type { Jobs } from '../jobs.ts'
import type { PersonSeen } from '../people.ts'
import type { ExtrasView, Recaps } from '../recaps.ts'
import { idsOf } from './one-user.ts'
import type { StoredRound } from '../tables/round-row.ts'
import { isResultShown } from '../tables/round-views.ts'
import type { Tables } from '../tables/tables.ts'
import { unitedForOthers } from './united-streak.ts'
import { weekBoard, type WeekBoard } from './week-board.ts'

/** Nobody waits for a reply to a question that closed longer ago. */
const repliesWithin = day

export function openRecaps({ read, write }: Jobs, tables: Tables): Recaps {
  const { rounds, recaps } = tables
  return {
    fixExtras: (name) => write(() => viewOf(tables, rounds.find(name), (stored) => recaps.extras(stored.id) ?? fix(tables, stored))),
    extrasOf: (name) => read(() => viewOf(tables, rounds.find(name), (stored) => recaps.extras(stored.id) ?? noExtras)),
    naming: (person) => read(() => naming(tables, person)),
    claimReply: (name, now) => write(() => claimReply(tables, name, now)),
    releaseReply: (name) =>
      write(() => {
        const stored = rounds.find(name)
        if (stored !== undefined) recaps.releaseReply(stored.id)
      }),
  }
}

function viewOf(tables: Tables, stored: StoredRound | undefined, extrasOf: (stored: StoredRound) => Extras): ExtrasView {
  if (stored === undefined) return { recap: null, mention: null }
  const { recap, mention } = extrasOf(stored)
  return { recap: recap === null ? null : (recapView(tables, withoutOldLeaders(tables, recap, stored), stored.round.day) ?? null), mention }
}

/** They led by points that a correction has changed since. Streaks stay as they were. @param stored the round whose post says it */
function withoutOldLeaders({ rounds, recaps }: Tables, recap: Recap, { placeId, round }: StoredRound): Recap {
  const about = rounds.find(recap.about)
  if (about === undefined || recap.leaders === null) return recap
  const week = weekOf(about.round.day)
  return recaps.isJudgedOtherwise(placeId, { from: week, to: lastDayOf(week) }, round.dueAt) ? { ...recap, leaders: null } : recap
}

function fix(tables: Tables, stored: StoredRound): Extras {
  const { recaps, quizzes } = tables
  const { round, placeId, id } = stored
  const quiz = quizzes.at(round.place)
  if (quiz === undefined || !hasExtras(round)) return noExtras
  const closed = quiz.recap === 'next' ? recaps.closedBefore(placeId, round.dueAt) : undefined
  const extras = { recap: closed === undefined ? null : tell(tables, closed, round.day), mention: quiz.mention }
  recaps.saveExtras(id, extras)
  return extras
}

function tell(tables: Tables, closed: StoredRound, today: LocalDate): Recap {
  const board = weekBoard(tables, closed, closed.round.day)
  return recapOf(closed.round, { leaders: leadersOf(tables, board), streak: longestStreak(tables, closed, board) }, today)
}

/** The longest streaks of the people who answered this round, in whichever channel, and are shown; `days` is 0 if nobody has one. */
function longestStreak(tables: Tables, stored: StoredRound, { isOut }: WeekBoard): Shared & { readonly days: number } {
  const shown = tables.occurrences.of(stored).flatMap(({ id, placeId }) => tables.recaps.streaks(id, placeId)).filter(({ personId }) => !isOut(personId))
  const all = shown.map(({ personId, name, days }) => ({ name, days: unitedForOthers(tables, personId)?.now.current ?? days }))
  const days = Math.max(0, ...all.map((each) => each.days))
  const longest = all.filter((each) => each.days === days)
  return { people: longest.map(({ name }) => name), count: longest.length, days }
}

function leadersOf({ standings }: Tables, { id, leftOut }: WeekBoard): Shared & { readonly points: number } {
  const top = id === undefined ? [] : standings.page(id, 0, mostNamed, leftOut)
  const points = top[0]?.score.points ?? 0
  if (id === undefined || points === 0) return { people: [], count: 0, points: 0 }
  const leading = top.filter(({ score }) => score.points === points)
  // The rank of one point less says how many have more than that.
  return { people: leading.map(({ person }) => person.id), count: standings.rankOf(id, points - 1, leftOut) - 1, points }
}

function recapView(tables: Tables, recap: Recap, today: LocalDate): RecapView | undefined {
  const stored = tables.rounds.find(recap.about)
  if (stored === undefined) return undefined
  const names = shownNames(tables, stored, [...(recap.leaders?.people ?? []), ...(recap.streak?.people ?? [])])
  const withNames = <Of extends Shared>(of: Of | null): (Omit<Of, 'people'> & Named) | null => {
    const left = of === null ? undefined : stillShown(of, new Set(names.keys()))
    if (left === undefined) return null
    const { people, ...rest } = left
    return { ...rest, names: people.map((person) => names.get(person) ?? '') }
  }
  const ago = howLongAgo(stored.round.day, today)
  const { answered, right } = tables.recaps.counts(tables.occurrences.of(stored))
  const counts = { answered, right: isResultShown(stored, tables.occurrences) ? right : null }
  return { round: stored.round, ago, ...counts, leaders: withNames(recap.leaders), streak: withNames(recap.streak) }
}

/** Somebody may have taken an alias since. */
function shownNames(tables: Tables, stored: StoredRound, ids: readonly PersonId[]): ReadonlyMap<PersonId, string> {
  const { people, occurrences } = tables
  const { isOut } = weekBoard(tables, stored, stored.round.day)
  const groups = [...new Set([stored.round.group, ...occurrences.others(stored).map(({ round }) => round.group)])]
  return new Map(
    ids.flatMap((id) => {
      const person = groups.map((group) => people.find(group, id)).find((known) => known !== undefined)
      return person !== undefined && isShown(person) && !isOut(person.id) ? [[id, shownName(person)] as const] : []
    }),
  )
}

/** Also where they are somebody by a linked account. */
function naming(tables: Tables, person: PersonSeen): readonly Round[] {
  const names = [...new Set(idsOf(tables, person).map(({ id }) => id))]
  return names.flatMap((name) => tables.recaps.naming(name).map(({ round }) => round))
}

function claimReply(tables: Tables, name: RoundId, now: Instant): RecapView | undefined {
  const { rounds, recaps, quizzes } = tables
  const stored = rounds.find(name)
  if (stored === undefined || stored.round.state !== 'closed') return undefined
  const { round } = stored
  if (quizzes.at(round.place)?.recap !== 'thread' || now - (round.closedAt ?? round.closesAt) > repliesWithin) return undefined
  if (!recaps.claimReply(stored.id)) return undefined
  return recapView(tables, tell(tables, stored, studyDay(now, round.zone, round.rolloverHour)), round.day)
}
