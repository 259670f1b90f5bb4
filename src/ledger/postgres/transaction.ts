// One transaction: its jobs one after the other, each with its questions in as few round trips as it allows. What a job writes at its end
// travels with the first question of the next one. Where answers can be foreseen, nothing waits for them until they are compared.
import type { Connection } from './connections.ts'
import { isRefusal, Unclear } from './explain-error.ts'
import { isAsForeseen, lookAhead, Misforeseen, openHabits, type Foresight, type Habits } from './foresight.ts'
import { openKnown } from './known.ts'
import { plain, type Answer, type Question } from './question.ts'
import type { Asked, Replay } from './replay.ts'

export type Transaction = {
  /** The answer to a question of the opening, counted from 0. */
  opened(nth: number): Promise<Answer>
  /** @returns what can be foreseen of jobs, made anew for each of them */
  lookAhead(replays: readonly Replay<unknown>[]): Promise<() => Foresight>
  /** Runs a job to its end. With foresight, that it was right is only known from `commit`, or from a failure before. */
  play<Value>(replay: Replay<Value>, foresight?: Foresight): Promise<Value>
  /** Fulfilled when everything is saved; fails with {@link Unclear} if it was sent and not answered. */
  commit(): Promise<void>
  /** Whatever state it is in. */
  rollback(): Promise<void>
}

export type Beginning = { readonly opening?: readonly Question[]; readonly habits?: Habits }

/** @param opening sent along with the first question of the first job */
export function begin({ send }: Pick<Connection, 'send'>, how: string, { opening = [], habits = openHabits() }: Beginning = {}): Transaction {
  const underWay = new Set<Promise<Answer>>()
  const known = openKnown()
  let failure: { readonly error: unknown } | undefined
  let guesses = 0

  function ask(question: Question, heard?: (answer: Answer) => void): Promise<Answer> {
    const answer = heard === undefined ? send(question) : hear(question, heard)
    underWay.add(answer)
    answer.then(
      () => underWay.delete(answer),
      // Of several that fail, the first one says why: the others only hear that the transaction is over.
      (error: unknown) => {
        failure ??= { error }
      },
    )
    return answer
  }

  async function settle(answers: readonly Promise<Answer>[]): Promise<readonly Answer[]> {
    try {
      return await Promise.all(answers)
    } catch (error) {
      await Promise.allSettled(underWay)
      throw failure === undefined ? error : failure.error
    }
  }

  async function hear(question: Question, heard: (answer: Answer) => void): Promise<Answer> {
    const answer = await send(question)
    heard(answer)
    return answer
  }

  function take(asked: Asked, answer: Answer): void {
    const { question } = asked
    habits.note(question, answer)
    if (asked.answer === undefined) {
      asked.answer = answer
      known.answered(question, answer)
    } else if (!isAsForeseen(question, asked.answer, answer)) {
      habits.doubt(question)
      throw new Misforeseen(question.text)
    }
  }

  function guess(question: Question, foresight: Foresight | undefined): Answer | undefined {
    const answer = foresight?.guess(question)
    if (answer === undefined) return undefined
    guesses += 1
    known.answered(question, answer)
    return answer
  }

  /** Fails if a guess was wrong. */
  const assured = async () => void (guesses > 0 && (await settle([...underWay])))

  void ask(plain(how))
  const opened = opening.map((question) => ask(question))

  return {
    opened: (nth) => opened[nth] ?? Promise.reject(new Error(`The opening has no question ${nth}.`)),
    lookAhead: (replays) => lookAhead(replays, { ask: (questions) => settle(questions.map((question) => ask(question))), known, habits }),
    async play(replay, foresight) {
      const oracle = { ...known, guess: (question: Question) => guess(question, foresight), early: (question: Question) => foresight?.early(question) }
      try {
        for (;;) {
          const { asked, end } = replay.step(oracle)
          const sent = asked.map((each) => ask(each.question, (answer) => take(each, answer)))
          if (end !== undefined) return end.value
          await settle(sent)
        }
      } catch (error) {
        await assured()
        // Whether it fails on what is true is seen without guesses: what it asked last was not sent any more.
        throw guesses === 0 ? error : new Misforeseen('A job failed on what it took for granted.', { cause: error })
      }
    },
    async commit() {
      await assured()
      try {
        const all = await settle([...underWay, ask(plain('COMMIT'))])
        const command = all.at(-1)?.command
        // In a transaction that failed, COMMIT is carried out as ROLLBACK.
        if (command !== 'COMMIT') throw failure?.error ?? new Error(`PostgreSQL answered COMMIT with ${command}.`)
      } catch (error) {
        if (isRefusal(error)) throw error
        throw new Unclear('The database did not say whether it saved.', { cause: error })
      }
    },
    async rollback() {
      await Promise.allSettled(underWay)
      await send(plain('ROLLBACK'))
    },
  }
}
