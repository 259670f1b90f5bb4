// What is offered while somebody types an option on Discord.
import { describe, expect, test } from 'vitest'
import { autocomplete } from '../../../src/platforms/discord/incoming/autocomplete.ts'
import type { Suggestion } from '../../../src/screens/form.ts'
import { commands } from '../../catalog.ts'
import { toldBot } from '../told-bot.ts'
import { received, rolesIn, type RoleData } from './received.ts'

type Typing = { readonly command?: string; readonly option: string; readonly typed?: string; readonly found?: readonly Suggestion[]; readonly roles?: readonly RoleData[] | null; readonly fails?: boolean }

async function offered({ command = 'setup', option, typed = 'w', found = [], roles = [], fails = false }: Typing) {
  const { handler } = toldBot()
  const asked: unknown[] = []
  const logged: string[] = []
  const quiet = () => undefined
  const log = { info: quiet, warn: quiet, error: quiet, debug: (_: object, message: string) => void logged.push(message) }
  const suggest: typeof handler.suggest = async (...what) => {
    asked.push(what)
    if (fails) throw new Error('no answer')
    return found
  }
  const options = [{ type: 1, name: command, options: [{ type: 3, name: option, value: typed, focused: true }] }]
  const interaction = received({ type: 4, data: { id: '1', type: 1, name: 'study-admin', options } }, { roles })
  if (interaction.kind !== 'typing') throw new Error('nobody is typing')
  let choices: unknown
  const respond = async (responded: unknown) => void (choices = responded)
  await autocomplete({ handler: { ...handler, suggest }, commands, rolesOf: async () => rolesIn({ roles }), respond, log }, interaction)
  return { choices, asked, logged }
}

const same = (value: string): Suggestion => ({ value, label: value })

describe('values', () => {
  test('are those that the bot finds for what is typed', async () => {
    const { choices, asked } = await offered({ option: 'zone', typed: 'berl', found: [{ value: 'Europe/Berlin', label: 'Berlin' }] })
    expect([choices, asked]).toEqual([[{ name: 'Berlin', value: 'Europe/Berlin' }], [['setup', 'zone', 'berl', 25, expect.anything()]]])
  })

  test.each([['board', 'period'], ['setup', 'time'], ['setup', 'nonsense'], ['frobnicate', 'zone']])('are not asked for where nothing is completed: %s %s', async (command, option) => {
    const { choices, asked } = await offered({ command, option, found: [same('x')] })
    expect([choices, asked]).toEqual([[], []])
  })

  test('are as many as Discord takes, each once, and none that it would refuse', async () => {
    const found = ['x'.repeat(101), 'y'.repeat(100), 'twice', 'twice', ' ', '', ...Array.from({ length: 40 }, (_, at) => `word ${at}`)].map(same)
    const { choices } = await offered({ option: 'zone', found })
    expect(choices).toEqual(['y'.repeat(100), 'twice', ...Array.from({ length: 23 }, (_, at) => `word ${at}`)].map((value) => ({ name: value, value })))
  })

  test('are shown as they are where their label would be refused', async () => {
    const labels = ['z'.repeat(100), 'z'.repeat(101), ' ', '']
    const { choices } = await offered({ option: 'zone', found: labels.map((label, at) => ({ value: `value ${at}`, label })) })
    expect(choices).toEqual([{ name: 'z'.repeat(100), value: 'value 0' }, ...[1, 2, 3].map((at) => ({ name: `value ${at}`, value: `value ${at}` }))])
  })

  test('that cannot be found leave a line in the log, and the person types on', async () => {
    const { choices, logged } = await offered({ option: 'zone', fails: true })
    expect([choices, logged]).toEqual([undefined, ['could not offer completions']])
  })
})

describe('people to ping', () => {
  const home = { id: '100000000000000013', name: 'At @home' }
  const roles = [{ id: '100000000000000010', name: 'Quiz Fans' }, { id: '100000000000000011', name: 'Office' }, { id: '100000000000000012', name: 'Quiz bot', managed: true }]
  const mentions = async (typed: string, around: readonly RoleData[] | null = roles) => {
    const { choices, asked } = await offered({ command: 'settings', option: 'mention', typed, roles: around })
    expect(asked).toEqual([])
    return (choices as readonly { readonly name: string; readonly value: string }[]).map(({ name, value }) => `${name} ${value}`)
  }
  const [fans, office, off] = ['@Quiz Fans <@&100000000000000010>', '@Office <@&100000000000000011>', 'Off: ping nobody off']

  test('are the roles of the server and nobody, without bots and everyone', async () => {
    expect(await mentions('')).toEqual([off, fans, office])
  })

  test.each([['quiz', [fans]], ['@quiz', [fans]], [' FANS ', [fans]], ['of', [off, office]], ['offi', [office]], ['every', []]])('are found by “%s”', async (typed, found) => {
    expect(await mentions(typed)).toEqual(found)
  })

  test('are found by a name with a sign in it', async () => {
    expect(await mentions('at @home', [home])).toEqual(['@At @home <@&100000000000000013>'])
  })

  test('are at most as many as Discord takes', async () => {
    const many = Array.from({ length: 40 }, (_, at) => ({ id: String(100000000000000100n + BigInt(at)), name: `Role ${at}` }))
    expect(await mentions('', many)).toHaveLength(25)
  })

  test('are nobody where there is no server', async () => {
    expect(await mentions('', null)).toEqual([off])
  })
})
