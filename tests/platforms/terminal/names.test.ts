// What people are called in the terminal.
import { expect, it } from 'vitest'
import { createNames } from '../../../src/platforms/terminal/outgoing/names.ts'
import type { Screen } from '../../../src/screens/screen.ts'
import type { Inline } from '../../../src/screens/text.ts'
import { openKeyboard, sample, toAsker } from './keyboard.ts'

const grace = 'terminal:local:u:grace'
const answered = (...names: readonly (readonly [string, string])[]) => ({ names: async () => new Map(names) })
const person = (id: string, name = ''): Inline => ({ kind: 'person', id, name })
const show = (...people: readonly Inline[]): Screen => ({ name: 'notice', title: 'Managers', tone: 'plain', blocks: [{ kind: 'list', items: people.map((one) => [one]) }] })

it('a name is what somebody says of themselves, else the one of their last answer, else what others typed', async () => {
  const names = createNames(() => answered([grace, 'Grace']))
  names.called('gRACE')
  expect(await names.of(grace)).toBe('Grace')
  names.own('GRACE')
  expect(await names.of(grace)).toBe('GRACE')
  names.called('gRACE')
  expect(await names.of(grace)).toBe('GRACE')
  names.called('Linus')
  expect(await names.of('terminal:local:u:linus')).toBe('Linus')
  expect(await names.of('terminal:local:u:bob')).toBe('bob')
  expect(await names.of('slack:T1/U1')).toBeUndefined()
})

it('before there is a bot to ask, what was typed stands', async () => {
  const names = createNames(() => undefined)
  expect(await names.of(grace)).toBe('grace')
  names.own('Grace')
  expect(await names.of(grace)).toBe('Grace')
})

it('everybody on a screen has a name, and who has one already keeps it', async () => {
  const names = createNames(() => answered([grace, 'Grace']))
  const screen = show(person(grace), person(grace, 'Admiral'), person('terminal:local:u:bob'), person('slack:T1/U1'))
  expect(await names.on(screen)).toEqual(show(person(grace, 'Grace'), person(grace, 'Admiral'), person('terminal:local:u:bob', 'bob'), person('slack:T1/U1')))
  expect(await names.on(sample('board'))).toEqual(sample('board'))
})

it('a private message says for whom it is', async () => {
  const keyboard = openKeyboard(() => [toAsker(sample('noted'))])
  await keyboard.platform.start({ ...keyboard.handler, ...answered([grace, 'Grace']) })
  expect(await keyboard.platform.tell(grace, sample('refusal'))).toBe(true)
  expect(keyboard.text()).toContain('for Grace alone')
  await keyboard.platform.stop()
})
