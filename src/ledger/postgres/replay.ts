// The ledger's jobs are plain functions that ask the database as they go, and PostgreSQL's answers take time. So a job is run up to its first
// question without an answer, and once the answer is there, again from the beginning: the answers so far stand in a list, in the order in
// which they were asked for. This holds for any job that asks the same again when it is told the same, which is what jobs promise
// (../jobs.ts). What a job writes is sent along with its next question, as long as it doesn't ask how many rows were changed.

import { eachInTurn, type Each } from '../tables/each.ts'
import { openDoneBefore } from './done-before.ts'
import type { Answer, Question } from './question.ts'
import { areSame } from './same-value.ts'

/** A question of a job; the answer may be missing yet, or be taken for granted until it comes. */
export type Asked = { readonly question: Question; answer: Answer | undefined }

/** Questions of a job since the last step that have to be sent, in this order; then, if it came to its end, its value. */
export type Step<Value> = { readonly asked: readonly Asked[]; readonly end?: { readonly value: Value } }

/** Who may have answers that need not come from the server first. */
export type Oracle = {
  /** A question with an answer here is not sent. */
  answer(question: Question): Answer | undefined
  /** Hears what has to be sent, in this order. */
  sent(question: Question): void
  /** What the answer to something that is sent will be. */
  guess(question: Question): Answer | undefined
  /** Good enough to find out what else to read ahead; nothing is decided by it. */
  early(question: Question): Answer | undefined
}

export type Replay<Value> = {
  /** Runs the job on, until it needs an answer that isn't there. Throws what the job throws. */
  step(oracle: Oracle): Step<Value>
}

/** What the statements of a job ask. */
export type Asking = {
  /** The answer, or the end of this run of the job. */
  ask(question: Question): Answer
  /** The answer is wanted only if somebody calls the function. */
  tell(question: Question): () => Answer
  each: Each
  /** Asks at the same time what each of these reads asks; their values are lost, but what they were answered is known (known.ts). */
  readAhead(...reads: readonly (() => unknown)[]): void
}

type Running = { readonly asked: Asked[]; at: number; readonly oracle: Oracle; readonly toSend: Asked[]; readonly each: Each }

const unanswered = new Error('This answer is on its way. The job goes on when it is there, so this error is never seen by anybody.')

/** @returns the statements' way to ask, and what makes a job one that can be run step by step */
export function createReplays(): { readonly asking: Asking; readonly replay: <Value>(work: () => Value) => Replay<Value> } {
  let running: Running | undefined
  let isAhead = false

  function next(question: Question): Asked {
    if (running === undefined) throw new Error('A statement was run outside of a job.')
    const { asked, at, oracle, toSend } = running
    running.at += 1
    const before = asked[at]
    if (before === undefined) {
      const added: Asked = { question, answer: oracle.answer(question) }
      asked.push(added)
      if (added.answer === undefined) {
        oracle.sent(question)
        toSend.push(added)
      }
      return added
    }
    if (!isSame(before.question, question)) throw new Error(`A job asked something else when it was run again: “${question.text}” instead of “${before.question.text}”. Please report this.`)
    return before
  }

  function readEarly(question: Question): Answer {
    if (running === undefined) throw new Error('A statement was run outside of a job.')
    const { oracle, toSend } = running
    const answer = oracle.answer(question) ?? oracle.early(question)
    if (answer !== undefined) return answer
    if (!toSend.some((each) => isSame(each.question, question))) toSend.push({ question, answer: undefined })
    throw unanswered
  }

  function readAhead(...reads: readonly (() => unknown)[]): void {
    if (running === undefined) throw new Error('A statement was run outside of a job.')
    const { asked, at, toSend } = running
    if (!isAhead) running.at += 1
    if (!isAhead && asked[at] !== undefined) return
    const before = toSend.length
    for (const read of reads) tryEarly(read)
    if (toSend.length > before) throw unanswered
    if (!isAhead) asked.push(done)
  }

  function tryEarly(read: () => unknown): void {
    const outer = isAhead
    isAhead = true
    try {
      read()
    } catch (error) {
      if (error !== unanswered) throw error
    } finally {
      isAhead = outer
    }
  }

  function answerOf(asked: Asked): Answer {
    asked.answer ??= running?.oracle.guess(asked.question)
    if (asked.answer === undefined) throw unanswered
    return asked.answer
  }

  return {
    asking: {
      ask: (question) => (isAhead ? readEarly(question) : answerOf(next(question))),
      readAhead,
      tell(question) {
        if (isAhead) throw new Error(`A job wrote while it read ahead: “${question.text}”. Please report this.`)
        const asked = next(question)
        return () => answerOf(asked)
      },
      each(list, work) {
        if (running === undefined) throw new Error('A list was gone through outside of a job.')
        return isAhead ? eachInTurn(list, work) : running.each(list, work)
      },
    },
    replay<Value>(work: () => Value): Replay<Value> {
      const asked: Asked[] = []
      const doneBefore = openDoneBefore()
      return {
        step(oracle) {
          const toSend: Asked[] = []
          const run: Running = { asked, at: 0, oracle, toSend, each: doneBefore.run({ at: () => run.at, skipTo: (at) => void (run.at = at) }) }
          running = run
          try {
            const value = work()
            return { asked: toSend, end: { value } }
          } catch (error) {
            if (error !== unanswered) throw error
            return { asked: toSend }
          } finally {
            running = undefined
          }
        },
      }
    },
  }
}

/** Stands where a job has read ahead. */
const done: Asked = { question: { text: '', values: [] }, answer: { command: '', columns: [], rows: [], changes: 0 } }

const isSame = (one: Question, other: Question): boolean => one.text === other.text && areSame(one.values, other.values)
