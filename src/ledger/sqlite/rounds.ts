// The part for rounds, in SQLite.
import type { GroupId, PersonId, PlaceId } from '../../core/quiz.ts'
import type { Answer } from '../../core/answer.ts'
import type { Round, RoundId } from '../../core/round.ts'
import type { Instant } from '../../core/time.ts'
import type { PersonSeen } from '../people.ts'
import type { RoundView, Rounds } from '../rounds.ts'
import type { CommitQueue } from './file/commit-queue.ts'
import type { StoredRound } from './tables/round-row.ts'
import { viewOf } from './tables/round-views.ts'
import type { Tables } from './tables/tables.ts'

export function openRounds({ read, peek }: CommitQueue, { rounds, roundLists, askedNow, people, answers }: Tables): Rounds {
  function view(name: RoundId, group: GroupId, person: PersonId | null): RoundView | undefined {
    const stored = rounds.find(name)
    if (stored === undefined || stored.round.group !== group) return undefined
    return { ...viewOf(stored, answers), mine: person === null ? null : answerOf(stored, person) }
  }

  function answerOf({ id, round }: StoredRound, person: PersonId): Answer | null {
    const known = people.find(round.group, person)
    const answer = known === undefined ? undefined : answers.find(id, known.id)
    if (answer === undefined) return null
    const { chosen, at, day } = answer
    return { person, chosen, at, day }
  }

  function openTo(place: PlaceId, { group, id }: Pick<PersonSeen, 'id' | 'group'>, now: Instant): readonly Round[] {
    const person = people.find(group, id)
    const open = roundLists.allOpen(place, now).filter(({ round }) => round.group === group)
    const isAnswered = (stored: StoredRound) => person !== undefined && answers.find(stored.id, person.id) !== undefined
    return [...open.filter((stored) => !isAnswered(stored)), ...open.filter(isAnswered)].map(({ round }) => round)
  }

  return {
    find: async (name) => peek(() => rounds.find(name)?.round),
    view: (name, group, person) => read(() => view(name, group, person)),
    open: (place, now) => read(() => roundLists.open(place, now)),
    openTo: (place, person, now) => read(() => openTo(place, person, now)),
    askedNow: async (account, group) => peek(() => askedNow.around(account, group)),
    over: (place, now) => read(() => roundLists.over(place, now)),
    latest: (place, limit) => read(() => roundLists.latest(place, limit)),
  }
}
