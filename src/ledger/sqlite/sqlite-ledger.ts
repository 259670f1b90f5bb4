// The ledger in one SQLite file: the port's methods, each of them one transaction.
// In its statements a parameter stands as `+?` beside a join, an ORDER BY or a LIMIT: SQLite compiles such a statement anew each time
// a bare one is bound, which takes ten times as long as running it (tests/ledger/statements.test.ts).
import type { Instant } from '../../core/time.ts'
import type { Ledger } from '../ledger.ts'
import type { Changed, QuizChange } from '../quizzes.ts'
import { openAnswers } from './answers.ts'
import { backup } from './file/backup.ts'
import { openBoards } from './boards.ts'
import { openCommitQueue } from './file/commit-queue.ts'
import { openDelivery } from './delivery.ts'
import { openEvents } from './tables/events.ts'
import { explainError } from './file/explain-error.ts'
import { openGroups } from './tables/groups.ts'
import { openMemory } from './file/cache.ts'
import { openDatabase, type OpenDatabase, type OpenOptions } from './file/open-database.ts'
import { openPeople } from './tables/people.ts'
import { openPlaces } from './tables/places.ts'
import { openProgress } from './tables/progress.ts'
import { openQuizzes } from './tables/quizzes.ts'
import { openRemovals } from './tables/removals.ts'
import { openRounds } from './tables/rounds.ts'
import { openScores } from './tables/scores.ts'
import { openViews } from './tables/round-views.ts'

/**
 * Opens the ledger, and makes the file where there is none; `:memory:` keeps nothing.
 * Fails with a {@link LedgerError} that says what to do.
 */
export async function openLedger(file: string, options: OpenOptions = {}): Promise<Ledger> {
  return ledgerOn(openDatabase(file, options), file)
}

export function ledgerOn({ db, salt, lock }: OpenDatabase, file: string): Ledger {
  const memory = openMemory()
  const beat = db.prepare<[string]>(`INSERT INTO meta VALUES ('beat_at', ?) ON CONFLICT DO UPDATE SET value = excluded.value`)
  const { write, writeSoon, read, end } = openCommitQueue(db, memory.forget, (error) => explainError(error, file))
  const groups = openGroups(db, memory)
  const places = openPlaces(db, memory)
  const quizzes = openQuizzes(db, groups, places)
  const rounds = openRounds(db, memory, groups, places)
  const people = openPeople(db, memory, groups)
  const scores = openScores(db, memory)
  const answers = openAnswers(db, memory, rounds, people, scores)
  const views = openViews(db, rounds, people, answers)
  const events = openEvents(db, places)
  const removals = openRemovals(db, groups)
  const delivery = openDelivery(db, { quizzes, rounds, events, answers, views, salt })
  const boards = openBoards(db, { groups, places, people, rounds, scores })
  const progress = openProgress(db, { places, people, rounds, scores, boards })

  function changeQuiz<Refusal>(...[place, event, at, rule]: Parameters<Ledger['quizzes']['change']>): Changed<Refusal> {
    const quiz = quizzes.at(place)
    if (events.isTaken(place, event)) return { kind: 'repeated', quiz }
    const change = rule(quiz) as QuizChange<Refusal>
    if ('refusal' in change) return { kind: 'refused', refusal: change.refusal }
    quizzes.save(change.quiz)
    events.keep(place, 'change', event, at, null)
    return { kind: 'saved', quiz: change.quiz }
  }

  return {
    quizzes: {
      at: (place) => read(() => quizzes.at(place)),
      of: (group) => read(() => quizzes.of(group)),
      change: (place, event, at, rule) => write(() => changeQuiz(place, event, at, rule)),
    },
    groups: {
      noteRemoval: (group, at) => write(() => removals.note(group, at)),
      removalOf: (group) => read(() => removals.at(group)),
    },
    delivery: {
      claimDue: (now, bank, limit) => write(() => delivery.claimDue(now, bank, limit)),
      claimExtra: (place, event, now, bank) => write(() => delivery.claimExtra(place, event, now, bank)),
      unsent: (now, limit) => read(() => delivery.unsent(now, limit)),
      markSending: (round, at) => write(() => delivery.markSending(round, at)),
      defer: (round, retryAt) => write(() => delivery.defer(round, retryAt)),
      confirmPosted: (round, message, at) => writeSoon(() => delivery.confirmPosted(round, message, at)),
      fail: (round, reason, at) => write(() => delivery.fail(round, reason, at)),
    },
    news: {
      toTell: (now, limit) => read(() => delivery.toTell(now, limit)),
      markTold: (rounds, again) => write(() => delivery.markTold(rounds, again)),
    },
    closing: {
      closeDue: (now, limit) => write(() => delivery.closeDue(now, limit)),
      toRedraw: (limit) => read(() => delivery.toRedraw(limit)),
      markRedrawn: (round, reason) => writeSoon(() => delivery.markRedrawn(round, reason)),
    },
    answers: { take: (round, person, chosen, at) => write(() => answers.take(round, person, chosen, at)) },
    rounds: {
      view: (round, group, person) => read(() => views.of(round, group, person)),
      open: (place, now) => read(() => rounds.open(place, now)),
      latest: (place, limit) => read(() => rounds.latest(place, limit)),
    },
    boards: {
      board: (query) => read(() => boards.read(query)),
      progress: (person, place, day) => read(() => progress(person, place, day)),
    },
    people: {
      placesOf: (person) => read(() => people.placesOf(person)),
      namesOf: (group, ids) => read(() => people.namesOf(group, ids)),
      isHidden: (group, id) => read(() => people.find(group, id)?.hidden ?? false),
      setHidden: (person, hidden) => write(() => people.setHidden(person, hidden)),
      toLookUp: (before, limit) => read(() => people.toLookUp(before, limit)),
      setPresence: (seen, at) => write(() => setPresence(seen, at)),
    },
    upkeep: {
      noteBeat: (at) => write(() => void beat.run(String(at))),
      forgetEvents: (before) => write(() => events.forget(before)),
      backup: (target) => backup(db, target),
    },
    close: async () => {
      end()
      db.close()
      lock.release()
    },
  }

  function setPresence(seen: Parameters<Ledger['people']['setPresence']>[0], at: Instant): void {
    for (const { person, gone } of seen) people.setPresence(person, gone, at)
  }
}
