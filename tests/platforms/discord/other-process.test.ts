// Another process with the same token: noticed by what it posts, and by people whom it answered first.
import { expect, test } from 'vitest'
import { hour } from '../../../src/core/time.ts'
import { answerControl } from '../../../src/screens/question.ts'
import { notice } from '../../../src/screens/notice.ts'
import { samples } from '../../samples.ts'
import { until } from '../../fakes/until.ts'
import { openStage, type Stage } from './stage.ts'

const question = samples.get('question') ?? notice('no sample', [])
const choices = question.blocks.find((block) => block.kind === 'choices')
const round = (choices?.kind === 'choices' ? answerControl.read(choices.options[0]?.control ?? '')?.round : undefined) ?? ''

async function both() {
  const clock = { now: Date.now() }
  const stage = await openStage({}, () => clock.now)
  const { handler, another } = stage
  const second = another()
  await Promise.all([stage.start(), second.start(handler)])
  return { ...stage, second, clock }
}

/** An event that comes after all that were sent before it. */
async function settled({ discord, guild, requests, ada, channel }: Stage): Promise<void> {
  const before = requests.length
  const exchange = discord.people.command(ada, channel, '/study help')
  expect(guild.left).toBe(false)
  await until(() => requests.length >= before + 2, 'both to be asked')
  await until(() => exchange.errors.length > 0, 'the slower one to be refused')
}

test('a post of the other one is a sign, for a day', async () => {
  const stage = await both()
  const { platform, second, place, clock } = stage
  expect([platform.shared?.(), second.shared?.()]).toEqual([false, false])
  await platform.post(place, question, round)
  await until(() => second.shared?.() === true, 'the other one to notice')
  clock.now += 26 * hour
  expect(second.shared?.()).toBe(false)
})

test('a post of its own is none, nor is one answer that came second', async () => {
  const stage = await both()
  const { platform, second, place } = stage
  await Promise.all([platform.post(place, question, round), second.post(place, question, round)])
  await settled(stage)
  expect([platform.shared?.(), second.shared?.()]).toEqual([false, false])
})

test('several answers that came second are a sign', async () => {
  const stage = await both()
  const { platform, second } = stage
  for (let times = 0; times < 3; times += 1) await settled(stage)
  expect([platform.shared?.(), second.shared?.()]).toContain(true)
})
