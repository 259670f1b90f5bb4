// The ledger's jobs are plain functions that ask the database as they go, and PostgreSQL's answers take time. So a job is run up to its first
// question without an answer, and once the answer is there, again from the beginning: the answers so far stand in a list, in the order in
// which they were asked for. This holds for any job that asks the same again when it is told the same, which is what jobs promise
// (../jobs.ts). What a job writes is sent along with its next question, as long as it doesn't ask how many rows were changed.

import type { Each } from '../tables/each.ts'
import { openDoneBefore } from './done-before.ts'
import type { Known } from './known.ts'
import type { Answer, Question } from './question.ts'

/** Questions of a job since the last step that have to be sent, the one that it waits for last; then, if it came to its end, its value. */
export type Step<Value> = { readonly asked: readonly Question[]; readonly end?: { readonly value: Value } }

export type Replay<Value> = {
  /** Runs the job on. Throws what the job throws. @param answers to everything that was asked in the last step @param known answers that need not be asked for */
  step(answers: readonly Answer[], known: Known): Step<Value>
}

/** What the statements of a job ask. */
export type Asking = {
  /** The answer, or the end of this run of the job. */
  ask(question: Question): Answer
  /** The answer is wanted only if somebody calls the function. */
  tell(question: Question): () => Answer
  each: Each
}

type Running = { readonly asked: Asked[]; at: number; readonly known: Known; readonly toSend: Asked[]; readonly each: Each }

type Asked = { readonly question: Question; answer: Answer | undefined }

const unanswered = new Error('This answer is on its way. The job goes on when it is there, so this error is never seen by anybody.')

/** @returns the statements' way to ask, and what makes a job one that can be run step by step */
export function createReplays(): { readonly asking: Asking; readonly replay: <Value>(work: () => Value) => Replay<Value> } {
  let running: Running | undefined

  function next(question: Question): Asked {
    if (running === undefined) throw new Error('A statement was run outside of a job.')
    const { asked, at, known, toSend } = running
    running.at += 1
    const before = asked[at]
    if (before === undefined) {
      const added: Asked = { question, answer: known.answer(question) }
      asked.push(added)
      if (added.answer === undefined) {
        known.sent(question)
        toSend.push(added)
      }
      return added
    }
    if (!isSame(before.question, question)) throw new Error(`A job asked something else when it was run again: “${question.text}” instead of “${before.question.text}”. Please report this.`)
    return before
  }

  function answerOf({ answer }: Asked): Answer {
    if (answer === undefined) throw unanswered
    return answer
  }

  return {
    asking: {
      ask: (question) => answerOf(next(question)),
      tell(question) {
        const asked = next(question)
        return () => answerOf(asked)
      },
      each(list, work) {
        if (running === undefined) throw new Error('A list was gone through outside of a job.')
        return running.each(list, work)
      },
    },
    replay<Value>(work: () => Value): Replay<Value> {
      const asked: Asked[] = []
      const doneBefore = openDoneBefore()
      let waiting: readonly Asked[] = []
      return {
        step(answers, known) {
          for (const [nth, each] of waiting.entries()) {
            const answer = answers[nth]
            each.answer = answer
            if (answer !== undefined) known.answered(each.question, answer)
          }
          const toSend: Asked[] = []
          waiting = toSend
          const run: Running = { asked, at: 0, known, toSend, each: doneBefore.run({ at: () => run.at, skipTo: (at) => void (run.at = at) }) }
          running = run
          try {
            const value = work()
            return { asked: toSend.map(({ question }) => question), end: { value } }
          } catch (error) {
            if (error !== unanswered) throw error
            return { asked: toSend.map(({ question }) => question) }
          } finally {
            running = undefined
          }
        },
      }
    },
  }
}

const isSame = (one: Question, other: Question): boolean => one.text === other.text && one.values.length === other.values.length && one.values.every((value, at) => isSameValue(value, other.values[at]))

const isSameValue = (one: unknown, other: unknown): boolean => Object.is(one, other) || (one instanceof Uint8Array && other instanceof Uint8Array && Buffer.compare(one, other) === 0)
