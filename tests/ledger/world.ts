// A ledger with a quiz in it, and short words for what happens to it.
import type { QuestionBank } from '../../src/core/due.ts'
import type { QuestionWords } from '../../src/core/question.ts'
import type { OptionId, Quiz } from '../../src/core/quiz.ts'
import type { Round, RoundId } from '../../src/core/round.ts'
import { nextDue } from '../../src/core/schedule.ts'
import { day, hour, minute, type Instant } from '../../src/core/time.ts'
import type { AnswerOutcome } from '../../src/ledger/answers.ts'
import type { Board, BoardQuery } from '../../src/ledger/boards.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import type { PersonSeen } from '../../src/ledger/people.ts'

export { day, hour, minute }

export const group = 'slack:T1'
export const place = 'slack:T1/C1'

/** Monday, 5 January 2026, nine o'clock in UTC: the first round. */
export const monday: Instant = Date.UTC(2026, 0, 5, 9)

export const someone = (name: string, where = group): PersonSeen => ({ id: `${where}/${name}`, group: where, name })
export const [ada, ben, cleo, dora] = [someone('Ada'), someone('Ben'), someone('Cleo'), someone('Dora')]

export function quizOf(change: Partial<Quiz> = {}): Quiz {
  const quiz: Quiz = {
    group,
    place,
    time: '09:00',
    zone: 'UTC',
    days: [1, 2, 3, 4, 5],
    openMinutes: null,
    courses: [1],
    topics: [],
    feedback: 'instant',
    rolloverHour: 4,
    catchUpMinutes: 6 * 60,
    recap: 'next',
    weekly: false, thread: false,
    mention: null,
    holidays: null,
    managers: ['slack:T1/Manager'],
    paused: false,
    retired: null,
    skipDate: null,
    lastDate: null,
    nextDate: '2026-01-05',
    nextAt: monday,
    off: [],
    holidaysUntil: null,
    ...change,
  }
  if (change.nextAt !== undefined) return quiz
  const next = nextDue(quiz, monday)
  return { ...quiz, nextDate: next.date, nextAt: next.at }
}

/** `count` questions of four options, of which `key` are right. */
export function bankOf(count = 5, key: readonly OptionId[] = ['b']): QuestionBank {
  const ids = Array.from({ length: count }, (_, index) => `question-${index}`)
  return {
    questions: ids.map((id) => ({ id, topic: 'topic' })),
    weights: new Map([['topic', 1]]),
    contents: new Map(ids.map((id) => [id, { options: ['a', 'b', 'c', 'd'], key, words: () => null }])),
  }
}

/** The same bank with texts: each question has a stem of its own that ends with `ending`. */
export function wordedBank(ending = '', count = 5, key: readonly OptionId[] = ['b']): QuestionBank {
  const bank = bankOf(count, key)
  return { ...bank, contents: new Map([...bank.contents].map(([id, content]) => [id, { ...content, words: () => wordsOf(`${id}?${ending}`) }])) }
}

export const wordsOf = (stem: string): QuestionWords => ({
  topicTitle: 'Topic', stem, options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Option ${id}` })),
  explanation: 'Because.', whyNot: { a: 'No.' }, keyPoint: 'Remember.', note: null, sources: [],
})

export type World = {
  readonly ledger: Ledger
  readonly setUp: (change?: Partial<Quiz>) => Promise<Quiz>
  /** Claims and opens the one round that is due at `at`. */
  readonly post: (at?: Instant, bank?: QuestionBank) => Promise<Round>
  readonly answer: (round: Round, person: PersonSeen, chosen: string, at?: Instant) => Promise<AnswerOutcome | undefined>
  readonly board: (query?: Partial<BoardQuery>) => Promise<Board>
}

let events = 0

export function worldOf(ledger: Ledger): World {
  return {
    ledger,
    async setUp(change = {}) {
      const quiz = quizOf(change)
      events += 1
      await ledger.quizzes.change(quiz.place, `event ${events}`, monday - day, () => ({ quiz }))
      return quiz
    },
    async post(at = monday, bank = bankOf()) {
      const due = (await ledger.delivery.claimDue(at, bank, 100)).filter(({ round }) => round.state === 'claimed')
      const [claim] = due
      if (claim === undefined || due.length !== 1) throw new Error(`${due.length} rounds are due, not one`)
      return open(ledger, claim.round, at)
    },
    answer: (round, person, chosen, at = monday + minute) => ledger.answers.take(round.id, person, [...chosen], at),
    board: (query = {}) =>
      ledger.boards.board({ group, place, scope: 'place', span: 'all', by: 'points', day: '2026-01-05', page: 0, size: 10, asker: ada.id, ...query }),
  }
}

export async function open(ledger: Ledger, { id, group: where }: Round, at: Instant): Promise<Round> {
  await ledger.delivery.markSending(id, at, null)
  await confirm(ledger, [id], at)
  const view = await ledger.rounds.view(id, where, null)
  if (view === undefined) throw new Error('the round is gone')
  return view.round
}

/** The beat is a write that is not put off, so the confirmations are committed with it instead of waiting for one. */
export async function confirm(ledger: Ledger, ids: readonly RoundId[], at: Instant): Promise<void> {
  const confirmed = ids.map((id) => ledger.delivery.confirmPosted(id, `message of ${id}`, at))
  await Promise.all([...confirmed, ledger.upkeep.noteBeat(at)])
}

/** A board in short: rank, name and points of each row. */
export const short = (board: Board) => board.rows.map(({ rank, person, points }) => [rank, person.name, points])
