// Where no manager and no owner can be reached, the channel reads the news. If one notice may have arrived there (the connection broke),
// and another came to be told in the same minute, the other one was posted, taken for untold all the same, and posted again every four hours.
import { expect, it, onTestFinished } from 'vitest'
import { hour } from '../../src/core/time.ts'
import { questionBank } from '../../src/course/question-bank.ts'
import { createTeller } from '../../src/delivery/tell-managers.ts'
import { PostError } from '../../src/platforms/platform.ts'
import { words } from '../bot/stage.ts'
import { course, openDueQuestion } from '../delivery/due-question.ts'

it('a channel reads each notice once, though another one may have arrived before', async () => {
  const failures = [new PostError('unclear', 'The connection broke.')]
  const announced: string[] = []
  const { ledger, work, clock, claim, pass } = await openDueQuestion({
    platform: {
      presence: async (people) => new Map(people.map((person) => [person, { gone: true, name: null }])),
      owners: async () => [],
      announce: async (_, screen) => {
        const failure = failures.shift()
        if (failure !== undefined) throw failure
        return `message ${announced.push(words(screen))}`
      },
    },
  })
  onTestFinished(() => ledger.close())
  const tell = createTeller(work)
  /** Four hours later, and whatever is due then. */
  const beat = async (reason: string) => {
    pass(4 * hour)
    for (const { round } of await ledger.delivery.claimDue(clock.now, questionBank(course), 1)) await ledger.delivery.fail(round.id, reason, clock.now)
    await tell()
  }
  await ledger.delivery.fail((await claim()).round.id, 'The first reason.', clock.now)
  await tell()
  // Until four hours after the next question.
  for (let beats = 0; beats < 7; beats += 1) await beat('The second reason.')
  expect(announced).toEqual([expect.stringContaining('The second reason.')])
})
