// What is typed after /study on Slack, with Slack's own escapes and mentions in it.
import { describe, expect, test } from 'vitest'
import { isForManagers, readCommandLine } from '../../../src/platforms/slack/incoming/command-line.ts'
import { commands } from '../../catalog.ts'

const read = (line: string) => readCommandLine(line, 'T0STUDY', commands)

describe('words', () => {
  test.each([
    ['a &lt;b&gt; &amp; c', 'a <b> & c'],
    ['&amp;lt;', '&lt;'],
    ['see <https://docs.example/a|the docs> and <http://b.example>', 'see https://docs.example/a and http://b.example'],
    ['ask <@U0BOB|bob> in <#C1|general>', 'ask @bob in #general'],
    ['ask <@U0BOB>', 'ask @U0BOB'],
    ['mail <@U0BOB|bob@@work>', 'mail @bob@@work'],
    ['<!here|@here> and <!subteam^S012|@ops>', '@here and @ops'],
  ])('“%s” are read as people see them', (typed, words) => {
    expect(read(`lookup ${typed}`)).toEqual({ kind: 'known', name: 'lookup', values: { words } })
  })
})

describe('a person', () => {
  test('is taken from a mention alone', () => {
    expect(read('managers add <@U0BOB|bob>')).toMatchObject({ kind: 'known', values: { change: 'add', person: 'slack:T0STUDY/U0BOB' } })
    expect(read('managers add bob')).toEqual({ kind: 'misused', name: 'managers', problem: 'I don’t know who “bob” is. Type @ and choose the person from Slack’s list.' })
  })

  test('is no channel and no group', () => {
    expect(read('managers add <#C1|general>')).toMatchObject({ kind: 'misused', problem: expect.stringContaining('general') })
    expect(read('managers add <!subteam^S012|@ops>')).toMatchObject({ kind: 'misused', problem: expect.stringContaining('“@ops”') })
  })

  test('who is none is named back in few words', () => {
    const refused = read(`managers add @${'x'.repeat(200)}`)
    expect(refused).toMatchObject({ kind: 'misused', problem: expect.stringContaining(`“@${'x'.repeat(79)}”`) })
  })

  test('does not have to be named at all', () => {
    expect(read('managers')).toEqual({ kind: 'known', name: 'managers', values: {} })
    expect(read('settings mention=@here')).toMatchObject({ kind: 'known' })
  })
})

describe('whom the daily question pings', () => {
  const mention = (typed: string) => read(`settings mention=${typed}`)

  test.each([
    ['<!here>', 'here'],
    ['<!here|@here>', 'here'],
    ['<!subteam^S012|@ops>', 'slack:T0STUDY/S012'],
    ['<!subteam^S012>', 'slack:T0STUDY/S012'],
    ['@here', '@here'],
    ['off', 'off'],
  ])('can be %s', (typed, value) => {
    expect(mention(typed)).toEqual({ kind: 'known', name: 'settings', values: { mention: value } })
  })

  test.each([
    ['<!channel>', '@channel'],
    ['<!everyone|@everyone>', '@everyone'],
    ['<!subteam^X012|@ops>', '@ops'],
    ['<!a-subteam^S012>', '@a-subteam^S012'],
    ['<!subteam^S012-x|@ops>', '@ops'],
    ['@hereabouts', '@hereabouts'],
    ['@not-here', '@not-here'],
    ['@ops', '@ops'],
  ])('can’t be %s', (typed, shown) => {
    expect(mention(typed)).toEqual({ kind: 'misused', name: 'settings', problem: `“${shown}” can’t be pinged. Write @here, choose a user group from Slack’s list after typing @, or write off.` })
  })

  test('that can’t be pinged is named back in few words', () => {
    expect(mention(`@${'y'.repeat(200)}`)).toMatchObject({ problem: expect.stringMatching(/^“@y{79}” can’t be pinged/u) })
  })

  test('is not asked about where nothing of it was typed', () => {
    expect(read('settings feedback=instant')).toEqual({ kind: 'known', name: 'settings', values: { feedback: 'instant' } })
  })
})

test('what nobody knows stays unknown', () => {
  expect(read('frobnicate <@U0BOB|bob>')).toMatchObject({ kind: 'unknown', typed: expect.stringContaining('frobnicate') })
})

test('the commands of managers are told apart, also where they are misused', () => {
  expect(['pause', 'setup 25:99', 'managers add'].map((line) => isForManagers(line, commands))).toEqual([true, true, true])
  expect(['today', 'board yesterday', 'frobnicate', 'pase'].map((line) => isForManagers(line, commands))).toEqual([false, false, false, false])
})
