// The connection breaks while a question is posted, and people answer it before the bot has found it.
import { afterEach, expect, test } from 'vitest'
import { foundByPress } from '../../src/bot/found-by-press.ts'
import type { RoundId } from '../../src/core/round.ts'
import { createSend } from '../../src/delivery/send.ts'
import { PostError } from '../../src/platforms/platform.ts'
import { answerControl } from '../../src/screens/question.ts'
import type { Press } from '../../src/screens/request.ts'
import { openDueQuestion, type DueQuestion } from '../delivery/due-question.ts'

let due: DueQuestion
afterEach(() => due.ledger.close())

/** A round whose post may be out; `find` ends when `release` is called. */
async function lost() {
  const { promise, resolve: release } = Promise.withResolvers<string>()
  due = await openDueQuestion({ failures: [new PostError('unclear', 'The connection broke.')], platform: { find: () => promise, shows: async () => undefined } })
  const counted: string[] = []
  const work = { ...due.work, measures: { due: () => undefined, posted: () => void counted.push('posted'), notPosted: (_: unknown, why: string) => void counted.push(why) } }
  const maybeOut = new Map<RoundId, number>()
  const send = createSend(work, { wakeAt: () => undefined, asked: () => due.clock.now }, maybeOut)
  await send(await due.claim())
  const { id, place } = await due.round()
  const pressed = { kind: 'press', place, message: 'message 7', control: answerControl.text({ round: id, option: null }) } as unknown as Press
  return { counted, maybeOut, release, press: () => foundByPress({ ...work, maybeOut }, pressed, due.clock.now), search: async () => send(await due.claim()) }
}

test('two at once find it once, and no later press looks for it again', async () => {
  const { counted, maybeOut, press } = await lost()
  expect(maybeOut.size).toBe(1)
  await Promise.all([press(), press()])
  expect(await due.round()).toMatchObject({ state: 'open', message: 'message 7' })
  expect([counted, due.opened.length, maybeOut.size]).toEqual([['posted'], 1, 0])
})

test('a search that was under way leaves it alone', async () => {
  const { counted, press, search, release } = await lost()
  const searched = search()
  await press()
  release('message 7')
  await searched
  expect([counted, due.opened.length, due.logged.filter(([message]) => message === 'found the post of a round').length]).toEqual([['posted'], 1, 1])
})
