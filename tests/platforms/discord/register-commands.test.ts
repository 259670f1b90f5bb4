// The commands are registered with Discord only after a change, since people who type one meanwhile see “outdated”.
import { Routes, type REST } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { commandData } from '../../../src/platforms/discord/incoming/command-data.ts'
import { registerCommands } from '../../../src/platforms/discord/incoming/register-commands.ts'
import { commands } from '../../catalog.ts'

type Json = Readonly<Record<string, unknown>>

/** As Discord gives commands back: with ids of its own, translations, and fields in the order it likes. */
function stored(command: Json, id: string): Json {
  const options = (command['options'] as readonly Json[]).map((option) => ({ ...option, name_localizations: null }))
  return { version: '1', id, application_id: '1', ...command, options, dm_permission: true, name_localizations: null }
}

const wanted = (userInstall = true): readonly Json[] => JSON.parse(JSON.stringify(commandData(commands, userInstall))) as readonly Json[]

type Discord = { app?: unknown; known?: unknown; failures?: number; answer?: (body: readonly Json[]) => unknown }

function open({ app = { integration_types_config: { 1: {} } }, known = [], failures = 0, answer = (body) => body.map((each, at) => stored(each, `90${at}`)) }: Discord = {}) {
  const sent: { readonly route: string; readonly body: readonly Json[] }[] = []
  const logged: string[] = []
  const quiet = () => undefined
  const log = { debug: quiet, warn: quiet, info: (fields: object) => void logged.push(JSON.stringify(fields)), error: (_: object, message: string) => void logged.push(message) }
  let left = failures
  const rest = {
    get: async (route: string) => {
      if (left-- > 0) throw new Error('Discord is away')
      return route === Routes.currentApplication() ? app : known
    },
    put: async (route: string, { body }: { readonly body: readonly Json[] }) => {
      sent.push({ route, body: JSON.parse(JSON.stringify(body)) as readonly Json[] })
      return answer(body)
    },
  } as unknown as REST
  const ids = new Map<string, string>()
  const stopping = new AbortController()
  return { sent, logged, ids, stopping, register: () => registerCommands({ rest, application: '77', commands, ids, overHttp: false, retry: 1, stop: stopping.signal, log }) }
}

test('at first all of them are registered, and the bot knows their ids', async () => {
  const { sent, ids, logged, register } = open()
  await register()
  expect(sent).toEqual([{ route: Routes.applicationCommands('77'), body: wanted() }])
  expect([...ids]).toEqual([['study', '900'], ['study-account', '901'], ['study-admin', '902']])
  expect(logged).toEqual(['{"commands":"changed","userInstall":true}'])
})

test.each<readonly [string, unknown, boolean]>([
  ['can', { integration_types_config: { 0: {}, 1: {} } }, true],
  ['can’t', { integration_types_config: { 0: {} } }, false],
  ['can’t, as far as Discord says,', {}, false],
  ['can’t, by no setting at all,', { integration_types_config: null }, false],
])('where people %s install the app for themselves, the commands are for that', async (_, app, userInstall) => {
  const { sent, register } = open({ app })
  await register()
  expect(sent[0]?.body).toEqual(wanted(userInstall))
})

describe('what Discord has already', () => {
  const [study = {}, ...others] = wanted()
  const has = async (known: unknown) => {
    const { sent, register, ids, logged } = open({ known })
    await register()
    return { registered: sent.length > 0, ids: [...ids], logged }
  }
  const asStored = [stored(study, '11'), ...others.map((other, at) => stored(other, String(12 + at)))]
  const changed = (change: Json) => [{ ...asStored[0], ...change }, ...asStored.slice(1)]
  const options = study['options'] as readonly Json[]
  const firstOption = (change: Json) => changed({ options: options.map((option, at) => (at === 0 ? { ...option, ...change } : option)) })

  test('is left as it is, whatever Discord adds to it, and the bot knows the ids', async () => {
    expect(await has(asStored)).toEqual({ registered: false, ids: [['study', '11'], ['study-account', '12'], ['study-admin', '13']], logged: ['{"commands":"unchanged","userInstall":true}'] })
  })

  test.each<readonly [string, unknown]>([
    ['in another order', asStored.toReversed()],
    ['with its places in another order', changed({ contexts: [2, 0, 1], integration_types: [1, 0] })],
    ['with the defaults written out', changed({ nsfw: false, default_member_permissions: null })],
    ['with empty lists of choices', firstOption({ choices: [], autocomplete: false, required: false })],
  ])('is the same %s', async (_, known) => {
    expect((await has(known)).registered).toBe(false)
  })

  test.each<readonly [string, unknown]>([
    ['a description', changed({ description: 'older' })],
    ['who may use it', changed({ default_member_permissions: '8' })],
    ['where it works', changed({ contexts: [0] })],
    ['where it works, in as many places', changed({ contexts: [0, 1, 3], integration_types: [0, 2] })],
    ['its age limit', changed({ nsfw: true })],
    ['the description of an option', firstOption({ description: 'older' })],
    ['the kind of an option', firstOption({ type: 3 })],
    ['an option that is gone', changed({ options: [] })],
    ['a command that is gone', [asStored[0]]],
    ['a command of another time', [...asStored, stored({ ...study, name: 'quiz' }, '13')]],
    ['nothing that can be read', { message: 'hello' }],
  ])('is registered again for %s', async (_, known) => {
    expect((await has(known)).registered).toBe(true)
  })

  test('has choices that count by what they say and stand for, not by their translations', async () => {
    const deep = (map: (choice: Json) => Json) =>
      asStored.map((command) => ({ ...command, options: (command['options'] as readonly Json[]).map((sub) => ({ ...sub, options: (sub['options'] as readonly Json[]).map((option) => (Array.isArray(option['choices']) ? { ...option, choices: (option['choices'] as readonly Json[]).map(map) } : option)) })) }))
    expect((await has(deep((choice) => ({ name_localizations: null, ...choice })))).registered).toBe(false)
    expect((await has(deep((choice) => ({ ...choice, name: 'other' })))).registered).toBe(true)
    expect((await has(deep((choice) => ({ ...choice, value: 'other' })))).registered).toBe(true)
  })

  test('tells ids only where it has a name and a number', async () => {
    const odd = [{ ...asStored[0], id: 'x1' }, { ...asStored[1], id: 12 }, { name: 7, id: '13' }, { name: 'later', id: '14 ' }]
    const { ids, register } = open({ known: odd, answer: () => undefined })
    await register()
    expect([...ids]).toEqual([])
  })
})

describe('a failure', () => {
  test('is repeated in the background until they are registered', async () => {
    const { sent, logged, ids, register } = open({ failures: 3 })
    await register()
    expect([sent, logged]).toEqual([[], ['could not register the commands with Discord; trying again']])
    await expect.poll(() => ids.size).toBe(3)
    expect(sent).toHaveLength(1)
    expect(logged).toHaveLength(4)
  })

  test('is not repeated after a stop', async () => {
    const { sent, logged, register, stopping } = open({ failures: 1 })
    await register()
    stopping.abort()
    await new Promise((done) => void setTimeout(done, 20))
    expect([sent.length, logged.length]).toEqual([0, 1])
  })
})
