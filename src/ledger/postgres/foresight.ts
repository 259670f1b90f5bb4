// Jobs of one transaction that don't wait for each other. First they look ahead, all at the same time: each reads as if it were alone, and
// nothing is written. Then they run one after the other, and ask everything in earnest, but go on at once as if the answer were the one that
// was seen before. What comes is compared with it before anything is committed; if a single answer differs, the transaction is given up.
import { isRead, openKnown, type Known } from './known.ts'
import type { Answer, Question } from './question.ts'
import type { Oracle, Replay } from './replay.ts'
import { areSame } from './same-value.ts'

/** An answer is not what it was taken for, because a job before this one wrote something, or this one itself; or a job failed that took something for granted. */
export class Misforeseen extends Error {}

/** What is known of statements from one transaction to the next. It only says what is worth a guess. */
export type Habits = {
  /** Of a statement that writes: as many rows as the last time. */
  usual(question: Question): Answer | undefined
  note(question: Question, answer: Answer): void
  isDoubted(question: Question): boolean
  /** It was misforeseen: for a while, it's waited for. */
  doubt(question: Question): void
}

export type Foresight = {
  guess(question: Question): Answer | undefined
  /** What was seen, whether it still holds or not. */
  early(question: Question): Answer | undefined
}

/** Of questions, by one job. Whoever asks more waits for the answers. */
const mostGuesses = 200
const [firstDoubts, mostDoubts] = [64, 16_384]

export function openHabits(): Habits {
  const changes = new Map<string, number>()
  const doubts = new Map<string, { left: number; whole: number }>()
  return {
    usual({ text }) {
      const usual = changes.get(text)
      return usual === undefined ? undefined : { command: '', columns: [], rows: [], changes: usual }
    },
    note({ text }, answer) {
      if (!isRead(text) && answer.columns.length === 0) changes.set(text, answer.changes)
    },
    isDoubted({ text }) {
      const doubt = doubts.get(text)
      if (doubt === undefined || doubt.left === 0) return false
      doubt.left -= 1
      return true
    },
    doubt({ text }) {
      const whole = Math.min(mostDoubts, (doubts.get(text)?.whole ?? firstDoubts / 2) * 2)
      doubts.set(text, { left: whole, whole })
    },
  }
}

type Means = { readonly ask: (questions: readonly Question[]) => Promise<readonly Answer[]>; readonly known: Known; readonly habits: Habits }

/** @returns what the jobs would be answered if each was alone; made anew for each job that uses it */
export async function lookAhead(replays: readonly Replay<unknown>[], { ask, known, habits }: Means): Promise<() => Foresight> {
  const seen = openKnown()
  const guess = (question: Question) => (isRead(question.text) ? seen.answer(question) : habits.usual(question))
  let looking = replays.map((replay) => ({ replay, oracle: { answer: known.answer, sent: () => undefined, guess: atMost(mostGuesses, guess), early: seen.answer } }))
  while (looking.length > 0) {
    const reads = looking.map(({ replay, oracle }) => readsOf(replay, oracle).filter((question) => seen.answer(question) === undefined))
    const questions = differentOf(reads.flat())
    for (const [nth, answer] of (await ask(questions)).entries()) {
      for (const each of [seen, known]) each.answered(questions[nth] as Question, answer)
    }
    looking = looking.filter((_, nth) => reads[nth]?.length !== 0)
  }
  return () => ({ guess: atMost(mostGuesses, (question) => (habits.isDoubted(question) ? undefined : guess(question))), early: seen.answer })
}

const differentOf = (questions: readonly Question[]): readonly Question[] => [...new Map(questions.map((question) => [JSON.stringify(question), question])).values()]

/** What it reads next. Nothing: it's at its end, cannot go on without writing, or fails on a state that isn't there yet. */
function readsOf(replay: Replay<unknown>, oracle: Oracle): readonly Question[] {
  try {
    const { asked, end } = replay.step(oracle)
    return end === undefined ? asked.map(({ question }) => question).filter(({ text }) => isRead(text)) : []
  } catch {
    return []
  }
}

function atMost(most: number, guess: Foresight['guess']): Foresight['guess'] {
  let times = 0
  return (question) => (times++ < most ? guess(question) : undefined)
}

export function isAsForeseen({ text }: Question, foreseen: Answer, { rows, changes }: Answer): boolean {
  if (!isRead(text)) return foreseen.changes === changes
  return foreseen.rows.length === rows.length && foreseen.rows.every((row, at) => areSame(row, rows[at] ?? []))
}
