// The only manager had left, and Slack took the messages for them all the same: so no owner ever heard that the quiz had stopped.
import { afterEach, expect, it } from 'vitest'
import { here, openStage, PostError, words, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage.close())

const [ada, bob, olga] = ['terminal:team:ada', 'terminal:team:bob', 'terminal:team:olga']
const left = { gone: true, name: null }
const told = () => stage.channel.told.map(({ person }) => person)

async function settled(...managers: readonly string[]): Promise<void> {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin')
  for (const manager of managers) await stage.type('ada', `managers add ${manager}`)
  stage.channel.stored.owners = [olga]
  stage.channel.presence.set(ada, left)
}

async function missed(): Promise<void> {
  stage.channel.failures.push(new PostError('refused', 'The bot may not write here.'))
  await stage.until('2026-03-02T08:00Z')
}

it('an owner is told at once where every manager has left', async () => {
  await settled()
  await missed()
  expect(told()).toEqual([olga])
  expect(words(stage.channel.told[0]?.screen ?? (undefined as never))).toContain('as an owner or admin')
})

it('the next manager is told where the first has left', async () => {
  await settled(bob)
  await missed()
  expect(told()).toEqual([bob])
})

it('somebody of whom the platform says nothing is tried', async () => {
  await settled()
  stage.channel.presence.clear()
  await missed()
  expect(told()).toEqual([ada])
})

it('that a stopped quiz goes on, or waits after the bot came back, is told to those who are here', async () => {
  await settled(bob)
  await stage.channel.handler().lost(here.place, 'archived')
  await stage.until('2026-03-02T07:01Z')
  await stage.channel.handler().unarchived(here.place)
  await stage.channel.handler().removed(here.group, stage.clock.now)
  await stage.channel.handler().joined(here.group)
  expect(told()).toEqual([bob, bob, bob])
})
