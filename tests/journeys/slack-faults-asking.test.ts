// What becomes of presses and commands that come late, again, out of order, or whose answer has no way back.
// The table of all faults stands in slack-faults.test.ts.
import { describe, expect, test } from 'vitest'
import { until } from '../fakes/until.ts'
import { openTown, textOf } from './slack-town.ts'
import { bad, close, due, good, settled } from './slack-two-channels.ts'

/** A question that is explained at the close, and a first answer to it that can still be changed. */
async function answeredOnce() {
  const town = await openTown('2026-11-23T07:30:00Z')
  const [ada, bob] = [town.person('Ada'), town.person('Bob')]
  await town.type(ada, 'setup 09:00 Europe/Berlin mon-fri feedback=at-close')
  await town.wait(due)
  const first = await town.answerOnce(bob, town.post())
  await until(() => town.slack.whispers(bob).length === 1, 'the first answer to be noted')
  return { town, bob, first }
}

test('an earlier press that is delivered again after a later one changes nothing', async () => {
  const { town, bob, first } = await answeredOnce()
  expect(await town.answer(bob, town.post(), false)).toContain('Answer changed')
  expect((await town.slack.again(first)).ack.inTime).toBe(true)
  await town.wait(close)
  expect(await town.type(bob, 'me')).toContain('0 points, 0 of 1 right')
})

test('an earlier press that a bot which has just started gets after a later one changes nothing', async () => {
  const { town, bob, first } = await answeredOnce()
  town.moveClock('2026-11-23T08:00:01Z')
  expect(await town.answer(bob, town.post(), false)).toContain('Answer changed')
  // It has seen neither; what stands and since when is in the ledger.
  await town.restart()
  const told = await town.shown(bob, () => town.slack.again(first))
  expect(textOf(told)).not.toContain('Answer changed')
  await town.wait(close)
  expect(await town.type(bob, 'me')).toContain('0 points, 0 of 1 right')
})

test('a press on a post of last year that still shows its question is told what was right', async () => {
  const town = await settled()
  await town.wait(due)
  const old = town.postIn(bad)
  // Its answer was never shown: the workspace lets nobody edit.
  town.slack.fail('chat.update', { kind: 'error', error: 'edit_window_closed' }, 10_000, bad)
  await town.wait(close)
  await town.type(town.ada, 'pause', bad)
  await town.type(town.ada, 'pause', good)
  await town.wait('2027-11-23T12:00:00Z')
  const edits = town.asked('chat.update', bad)
  await town.wait('2027-11-23T14:00:00Z')
  expect(town.asked('chat.update', bad)).toBe(edits)
  expect(await town.answer(town.bob, old, true)).toMatch(/This question is closed[\s\S]*Your answer came too late to count/u)
  expect(await town.type(town.bob, 'me', bad)).not.toContain('1 point')
  expect(town.faults).toEqual([])
})

describe('an answer whose address has expired', () => {
  /** Bob answers, and the way back is gone by the time there is something to say. */
  async function late(joined: boolean) {
    const town = await settled()
    await town.wait(due)
    town.slack.fail('users.info', { kind: 'hang', stored: false })
    const pressed = town.answerOnce(town.bob, town.postIn(good))
    await until(() => town.slack.calls('users.info').some(({ user }) => user === town.bob), 'the press under way')
    for (const address of town.slack.world.responses.values()) address.expired = true
    Object.assign(town.slack.world.channels.get(good) ?? {}, { joined })
    expect((await pressed).ack.inTime).toBe(true)
    return town
  }

  test('is shown in the channel by the bot itself', async () => {
    const town = await late(true)
    const reply = await until(() => town.slack.whispers(town.bob)[0], 'the answer')
    expect([reply.by, textOf(reply)]).toEqual(['chat.postEphemeral', expect.stringContaining('✅ Right')])
  })

  test('counts, and can be looked up, where the bot is no longer in the channel either', async () => {
    const town = await late(false)
    await until(() => town.asked('chat.postEphemeral', good) === 1, 'the try')
    expect(await town.type(town.bob, 'today')).toContain('You already answered')
    expect(town.faults).toEqual([])
  })
})
