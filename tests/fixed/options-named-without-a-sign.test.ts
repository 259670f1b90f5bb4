// “settings open 8h”, typed as the help showed it, was not understood, and no word said how the option has to be written.
import { afterEach, expect, it } from 'vitest'
import { usage } from '../../src/commands/command.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { commands } from '../catalog.ts'

let stage: Stage | undefined
afterEach(async () => {
  await stage?.close()
  stage = undefined
})

it.each([
  ['settings open 8h', { open: '8h' }],
  ['settings topics iam, s3-access rollover 3', { topics: 'iam,s3-access', rollover: '3' }],
  ['settings Time 9:30 feedback at-close', { time: '9:30', feedback: 'at-close' }],
  ['board page 2', { page: '2' }],
])('“%s” is understood', (line, values) => {
  expect(commands.parse(line)).toMatchObject({ kind: 'known', values })
})

it.each([
  ['privacy show', { show: 'show' }],
  ['skip undo', { undo: 'undo' }],
  ['managers add person', { change: 'add', person: 'person' }],
])('“%s” is taken as before', (line, values) => {
  expect(commands.parse(line)).toMatchObject({ kind: 'known', values })
})

it('the usage shows which options have to be named', () => {
  const setup = commands.find('setup')
  expect(setup && usage(setup)).toBe('setup [time] [zone] [days] [course=NAME] [open=8h] [topics=a,b] [instant|at-close] [rollover=4] [holidays=DE-BE] [recap=thread] [weekly=on] [thread=on] [mention=@here]')
})

it('a value that is no choice is met with the choices', () => {
  expect(commands.parse('settings feedback=later')).toMatchObject({ problem: '“later” doesn’t work for “feedback”. Write instant or at-close.' })
})

it('a topic that does not exist is named, with the nearest ones or with all', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  const near = words(await stage.type('ada', 'setup 09:00 UTC topics=repairs,saftey'))
  expect(near).toContain('There’s no topic “saftey”. Did you mean “Safety”?')
  expect(words(await stage.type('ada', 'setup 09:00 UTC topics=cooking'))).toContain(`There’s no topic “cooking”. Choose from ${stage.course.topics.map(({ title }) => `“${title}”`).join(' or ')}.`)
})
