// What follows a reply, over the wire: one person sees it once, whatever goes wrong on the way.
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Screen } from '../../../src/screens/screen.ts'
import { samples } from '../../samples.ts'
import type { Fault } from '../../fakes/discord/faults.ts'
import { textOf } from '../../fakes/discord/people.ts'
import { until } from '../../fakes/until.ts'
import { notice } from '../../../src/screens/notice.ts'
import { openStage, type Stage } from './stage.ts'
import { say } from '../told-bot.ts'

const callbacks = /^\/interactions\/\d+\/[^/]+\/callback$/
const followUps = /^\/webhooks\/\d+\/[^/]+$/
const originals = /^\/webhooks\/\d+\/[^/]+\/messages\/@original$/
const board = samples.get('board') as Screen
const question = samples.get('question') as Screen
const besideScreen = notice('With a button', [], [{ label: 'Set up', control: 'v1:set-up', primary: false }])

async function started(): Promise<Stage> {
  const stage = await openStage({ timing: { defer: 20, request: 250 } })
  await stage.start()
  onTestFinished(() => expect(stage.discord.violations).toEqual([]))
  return stage
}

/** A private screen of Bob's, and the press of a button on it whose answer takes long. */
async function slowPress(stage: Stage, screen: Screen, label: string, update = false) {
  const { discord, bob, channel, bot } = stage
  bot.answer = () => [{ to: 'asker', screen, update: false }]
  const own = await discord.people.seen(discord.people.command(bob, channel, '/study today'))
  const { promise, resolve } = Promise.withResolvers<void>()
  bot.answer = () => promise.then(() => [say('The result', update)])
  const pressed = discord.people.press(bob, own, label)
  await until(() => pressed.acknowledged !== null, 'the deferral')
  return { own, pressed, resolve }
}

const storedThenBroken: readonly (readonly [string, Fault])[] = [
  ['answers 500', { kind: 'answer', status: 500, stored: true }],
  ['resets the connection', { kind: 'reset', stored: true }],
  ['closes the connection', { kind: 'close', stored: true }],
  ['never answers', { kind: 'hang', stored: true }],
  ['stops in the middle of its answer', { kind: 'half', stored: true }],
]

test.each(storedThenBroken)('a second reply is seen once where Discord stores it and then %s', async (_, fault) => {
  const { discord, bob, channel, bot, platform, log } = await started()
  bot.answer = () => [say('first'), say('second')]
  discord.faults.plan('POST', followUps, fault)
  const asked = discord.people.command(bob, channel, '/study status')
  await until(() => asked.followUps.length > 0, 'the second reply')
  await platform.stop()
  expect(asked.followUps.map(textOf)).toEqual([expect.stringContaining('second')])
  expect(discord.asked('POST', followUps)).toHaveLength(1)
  expect(JSON.stringify(log)).not.toContain('interaction-')
})

test.each(storedThenBroken)('a late answer beside a screen of one’s own is seen once where Discord stores it and then %s', async (_, fault) => {
  const stage = await started()
  const { discord, platform } = stage
  const { pressed, resolve } = await slowPress(stage, board, 'Next ›')
  discord.faults.plan('POST', followUps, fault)
  resolve()
  await until(() => pressed.followUps.length > 0, 'the answer')
  await platform.stop()
  expect(pressed.followUps.map(textOf)).toEqual([expect.stringContaining('The result')])
})

test.each(storedThenBroken)('the late answer to a button that is answered beside its screen is seen once, and the screen stays, where Discord stores it and then %s', async (_, fault) => {
  const stage = await started()
  const { discord, bob, platform, log } = stage
  const { own, pressed, resolve } = await slowPress(stage, besideScreen, 'Set up')
  discord.faults.plan('PATCH', originals, fault)
  resolve()
  const result = await discord.people.seen(pressed)
  await platform.stop()
  expect([textOf(result).includes('The result'), result.onlyFor, result.id === own.id, textOf(own).includes('The result')]).toEqual([true, bob, false, false])
  expect(pressed.followUps).toEqual([])
  expect(log.filter(({ level }) => level === 'error')).toEqual([])
})

test.each(storedThenBroken)('the late result of an answer is seen once, in place of the private question, where Discord stores it and then %s', async (_, fault) => {
  const stage = await started()
  const { discord, bob, platform } = stage
  const { own, pressed, resolve } = await slowPress(stage, question, 'B', true)
  discord.faults.plan('PATCH', originals, fault)
  resolve()
  const result = await discord.people.seen(pressed)
  await platform.stop()
  expect([result.id === own.id, textOf(own).includes('The result'), result.onlyFor]).toEqual([true, true, bob])
  expect(pressed.followUps).toEqual([])
})

describe.each(['reset', 'close', 'hang'] as const)('where a try is lost (%s)', (kind) => {
  test('the late result of an answer is shown all the same', async () => {
    const stage = await started()
    const { pressed, resolve } = await slowPress(stage, question, 'B', true)
    stage.discord.faults.plan('PATCH', originals, { kind })
    resolve()
    expect(textOf(await stage.discord.people.seen(pressed))).toContain('The result')
  })

  test('a first reply is shown all the same', async () => {
    const { discord, bob, channel } = await started()
    discord.faults.plan('POST', callbacks, { kind })
    expect(textOf(await discord.people.seen(discord.people.command(bob, channel, '/study status')))).toContain('An answer')
  })
})
