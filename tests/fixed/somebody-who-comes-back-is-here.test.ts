// Whoever was marked as gone stayed off the boards until their next counted answer, and “me” said “none while you are hidden”. And
// nobody ever asked the platform about them again.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { answerControl } from '../../src/screens/question.ts'
import { runControl } from '../../src/screens/control.ts'

const bob = 'terminal:team:bob'
let stage: Stage
afterEach(() => stage.close())

beforeEach(async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri topics=repairs')
  await stage.until('2026-03-02T08:00Z')
  await stage.press('bob', answer())
  stage.channel.presence.set(bob, { gone: true, name: null })
  await stage.until('2026-03-04T09:00Z')
})

function answer(): string {
  const round = stage.channel.posts[0]?.round ?? ''
  return answerControl.text({ round, option: stage.optionsOf(round).right })
}

const board = async () => words(await stage.type('ada', 'board all'))

it('somebody who left is off the board', async () => {
  expect(await board()).not.toContain('bob')
})

it('“me” gives a rank at once', async () => {
  const progress = words(await stage.type('bob', 'me'))
  expect(progress).toContain('Rank here: 1 of 1')
  expect(progress).not.toContain('hidden')
  expect(await board()).toContain('bob')
})

it.each<[string, () => Promise<unknown>]>([
  ['a command', () => stage.type('bob', 'status')],
  ['what is no command', () => stage.type('bob', 'xyzzy')],
  ['a command in no channel', () => stage.type('bob', 'help', null)],
  ['an answer that is too late', () => stage.press('bob', answer())],
  ['a button of a screen', () => stage.press('bob', runControl.text({ line: 'board' }))],
  ['an old button', () => stage.pressOld('bob')],
  ['a form', () => stage.send({ kind: 'form', command: 'settings', values: {} } as never, 'bob')],
  ['one’s own page', () => stage.send({ kind: 'home', place: null } as never, 'bob')],
])('%s shows that somebody is here', async (_, ask) => {
  await ask()
  expect(await board()).toContain('bob')
})

it('somebody who came back and asks for nothing is found within a week', async () => {
  stage.channel.presence.set(bob, { gone: false, name: 'bob' })
  await stage.until('2026-03-10T10:00Z')
  await stage.until('2026-03-11T10:00Z')
  expect(await board()).toContain('bob')
})

it('somebody of whom the platform says nothing any more stays gone', async () => {
  stage.channel.presence.clear()
  await stage.until('2026-03-20T10:00Z')
  expect(await board()).not.toContain('bob')
})
