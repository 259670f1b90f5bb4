// The list of all daily questions that somebody manages, and its buttons.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { manage } from '../../src/features/manage/face.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { here, openStage, words, type Stage } from '../bot/stage.ts'

let stage: Stage
beforeEach(async () => {
  stage = await openStage('2026-03-02T07:00Z')
})
afterEach(() => stage.close())

const [one, two] = ['terminal:team:one', 'terminal:team:two']
const setUp = (who: string, place: string) => stage.type(who, 'setup 09:00 Europe/Berlin topics=repairs', place)
const list = async (who: string, line = 'quizzes', place: string | null = null) => words((await stage.type(who, line, place)) as Screen)
const step = (who: string, change: 'pause' | 'resume' | 'remove', place: string) => stage.press(who, manage.controls.changeListed.text({ change, page: 0, place }))
const stateOf = async (place: string) => (await stage.ledger.quizzes.at(place))?.paused
const loseChannel = (place: string) => stage.channel.handler().lost(place, 'deleted')

it('shows a manager their own, an owner all, and everybody else how to begin', async () => {
  await setUp('ada', one)
  await setUp('bob', two)
  expect((await list('ada')).match(/\[Pause\]/g)).toHaveLength(1)
  expect((await list('owner')).match(/\[Pause\]/g)).toHaveLength(2)
  expect(await list('eve')).toMatch(/No daily questions yet[\s\S]*\/study setup/u)
})

it('pauses and resumes a quiz of another channel', async () => {
  await setUp('ada', one)
  await setUp('ada', two)
  const paused = words(await step('ada', 'pause', two))
  expect([await stateOf(one), await stateOf(two)]).toEqual([false, true])
  expect(paused).toContain('[Resume]')
  expect(words(await step('ada', 'resume', two))).not.toContain('[Resume]')
  expect(await stateOf(two)).toBe(false)
})

it('checks the rights again when a button is pressed', async () => {
  await setUp('ada', one)
  expect(words(await step('eve', 'pause', one))).toContain('Only managers can do that')
  expect(words(await stage.press('owner', manage.controls.changeListed.text({ change: 'pause', page: 0, place: one }), { group: 'terminal:other' }))).toContain('No daily question here yet')
  expect(await stateOf(one)).toBe(false)
})

it('is the same after an old button or a repeated press', async () => {
  await setUp('ada', one)
  const control = manage.controls.changeListed.text({ change: 'pause', page: 0, place: one })
  await stage.press('ada', control, { event: 'press' })
  expect(words(await stage.press('ada', control, { event: 'press' }))).toContain('[Resume]')
  expect(words(await stage.press('ada', control))).toContain('[Resume]')
  await loseChannel(one)
  for (const event of ['gone', 'gone']) expect(words(await stage.press('ada', manage.controls.changeListed.text({ change: 'remove', page: 0, place: one }), { event }))).toContain('No daily questions yet')
})

it('names a deleted channel as such, last, and can remove it; what was answered there counts on', async () => {
  await setUp('ada', one)
  await setUp('ada', two)
  await stage.until('2026-03-02T08:00Z')
  const round = stage.channel.posts.find(({ place }) => place === one)?.round ?? ''
  await stage.press('ada', `v1:answer:${round}:${stage.optionsOf(round).right}`)
  await loseChannel(one)
  expect(await list('ada')).toMatch(/\[Pause\][\s\S]*A deleted channel[\s\S]*stopped. The channel was deleted[\s\S]*\[Remove from this list\]$/u)
  expect(words(await step('eve', 'remove', one))).toContain('Only managers can do that')
  expect(words(await step('ada', 'remove', two))).not.toContain('Removed')
  expect(words(await step('ada', 'remove', one))).toContain('Removed')
  expect(await list('ada')).not.toContain('deleted')
  expect(await stage.ledger.quizzes.at(one)).toBeUndefined()
  expect(words((await stage.type('ada', 'board all everywhere', two)) as Screen)).toContain('1. ada 1')
})

it('has pages', async () => {
  for (let n = 0; n < 12; n++) await setUp('ada', `terminal:team:${n}`)
  expect(await list('ada')).toMatch(/12 daily questions · page 1 of 3[\s\S]*\[Next\]/u)
  expect(await list('ada', 'quizzes 3')).toMatch(/page 3 of 3[\s\S]*\[Previous\]/u)
  expect(words(await stage.press('ada', manage.controls.quizzes.text({ page: 9999 })))).toContain('page 3 of 3')
})

it('is a command of its channel, too', async () => {
  await setUp('ada', here.place)
  expect(await list('ada', 'quizzes', here.place)).toContain('[Pause]')
})
