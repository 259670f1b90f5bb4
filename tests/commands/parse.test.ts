import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { usage } from '../../src/commands/command.ts'
import { closest, editDistance } from '../../src/commands/closest.ts'
import { commands } from '../catalog.ts'

const known = (name: string, values: Record<string, string> = {}) => ({ kind: 'known', name, values })

describe('a typed command', () => {
  it.each([
    ['', known('help')],
    ['  TODAY ', known('today')],
    ['leaderboard', known('board')],
    ['board month', known('board', { period: 'month' })],
    ['board everywhere ALL 2', known('board', { scope: 'everywhere', period: 'all', page: '2' })],
    ['lookup who patches the guest OS on EC2?', known('lookup', { words: 'who patches the guest OS on EC2?' })],
    ['who patches rds', known('lookup', { words: 'who patches rds' })],
    ['setup 09:00 Europe/Berlin mon-fri', known('setup', { time: '09:00', zone: 'Europe/Berlin', days: 'mon-fri' })],
    ['setup mon,wed UTC 9:30', known('setup', { time: '9:30', zone: 'UTC', days: 'mon,wed' })],
    ['setup 09:00 open=8h topics: iam, s3-access feedback=at-close', known('setup', { time: '09:00', open: '8h', topics: 'iam,s3-access', feedback: 'at-close' })],
    ['lookup who patches course=house-rules the guest OS?', known('lookup', { words: 'who patches the guest OS?', course: 'house-rules' })],
    ['practice 5 iam COURSE=aws', known('practice', { questions: '5', topics: 'iam', course: 'aws' })],
    ['lookup the course: overview', known('lookup', { words: 'the course: overview' })],
    ['setup 09:00 course=a,b UTC', known('setup', { time: '09:00', zone: 'UTC', course: 'a,b' })],
    ['settings course aws', known('settings', { course: 'aws' })],
    ['unpause', known('resume')],
    ['continue', known('resume')],
    ['results', known('last')],
    ['hide', known('privacy', { show: 'hide' })],
    ['privacy show', known('privacy', { show: 'show' })],
    ['skip undo', known('skip', { undo: 'undo' })],
    ['managers add @ada', known('managers', { change: 'add', person: '@ada' })],
  ])('“%s” is understood', (line, expected) => {
    expect(commands.parse(line)).toEqual(expected)
  })

  it.each([
    ['bord', 'board'],
    ['seup', 'setup'],
    ['loookup', 'lookup'],
    ['stauts', 'status'],
    ['leaderbord', 'board'],
    ['xyzzy', null],
  ])('“%s” means %s', (typed, meant) => {
    expect(commands.parse(typed)).toEqual({ kind: 'unknown', typed, meant })
  })

  it('with words that fit nothing names the first of them', () => {
    expect(commands.parse('setup 09:00 nein')).toEqual({ kind: 'misused', name: 'setup', problem: 'I don’t understand “nein” here.' })
  })

  it.each([
    ['settings open', '“open” needs a value (how long it stays open: 8h, 2 days, or auto (an hour before the next)).'],
    ['settings feedback=', '“feedback” needs a value. Write instant or at-close.'],
    ['settings feedback=later', '“later” doesn’t work for “feedback”. Write instant or at-close.'],
    ['settings days=foo', '“foo” doesn’t work for “days” (days of the week, for example mon-fri or mon,wed,fri).'],
    ['settings zone=Berlin', '“Berlin” doesn’t work for “zone” (time zone, for example Europe/Berlin). Did you mean Europe/Berlin?'],
    ['setup 09:00 Berlin mon-fri', 'I don’t understand “Berlin” here. Did you mean Europe/Berlin?'],
  ])('“%s” is told what is missing', (line, problem) => {
    expect(commands.parse(line)).toMatchObject({ kind: 'misused', problem })
  })

  it('without a word that it needs says which', () => {
    expect(commands.parse('lookup')).toMatchObject({ kind: 'misused', name: 'lookup' })
  })

  it('never fails, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (line) => void commands.parse(line)))
  })
})

describe('every command', () => {
  it.each(commands.list.flatMap((command) => command.examples.map((example) => [example, command.name])))('%s is an example that works', (example, name) => {
    expect(commands.parse(example)).toMatchObject({ kind: 'known', name })
  })

  it.each(commands.list.map((command) => [command.name, command] as const))('%s keeps to the lengths that Discord allows', (_, command) => {
    expect(command.summary.length).toBeLessThanOrEqual(100)
    expect(command.options.length).toBeLessThanOrEqual(25)
    for (const option of command.options) expect(option.summary.length, option.name).toBeLessThanOrEqual(100)
    expect(usage(command)).toContain(command.name)
  })
})

describe('the nearest word', () => {
  it('counts a swap of neighbours as one edit', () => {
    expect(editDistance('baord', 'board')).toBe(1)
    expect(closest('hepl', ['help', 'skip'])).toBe('help')
  })

  it('is none where all are far', () => {
    expect(closest('abc', ['today', 'board'])).toBeUndefined()
  })
})
