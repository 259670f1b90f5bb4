// Rounds that are one question in several channels: their answers count together, and each human being has one.
import type { Votes } from '../../core/close.ts'
import type { Given } from '../../core/due.ts'
import type { GroupId, PersonId } from '../../core/quiz.ts'
import { shownFrom } from '../../core/person.ts'
import { isSameChoice } from '../../core/round.ts'
import type { Instant } from '../../core/time.ts'
import type { AnswersTable } from './answers.ts'
import { selectRounds, type ReadRound, type RoundRow, type StoredRound } from './round-row.ts'
import type { Statements } from './statements.ts'

type Ref = Pick<StoredRound, 'id' | 'placeId' | 'groupId'>

/** Where somebody has answered: the round, and as whom. */
export type AnsweredAs = { readonly roundId: number; readonly group: GroupId; readonly person: PersonId }

export type Occurrences = {
  /** The round and those of the other channels, in whatever state. */
  of(stored: StoredRef): readonly Ref[]
  /** Those of the other channels. */
  others(stored: StoredRef): readonly StoredRound[]
  /** What channels that share this were asked on that occasion. */
  given(sharedId: number, occasion: string): Given | undefined
  /** The learner's answer that counts, in whichever channel. */
  answerOf(stored: StoredRef, learnerId: number): AnsweredAs | undefined
  votes(stored: StoredRef): readonly Votes[]
  /** How those people chose who are hidden now, go by an alias, or had themselves forgotten. */
  hiddenVotes(stored: StoredRef): readonly Votes[]
  /** When the last of them answered: null if none did, 0 if all had themselves forgotten. */
  lastHidden(stored: StoredRef): Instant | null
  /** The first people who were right and are shown by their names; those of other groups as a platform shows somebody it doesn't know. */
  right(stored: StoredRound, limit: number): readonly { readonly id: PersonId; readonly name: string }[]
}

export type StoredRef = Ref & { readonly sharedId: number | null; readonly round: { readonly occasion: string } }

export function openOccurrences(db: Statements, storedRound: ReadRound, answers: Pick<AnswersTable, 'votes' | 'hiddenVotes' | 'lastHidden' | 'right'>): Occurrences {
  const refs = db.prepare<[number, string], Ref>('SELECT id, place_id AS placeId, group_id AS groupId FROM rounds WHERE shared_id = ? AND occasion = ? ORDER BY id')
  const others = db.prepare<[number, string, number], RoundRow>(`${selectRounds} WHERE r.shared_id = +? AND r.occasion = +? AND r.id <> +? ORDER BY r.id`)
  const given = db.prepare<[number, string], RoundRow>(`${selectRounds} WHERE r.shared_id = +? AND r.occasion = +? AND r.question <> '' ORDER BY r.state IN ('open', 'closed') DESC, r.id LIMIT 1`)
  const answered = db.prepare<[number, string, number], AnsweredAs>(
    `SELECT a.round_id AS roundId, p.name AS person, g.name AS "group" FROM accounts c CROSS JOIN people p ON p.account_id = c.id
       CROSS JOIN rounds r ON r.shared_id = +? AND r.occasion = +? CROSS JOIN answers a ON a.person_id = p.id AND a.round_id = r.id JOIN groups g ON g.id = p.group_id
     WHERE c.learner_id = +? AND a.superseded_by IS NULL ORDER BY a.at LIMIT 1`,
  )
  const of = (stored: StoredRef): readonly Ref[] => (stored.sharedId === null ? [stored] : refs.all(stored.sharedId, stored.round.occasion))

  const othersOf = ({ id, sharedId, round }: StoredRef): readonly StoredRound[] => (sharedId === null ? [] : others.all(sharedId, round.occasion, id).map(storedRound))

  return {
    of,
    others: othersOf,
    given(sharedId, occasion) {
      const row = given.get(sharedId, occasion)
      if (row === undefined) return undefined
      const { question, words, order, key, day, closesAt } = storedRound(row).round
      return { question, words, order, key, day, closesAt }
    },
    answerOf: ({ sharedId, round }, learnerId) => (sharedId === null ? undefined : answered.get(sharedId, round.occasion, learnerId)),
    votes: (stored) => of(stored).flatMap(({ id }) => answers.votes(id)),
    hiddenVotes: (stored) => of(stored).flatMap(({ id, groupId }) => answers.hiddenVotes(id, groupId)),
    lastHidden(stored) {
      const all = of(stored).flatMap(({ id, groupId }) => answers.lastHidden(id, groupId) ?? [])
      return all.length === 0 ? null : Math.max(...all)
    },
    right(stored, limit) {
      // A channel that went on alone may have been corrected alone.
      const agreeing = [stored, ...othersOf(stored).filter(({ round }) => isSameChoice(round.key, stored.round.key) && round.voided === undefined)]
      const all = agreeing.flatMap(({ id, groupId }) =>
        answers.right(id, limit).map(({ at, ...person }): { readonly at: Instant; readonly id: PersonId; readonly name: string } => ({ at, ...shownFrom(groupId === stored.groupId, person) })))
      return all.sort((one, other) => one.at - other.at).slice(0, limit).map(({ id, name }) => ({ id, name }))
    },
  }
}
