// A question that is due, with the step that posts it, and platforms that find what the test says.
import { createSend } from '../../src/delivery/send.ts'
import type { Pauses, Work } from '../../src/delivery/work.ts'
import { PostError, type Platform } from '../../src/platforms/platform.ts'
import { openDueQuestion } from './due-question.ts'

export type Sending = Awaited<ReturnType<typeof openSending>>

export async function openSending(change: Parameters<typeof openDueQuestion>[0] = {}) {
  const due = await openDueQuestion({ ...change, quiz: { topics: ['repairs'] } })
  const wakes: number[] = []
  const pauses: Pauses = { wakeAt: (at) => void wakes.push(at), asked: (_, fault) => due.clock.now + fault.retryAfter }
  /** In a new process. */
  const started = (work: Work = due.work) => {
    const send = createSend(work, pauses)
    return async () => send(await due.claim())
  }
  return { ...due, wakes, started, step: started(), send: createSend(due.work, pauses) }
}

/** A platform on which a search for the post comes to these, one after the other. */
export function searched(...results: readonly (string | { readonly before: string } | undefined | Error)[]) {
  const left = [...results]
  const since: number[] = []
  const marks: (string | undefined)[] = []
  const find: Platform['find'] = async (_place, _round, from, upTo) => {
    since.push(from)
    marks.push(upTo)
    const result = left.shift()
    if (result instanceof Error) throw result
    return result
  }
  return { find, since, marks }
}

export const unclear = () => new PostError('unclear', 'The connection broke.')
export const busy = () => new PostError('busy', 'Wait.', { retryAfter: 5_000 })
