// An answer to a daily question that was judged: onto the boards, and into the log of what its learner was asked.
import { itemId, type StudyEntry } from '../../core/study-item.ts'
import type { Instant, LocalDate } from '../../core/time.ts'
import type { StoredPerson } from './people.ts'
import type { StoredRound } from './round-row.ts'
import type { Tables } from './tables.ts'

import { notCounted, type CountedAs } from './scores.ts'

type Judged = { readonly day: LocalDate; readonly right: boolean; readonly at: Instant }

type Needs = Pick<Tables, 'scores' | 'sharedScores' | 'studyLog'>

const present: CountedAs = { present: true, right: null }

export function saveJudged({ scores, sharedScores, studyLog }: Needs, person: StoredPerson, stored: StoredRound, answer: Judged & { /** Its day counts already: the question didn't for a while. */ readonly present?: boolean }): void {
  if (answer.present === true) scores.recount(person, stored, { ...answer, before: present, after: { ...present, right: answer.right } })
  else scores.add(person, stored, answer)
  sharedScores.refresh(stored.placeId, person.accountId, answer.day)
  studyLog.add(person.accountId, entryOf(stored, answer), { roundId: stored.id })
}

/** It was judged by an earlier choice. */
export function correctJudged({ scores, sharedScores, studyLog }: Needs, person: StoredPerson, stored: StoredRound, answer: Judged & { readonly was: boolean }): void {
  scores.correct(person, stored, answer)
  sharedScores.refresh(stored.placeId, person.accountId, answer.day)
  studyLog.add(person.accountId, entryOf(stored, answer), { roundId: stored.id, amends: true })
}

/** After a correction of the round. A verdict that is null stands for none: the answer earns nothing, and the log says nothing of it. */
export function saveRejudged({ scores, sharedScores, studyLog }: Needs, person: StoredPerson, stored: StoredRound, answer: Omit<Judged, 'right'> & { readonly before: CountedAs; readonly after: CountedAs }): void {
  scores.recount(person, stored, answer)
  sharedScores.refresh(stored.placeId, person.accountId, answer.day)
  const [was, right] = [answer.before.right, answer.after.right]
  studyLog.add(person.accountId, entryOf(stored, { ...answer, right: right ?? was ?? false }), { roundId: stored.id, amends: true, counts: right !== null })
}

/** An answer to a question that doesn't count: its day does. */
export function savePresent({ answers, scores, sharedScores }: Pick<Tables, 'answers' | 'scores' | 'sharedScores'>, person: StoredPerson, stored: StoredRound, answer: Omit<Judged, 'right'>): void {
  answers.markPresent(stored.id, person.id)
  scores.recount(person, stored, { ...answer, before: notCounted, after: present })
  sharedScores.refresh(stored.placeId, person.accountId, answer.day)
}

function entryOf({ round }: StoredRound, { day, right, at }: Judged): StudyEntry {
  return { item: itemId('question', round.question), day, at, source: 'daily', grade: right ? 'good' : 'again' }
}
