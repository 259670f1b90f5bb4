// An interaction without one of its fields threw inside of discord.js: a rejection that nobody handled, or the end of the process.
import { expect, onTestFinished, test } from 'vitest'
import { openStage } from '../platforms/discord/stage.ts'
import { until } from '../fakes/until.ts'

const spoilt = [
  ['without entitlements', { entitlements: undefined }],
  ['with entitlements that are no list', { entitlements: 'many' }],
  ['without a person', { member: undefined }],
  ['of somebody who is nothing', { member: null, user: null }],
  ['with permissions that are none', { member: { user: { id: '123456789012345678' }, permissions: {} } }],
  ['without data', { data: undefined }],
] as const

test('an interaction that the library cannot read is left alone, and the next one is answered', async () => {
  const uncaught: unknown[] = []
  const keep = (fault: unknown) => void uncaught.push(fault)
  process.on('unhandledRejection', keep)
  onTestFinished(() => void process.off('unhandledRejection', keep))
  const { discord, start, bob, channel, log } = await openStage()
  await start()
  const whole = discord.people.command(bob, channel, '/study today')
  await discord.people.seen(whole)
  for (const [, change] of spoilt) discord.gateway.dispatch('INTERACTION_CREATE', { ...whole.event, id: discord.world.newId(), ...change })
  await discord.people.seen(discord.people.command(bob, channel, '/study today'))
  await until(() => log.filter(({ message }) => message === 'ignored an interaction that the bot cannot read').length === 3, 'the lines in the log')
  expect(uncaught).toEqual([])
})
