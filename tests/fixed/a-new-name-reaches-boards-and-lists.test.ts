// Boards and lists kept the name under which somebody last answered, although the daily look at people, the platform’s events and every
// request carry the name they have now.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { here, openStage, words, type Stage } from '../bot/stage.ts'
import { answerControl } from '../../src/screens/question.ts'

const bob = 'terminal:team:bob'
let stage: Stage
afterEach(() => stage.close())

beforeEach(async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri topics=repairs')
  await stage.until('2026-03-02T08:00Z')
  const round = stage.channel.posts[0]?.round ?? ''
  await stage.press('bob', answerControl.text({ round, option: stage.optionsOf(round).right }))
})

const asker = (more: object) => ({ asker: { id: bob, name: 'Robert', zone: null, admin: false, maySetUp: false, ...more } })
const board = async () => words(await stage.type('ada', 'board all'))

it('the name of whoever asks for anything is kept', async () => {
  await stage.send({ kind: 'home', place: null, ...asker({}) } as never, 'bob')
  expect(await board()).toMatch(/1\. Robert 1/u)
})

it('a stand-in, where the platform did not say in time who somebody is, is not', async () => {
  await stage.send({ kind: 'home', place: null, ...asker({ name: 'somebody', standIn: true }) } as never, 'bob')
  expect(await board()).toMatch(/1\. bob 1/u)
})

it('the daily look at people keeps the name that the platform tells', async () => {
  stage.channel.presence.set(bob, { gone: false, name: 'Robert' })
  await stage.until('2026-03-03T07:30Z')
  await stage.until('2026-03-03T08:30Z')
  expect(await board()).toMatch(/1\. Robert 1/u)
  expect([...(await stage.channel.handler().names(here.group, [bob])).values()]).toEqual(['Robert'])
})

it('a name that the platform says has changed is asked for within a minute', async () => {
  stage.channel.presence.set(bob, { gone: false, name: 'Robert' })
  await stage.until('2026-03-02T08:02Z')
  expect(await board()).toMatch(/1\. bob 1/u)
  await stage.channel.handler().changed(here.group, bob, { gone: false, name: 'an older name' })
  await stage.until('2026-03-02T08:03Z')
  expect(await board()).toMatch(/1\. Robert 1/u)
})

it('the list of who was right has the new name', async () => {
  stage.channel.presence.set(bob, { gone: false, name: 'Robert' })
  await stage.channel.handler().changed(here.group, bob, { gone: false, name: 'Robert' })
  await stage.until('2026-03-02T08:03Z')
  await stage.until('2026-03-03T07:30Z')
  expect(words(stage.channel.posts[0]?.redrawn ?? stage.channel.posts[0]?.screen ?? (undefined as never))).toContain('Right: Robert')
})
