// One transaction: its jobs one after the other, each with its questions in as few round trips as it allows. What a job writes at its end
// travels with the first question of the next one.
import type { Connection } from './connections.ts'
import { isRefusal, Unclear } from './explain-error.ts'
import { openKnown } from './known.ts'
import { plain, type Answer, type Question } from './question.ts'
import type { Replay } from './replay.ts'

export type Transaction = {
  /** The answer to a question of the opening, counted from 0. */
  opened(nth: number): Promise<Answer>
  /** Runs a job to its end. */
  play<Value>(replay: Replay<Value>): Promise<Value>
  /** Fulfilled when everything is saved; fails with {@link Unclear} if it was sent and not answered. */
  commit(): Promise<void>
  /** Whatever state it is in. */
  rollback(): Promise<void>
}

/** @param opening sent along with the first question of the first job */
export function begin({ send }: Pick<Connection, 'send'>, how: string, opening: readonly Question[] = []): Transaction {
  const underWay = new Set<Promise<Answer>>()
  const known = openKnown()
  let failure: { readonly error: unknown } | undefined

  function ask(question: Question): Promise<Answer> {
    const answer = send(question)
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

  void ask(plain(how))
  const opened = opening.map(ask)

  return {
    opened: (nth) => opened[nth] ?? Promise.reject(new Error(`The opening has no question ${nth}.`)),
    async play(replay) {
      let answers: readonly Answer[] = []
      for (;;) {
        const { asked, end } = replay.step(answers, known)
        const sent = asked.map(ask)
        if (end !== undefined) return end.value
        answers = await settle(sent)
      }
    },
    async commit() {
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
