// Slack said that Bob is called Robert now, or has left, and boards showed Bob until the next minute's look at people, which others
// might fill for days.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { here, openStage, words, type Stage } from '../bot/stage.ts'
import { answerControl } from '../../src/screens/question.ts'

let stage: Stage
let asked: string[][]
afterEach(() => stage.close())

beforeEach(async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri topics=repairs')
  await stage.until('2026-03-02T08:00Z')
  asked = []
  const { presence } = stage.channel.platform
  stage.channel.platform.presence = (people) => {
    asked.push([...people])
    return presence(people)
  }
})

const idOf = (name: string) => `terminal:team:${name}`
const board = async () => words(await stage.type('ada', 'board all'))
const changed = (name: string, now: { gone: boolean; name: string | null }) => stage.channel.handler().changed(here.group, idOf(name), now)

async function answered(...names: readonly string[]): Promise<void> {
  const round = stage.channel.posts[0]?.round ?? ''
  for (const name of names) await stage.press(name, answerControl.text({ round, option: stage.optionsOf(round).right }))
}

it('a new name is on the board within seconds, as the platform tells it and not the event', async () => {
  await answered('bob')
  stage.channel.presence.set(idOf('bob'), { gone: false, name: 'Robert' })
  await changed('bob', { gone: false, name: 'an older name' })
  await stage.pass(2_000)
  expect(await board()).toContain('1. Robert 1')
})

it('somebody who has left is off the board within seconds', async () => {
  await answered('bob')
  stage.channel.presence.set(idOf('bob'), { gone: true, name: null })
  await changed('bob', { gone: true, name: null })
  await stage.pass(2_000)
  expect(await board()).not.toContain('bob')
})

it('a flood of events is looked up a few people at a time', async () => {
  const names = Array.from({ length: 50 }, (_, at) => `p${at}`)
  await answered(...names)
  for (const name of names) await changed(name, { gone: false, name: `${name} again` })
  for (const name of names) await changed(name, { gone: false, name: `${name} again` })
  await stage.pass(2_000)
  await stage.pass(2_000)
  expect(asked.map((people) => people.length)).toEqual([20])
  await stage.pass(15_000)
  await stage.pass(15_000)
  expect(asked.map((people) => people.length)).toEqual([20, 20, 10])
  expect(new Set(asked.flat()).size).toBe(50)
  await stage.pass(60_000)
  expect(asked).toHaveLength(3)
})

it('an event that is no news asks nobody', async () => {
  await answered('bob')
  await changed('bob', { gone: false, name: 'bob' })
  await stage.pass(2_000)
  expect(asked).toEqual([])
})
