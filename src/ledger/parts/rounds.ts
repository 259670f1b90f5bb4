// The part for rounds.
import type { AccountId, GroupId, PersonId, PlaceId } from '../../core/quiz.ts'
import type { Round, RoundId } from '../../core/round.ts'
import type { Instant } from '../../core/time.ts'
import type { Jobs } from '../jobs.ts'
import type { PersonSeen } from '../people.ts'
import type { RoundView, Rounds } from '../rounds.ts'
import { standingAnswer } from './standing-answer.ts'
import type { StoredRound } from '../tables/round-row.ts'
import { viewOf } from '../tables/round-views.ts'
import type { Tables } from '../tables/tables.ts'

export function openRounds({ read, peek }: Jobs, tables: Tables): Rounds {
  const { rounds, roundLists, askedNow, answers, occurrences } = tables

  function view(name: RoundId, group: GroupId, person: PersonId | null, account?: AccountId): RoundView | undefined {
    const stored = rounds.find(name)
    if (stored === undefined || stored.round.group !== group) return undefined
    return { ...viewOf(stored, occurrences), ...(person === null ? { mine: null } : mineOf(stored, person, account)) }
  }

  function mineOf(stored: StoredRound, person: PersonId, account: AccountId | undefined): Pick<RoundView, 'mine' | 'mineIn'> {
    const standing = standingAnswer(tables, stored, { id: person, account, group: stored.round.group })
    const answer = standing.person === undefined ? undefined : answers.find(standing.stored.id, standing.person.id)
    if (answer === undefined) return { mine: null }
    const { chosen, at, day } = answer
    return { mine: { person, chosen, at, day }, ...(standing.stored.id === stored.id ? {} : { mineIn: standing.stored.round.place }) }
  }

  function openTo(place: PlaceId, { group, id, account }: Pick<PersonSeen, 'id' | 'group' | 'account'>, now: Instant): readonly Round[] {
    const open = roundLists.allOpen(place, now).filter(({ round }) => round.group === group)
    const isAnswered = (stored: StoredRound) => {
      const { stored: answered, person } = standingAnswer(tables, stored, { id, account, group })
      return person !== undefined && answers.find(answered.id, person.id) !== undefined
    }
    return [...open.filter((stored) => !isAnswered(stored)), ...open.filter(isAnswered)].map(({ round }) => round)
  }

  return {
    find: async (name) => peek(() => rounds.find(name)?.round),
    view: (...asked) => read(() => view(...asked)),
    open: (place, now) => read(() => roundLists.open(place, now)),
    openTo: (place, person, now) => read(() => openTo(place, person, now)),
    askedNow: async (account, group) => peek(() => askedNow.around(account, group)),
    over: (place, now) => read(() => roundLists.over(place, now)),
    latest: (place, limit) => read(() => roundLists.latest(place, limit)),
  }
}
