// A round with what people made of it.
import type { Database } from 'better-sqlite3'
import type { GroupId, OptionId, PersonId } from '../../../core/quiz.ts'
import { isRight, type RoundId } from '../../../core/round.ts'
import type { RoundView } from '../../rounds.ts'
import { optionsOf, type Answers } from '../answers.ts'
import type { People } from './people.ts'
import type { Rounds, StoredRound } from './rounds.ts'

export type Views = ReturnType<typeof openViews>

/** More names than any screen shows. */
const namesLimit = 200

export function openViews(db: Database, rounds: Rounds, people: People, answers: Answers) {
  const votesOf = db.prepare<[number], { chosen: string; people: number }>('SELECT chosen, people FROM votes WHERE round_id = ? AND people > 0')
  const rightOf = db.prepare<[number, number], { id: PersonId; name: string }>(
    `SELECT p.name AS id, p.display_name AS name FROM answers a JOIN people p ON p.id = a.person_id
     WHERE a.round_id = +? AND a.is_right = 1 AND p.hidden = 0 AND p.gone = 0 ORDER BY a.at, a.person_id LIMIT +?`,
  )

  function tally(stored: StoredRound): { readonly answered: number; readonly right: number; readonly votes: Map<OptionId, number> } {
    const votes = new Map<OptionId, number>()
    let answered = 0
    let right = 0
    for (const row of votesOf.all(stored.id)) {
      const chosen = optionsOf(row.chosen)
      answered += row.people
      if (isRight(stored.round.key, chosen)) right += row.people
      for (const option of chosen) votes.set(option, (votes.get(option) ?? 0) + row.people)
    }
    return { answered, right, votes }
  }

  function view(stored: StoredRound): RoundView {
    const { answered, votes } = tally(stored)
    return { round: stored.round, answered, votes, right: rightOf.all(stored.id, namesLimit), mine: null }
  }

  return {
    tally,
    view,
    of(name: RoundId, group: GroupId, person: PersonId | null): RoundView | undefined {
      const stored = rounds.find(name)
      if (stored === undefined || stored.round.group !== group) return undefined
      const known = person === null ? undefined : people.find(group, person)
      const mine = known === undefined ? undefined : answers.find(stored.id, known.id)
      return { ...view(stored), mine: mine === undefined || person === null ? null : { person, ...mine } }
    },
  }
}
