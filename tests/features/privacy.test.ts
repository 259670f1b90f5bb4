// How others see somebody: by name, by an alias, or not at all; said and changed in chat.
import { afterEach, expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { buttons, control } from './session-screens.ts'

let stage: Stage
afterEach(() => stage?.close())

async function answered() {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri topics=repairs open=1h')
  await stage.until('2026-03-02T08:00Z')
  const round = stage.channel.posts[0]?.round ?? ''
  await stage.press('bob', answerControl.text({ round, option: stage.optionsOf(round).right }))
}

/** Two more questions, and four more people. */
async function amongFive() {
  for (const at of ['2026-03-03T08:00Z', '2026-03-04T08:00Z']) {
    await stage.until(at)
    const round = stage.channel.posts.at(-1)?.round ?? ''
    const { right, wrong } = stage.optionsOf(round)
    for (const who of ['bob', 'cyd', 'dan', 'eve', 'fay']) await stage.press(who, answerControl.text({ round, option: who === 'bob' ? right : wrong }))
  }
}

it.each(['privacy alias "Blue Heron"', 'privacy alias Blue Heron', 'privacy alias=Blue Heron', 'privacy alias “Blue Heron”'])('%s shows the alias on the board, to oneself and to others', async (line) => {
  await answered()
  await amongFive()
  expect((await stage.type('bob', line)).title).toBe('You’re shown as Blue Heron')
  expect(words(await stage.type('bob', 'board'))).toContain('Blue Heron (alias) 3 100 % 3 (you)')
  const seen = await stage.type('cyd', 'board')
  expect(words(seen)).toContain('Blue Heron (alias) 3')
  expect(JSON.stringify(seen)).not.toContain('bob')
  expect((await stage.type('bob', 'privacy show')).title).toBe('You’re visible again')
  expect(words(await stage.type('cyd', 'board'))).toContain('bob 3')
})

it.each([
  ['privacy alias x', 'at least 2 letters'], ['privacy alias @here', 'Use letters'], ['privacy alias everyone', 'means something else'], ['privacy alias ada', 'Somebody here has that alias'],
  [`privacy alias ${'x'.repeat(25)}`, 'at most 24 letters'], ['privacy alias', 'needs a value'], ['privacy hide alias=Owl', 'Pick one'],
])('%s changes nothing and says why: %s', async (line, why) => {
  await answered()
  await stage.type('ada', 'privacy show')
  expect(words(await stage.type('bob', line))).toContain(why)
  expect((await stage.type('bob', 'privacy')).title).toBe('You’re visible')
})

it('asks for an alias in a form, filled with the one that is', async () => {
  await answered()
  const press = control(await stage.type('bob', 'privacy'), 'Use an alias')
  expect(await stage.send({ kind: 'press', control: press, chosen: [] } as never, 'bob')).toMatchObject({ to: 'form', values: {}, form: { command: 'privacy' } })
  expect(await stage.send({ kind: 'form', command: 'privacy', values: { alias: ' ' } } as never, 'bob')).toMatchObject({ to: 'form-errors', errors: { alias: expect.stringContaining('at least 2') } })
  expect(await stage.send({ kind: 'form', command: 'privacy', values: { alias: 'Blue Heron' } } as never, 'bob')).toMatchObject({ to: 'asker', screen: { title: 'You’re shown as Blue Heron' } })
  expect(await stage.send({ kind: 'press', control: press, chosen: [] } as never, 'bob')).toMatchObject({ to: 'form', values: { alias: 'Blue Heron' } })
})

it('takes the name out of what the open question tells about the one before', async () => {
  await answered()
  await amongFive()
  await stage.until('2026-03-04T09:01Z')
  await stage.until('2026-03-05T08:00Z')
  expect(words(stage.channel.posts[3]?.screen as Screen)).toContain('bob')
  await stage.type('bob', 'privacy alias Blue Heron')
  await stage.pass(60_000)
  const told = words(stage.channel.posts[3]?.redrawn as Screen)
  expect(told).toContain('Blue Heron')
  expect(told).not.toContain('bob')
  await stage.type('bob', 'privacy hide')
  await stage.pass(60_000)
  expect(words(stage.channel.posts[3]?.redrawn as Screen)).not.toMatch(/bob|Heron/u)
})

it('every way of being seen leads to the others, to one’s data, and to deleting it', async () => {
  await answered()
  const labels = async (line: string) => buttons(await stage.type('bob', line)).map(({ label }) => label)
  const own = ['Export my data', 'Delete my data']
  expect(await labels('privacy hide')).toEqual(['Show me', 'Use an alias', ...own])
  expect(await labels('privacy alias Owl')).toEqual(['Change alias', 'Show my name', 'Hide me', ...own])
  expect(await labels('privacy show')).toEqual(['Hide me', 'Use an alias', ...own])
})
