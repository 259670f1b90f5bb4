// The part for reminders before a question closes.
import { isIn } from '../../core/date-range.ts'
import { nextNudge, roundToNudge, type Lead } from '../../core/nudge.ts'
import type { PersonId, PlaceId } from '../../core/quiz.ts'
import { isExtra, type Round } from '../../core/round.ts'
import { localDate, type Instant } from '../../core/time.ts'
import type { Jobs } from '../jobs.ts'
import type { DueNudge, Nudges } from '../nudges.ts'
import type { PersonSeen } from '../people.ts'
import { accountIdOf } from './one-user.ts'
import { standingAnswer } from './standing-answer.ts'
import type { StoredRound } from '../tables/round-row.ts'
import type { Tables } from '../tables/tables.ts'

export function openNudges({ read, write }: Jobs, tables: Tables): Nudges {
  const { people, places, nudges, sharedChannels } = tables
  return {
    set: (person, place, lead, now) => write(() => set(tables, person, place, lead, now)),
    of: (seen, place) =>
      read(() => {
        const placeId = places.find(place)
        const sharedId = placeId === undefined ? undefined : sharedChannels.of(placeId)
        if (sharedId !== undefined) {
          const accountId = accountIdOf(tables, seen)
          return accountId === undefined ? null : nudges.ofShared(sharedId, accountId)
        }
        const person = people.find(seen.group, seen.id)
        return person === undefined || placeId === undefined ? null : (nudges.of(person.id, placeId) ?? null)
      }),
    claimDue: async (now, limit) => ((await read(() => nudges.due(now, 1).length)) === 0 ? { looked: 0, due: [] } : write(() => claimDue(tables, now, limit))),
  }
}

const openDaily = ({ roundLists }: Tables, place: PlaceId, now: Instant): readonly StoredRound[] => roundLists.allOpen(place, now).filter(({ round }) => !isExtra(round))
const roundsOf = (stored: readonly StoredRound[]): readonly Round[] => stored.map(({ round }) => round)

function set(tables: Tables, seen: PersonSeen, place: PlaceId, lead: Lead | null, now: Instant): void {
  const { people, places, quizzes, nudges, sharedChannels } = tables
  const placeId = places.find(place)
  if (placeId === undefined || quizzes.at(place) === undefined) return
  const [known, accountId, sharedId] = [people.find(seen.group, seen.id), accountIdOf(tables, seen), sharedChannels.of(placeId)]
  if (sharedId !== undefined && accountId !== undefined) nudges.turnOffShared(sharedId, accountId)
  if (lead === null) return known === undefined ? undefined : nudges.turnOff(known.id, placeId)
  const person = known ?? people.add(seen, now)
  nudges.save(person.id, placeId, lead, nextNudge(roundsOf(openDaily(tables, place, now)), lead, now) ?? null)
}

/** Also by a linked account, and in another channel that shares the question. */
function hasAnswered(tables: Tables, stored: StoredRound, id: PersonId): boolean {
  const { stored: there, person } = standingAnswer(tables, stored, { id, group: stored.round.group })
  return person !== undefined && tables.answers.find(there.id, person.id) !== undefined
}

function claimDue(tables: Tables, now: Instant, limit: number): Awaited<ReturnType<Nudges['claimDue']>> {
  const { quizzes, nudges, away } = tables
  const all = nudges.due(now, limit)
  const open = new Map<number, readonly StoredRound[]>()
  const due = all.flatMap(({ personId, placeId, person, place, gone, lead, nextAt }): DueNudge[] => {
    const rounds = open.get(placeId) ?? openDaily(tables, place, now)
    open.set(placeId, rounds)
    nudges.putOff(personId, placeId, nextNudge(roundsOf(rounds), lead, now) ?? null)
    const quiz = quizzes.at(place)
    if (quiz === undefined || gone === 1 || isIn(away.of(personId), localDate(now, quiz.zone))) return []
    const unanswered = rounds.filter((stored) => !hasAnswered(tables, stored, person))
    const round = roundToNudge(roundsOf(unanswered), quiz, lead, { since: nextAt, now })
    return round === undefined ? [] : [{ person, round, lead }]
  })
  return { looked: all.length, due }
}
