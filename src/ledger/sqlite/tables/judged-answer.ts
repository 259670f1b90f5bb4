// An answer to a daily question that was judged: onto the boards, and into the log of what its learner was asked.
import { itemId } from '../../../core/study-item.ts'
import type { Instant, LocalDate } from '../../../core/time.ts'
import type { StoredPerson } from './people.ts'
import type { StoredRound } from './round-row.ts'
import type { Tables } from './tables.ts'

type Judged = { readonly day: LocalDate; readonly right: boolean; readonly at: Instant }

export function saveJudged({ scores, studyLog }: Pick<Tables, 'scores' | 'studyLog'>, person: StoredPerson, stored: StoredRound, answer: Judged): void {
  const { day, right, at } = answer
  scores.add(person, stored, answer)
  studyLog.add(person.accountId, { item: itemId('question', stored.round.question), day, at, source: 'daily', grade: right ? 'good' : 'again' }, { roundId: stored.id })
}
