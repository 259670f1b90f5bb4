// What Discord sends becomes a request for the bot.
import { PermissionFlagsBits } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { toRequest } from '../../../src/platforms/discord/incoming/to-request.ts'
import { commands } from '../../catalog.ts'
import { ids, receivedFromUser, rolesIn, user, type Around } from './received.ts'

type Payload = Parameters<typeof receivedFromUser>[0]
type Option = { readonly name: string; readonly value: unknown }

const { server, channel, message } = ids
const requestOf = (payload: Payload, around: Around = {}) => toRequest(receivedFromUser(payload, around), commands, rolesIn(around))
const typed = (top: string, command: string, options: readonly Option[] = [], around: Around = {}, more = {}) =>
  requestOf({ type: 2, data: { id: '1', type: 1, name: top, options: [{ type: 1, name: command, options: options.map((option) => ({ type: 3, ...option })) }] }, ...more }, around)
const commandOf = (...all: Parameters<typeof typed>) => {
  const request = typed(...all)
  return request.kind === 'command' ? request.command : undefined
}

const posted = { id: message, channel_id: channel, author: { ...user, bot: true }, content: '', components: [], attachments: [], embeds: [], mentions: [], mention_roles: [], timestamp: '2026-01-01T00:00:00Z', flags: 0, type: 0 }
const pressed = (customId: string, more: object = {}, around: Around = {}) =>
  requestOf({ type: 3, data: { component_type: 2, custom_id: customId }, message: posted, ...more }, around)

describe('a command', () => {
  test('says who asks, where, when, and what', () => {
    expect(typed('study', 'board', [{ name: 'period', value: 'month' }])).toEqual({
      kind: 'command', event: `discord:${ids.interaction}`, group: `discord:${server}`, place: `discord:${server}:${channel}`,
      // The moment in the id: https://docs.discord.com/developers/reference#snowflakes
      at: 1_462_015_105_796,
      asker: { id: `discord:${server}:u:${ids.user}`, account: `discord:u:${ids.user}`, name: 'Ada Lovelace', zone: null, admin: false, maySetUp: false },
      command: { kind: 'known', name: 'board', values: { period: 'month' } },
    })
  })

  test('in a direct message belongs to no server, and gives no rights', () => {
    expect(typed('study', 'me', [], { roles: null, permissions: PermissionFlagsBits.ManageGuild })).toMatchObject({
      group: 'discord:@me', place: null, asker: { id: `discord:@me:u:${ids.user}`, account: `discord:u:${ids.user}`, admin: false, maySetUp: false },
    })
  })

  test('in a server to which the person brought the app along belongs to no server, and gives no rights there', () => {
    const request = typed('study', 'me', [], { permissions: PermissionFlagsBits.ManageGuild }, { authorizing_integration_owners: { 1: ids.user } })
    expect(request).toMatchObject({ group: 'discord:@me', place: null, asker: { admin: false, maySetUp: false } })
  })

  test('has no place where Discord names no channel', () => {
    expect(typed('study', 'me', [], {}, { channel: null })).toMatchObject({ group: `discord:${server}`, place: null })
  })

  test('takes numbers and people as text, and a yes as the only choice there is', () => {
    expect(commandOf('study', 'board', [{ name: 'page', value: 2 }])).toEqual({ kind: 'known', name: 'board', values: { page: '2' } })
    expect(commandOf('study-admin', 'managers', [{ name: 'change', value: 'add' }, { name: 'person', value: '100000000000000009' }])).toEqual({
      kind: 'known', name: 'managers', values: { change: 'add', person: `discord:${server}:u:100000000000000009` },
    })
    expect(commandOf('study-admin', 'skip', [{ name: 'undo', value: true }])).toEqual({ kind: 'known', name: 'skip', values: { undo: 'undo' } })
    expect(commandOf('study-admin', 'skip', [{ name: 'undo', value: false }])).toEqual({ kind: 'known', name: 'skip', values: {} })
  })

  test('leaves out options that the bot does not have', () => {
    expect(commandOf('study', 'board', [{ name: 'nonsense', value: 'x' }])).toEqual({ kind: 'known', name: 'board', values: {} })
  })

  test('that an earlier version registered is unknown, with or without a subcommand', () => {
    expect(commandOf('study', 'frobnicate')).toEqual({ kind: 'unknown', typed: 'frobnicate', meant: null })
    expect(requestOf({ type: 2, data: { id: '1', type: 1, name: 'quiz', options: [] } })).toMatchObject({ command: { kind: 'unknown', typed: 'quiz', meant: null } })
  })
})

describe('who asks', () => {
  const asker = (around: Around, more = {}) => typed('study', 'me', [], around, more).asker

  test('goes by the nickname in the server, then by the name everywhere, then by the handle', () => {
    expect(asker({ nick: 'Countess' }).name).toBe('Countess')
    expect(asker({}).name).toBe('Ada Lovelace')
    const member = { user: { ...user, global_name: null }, nick: null, roles: [], permissions: '0', joined_at: '2026-01-01T00:00:00Z', flags: 0 }
    expect(asker({}, { member })).toMatchObject({ name: 'ada' })
    expect(asker({ roles: null })).toMatchObject({ name: 'Ada Lovelace' })
    expect(asker({ roles: null }, { user: { ...user, username: '', global_name: '' } })).toMatchObject({ name: 'Somebody', standIn: true })
    expect(asker({})).not.toHaveProperty('standIn')
  })

  test('goes by the nickname also in a server of which the bot knows nothing', () => {
    expect(asker({ nick: 'Countess' }, { guild_id: '100000000000000077', authorizing_integration_owners: { 0: '100000000000000077' } })).toMatchObject({ name: 'Countess', id: `discord:100000000000000077:u:${ids.user}` })
  })

  test.each([['ManageGuild', true], ['Administrator', true], ['ManageMessages', false]] as const)('with the permission %s manages everything here: %s', (permission, admin) => {
    expect(asker({ permissions: PermissionFlagsBits[permission] })).toMatchObject({ admin, maySetUp: admin })
  })
})

describe('whom the daily question pings', () => {
  const role = { id: '100000000000000010', name: 'Quiz Fans', mentionable: true }
  const shy = { id: '100000000000000011', name: 'Quiet' }
  const bot = { id: '100000000000000012', name: 'A bot', mentionable: true, managed: true }
  const settings = (value: string, botMay = 0n) => commandOf('study-admin', 'settings', [{ name: 'mention', value }, { name: 'feedback', value: 'instant' }], { roles: [role, shy, bot], botMay })

  test.each([`<@&${role.id}>`, '@quiz fans', ' Quiz Fans '])('is a role of the server, by “%s”', (typedRole) => {
    expect(settings(typedRole)).toEqual({ kind: 'known', name: 'settings', values: { mention: `discord:${server}:r:${role.id}`, feedback: 'instant' } })
  })

  test('is nobody after “off”', () => {
    for (const off of ['off', ' OFF ']) expect(settings(off)).toMatchObject({ kind: 'known', values: { mention: 'off', feedback: 'instant' } })
  })

  test.each(['@everyone', `<@&${server}>`, `<@&${bot.id}>`, 'A bot', '<@&100000000000000099>', `x<@&${role.id}>`, `<@&${role.id}> and others`, 'take off', 'offer'])('can’t be “%s”', (typedRole) => {
    expect(settings(typedRole)).toEqual({ kind: 'misused', name: 'settings', problem: `“${typedRole}” can’t be pinged. Choose a role from the list, or write off.` })
  })

  test('is not asked about where it was not typed', () => {
    expect(commandOf('study-admin', 'settings', [{ name: 'feedback', value: 'instant' }], { roles: [role] })).toEqual({ kind: 'known', name: 'settings', values: { feedback: 'instant' } })
  })

  test('can be a role that nobody may mention only if the bot may mention all', () => {
    expect(settings('Quiet')).toEqual({ kind: 'misused', name: 'settings', problem: 'The bot isn’t allowed to ping @Quiet. In Server Settings, Roles, allow anyone to @mention this role. Then try again.' })
    expect(settings('Quiet', PermissionFlagsBits.MentionEveryone)).toMatchObject({ kind: 'known', values: { mention: `discord:${server}:r:${shy.id}` } })
  })

  test('is named back in few words', () => {
    expect(settings('y'.repeat(200))).toMatchObject({ problem: expect.stringMatching(/^“y{80}” can’t/u) })
    const long = { id: shy.id, name: 'z'.repeat(100) }
    expect(commandOf('study-admin', 'settings', [{ name: 'mention', value: `<@&${long.id}>` }], { roles: [long] })).toMatchObject({ problem: expect.stringMatching(/ping @z{80}\. In/u) })
  })

  test('can be no role where there is no server that the bot knows', () => {
    expect(commandOf('study-admin', 'settings', [{ name: 'mention', value: 'Quiz Fans' }], { roles: null })).toMatchObject({ kind: 'misused' })
  })
})

describe('a press', () => {
  test('on a post says what was pressed, and on which message', () => {
    expect(pressed('v1:board:place:week:0')).toMatchObject({
      kind: 'press', event: `discord:${ids.interaction}`, control: 'v1:board:place:week:0', chosen: [], message: `${channel}/${message}`, place: `discord:${server}:${channel}`,
    })
  })

  test.each<readonly [string, object, Around]>([
    ['a private message', { message: { ...posted, flags: 64 } }, {}],
    ['a direct message', {}, { roles: null }],
    ['a message of an app that the person brought along', { authorizing_integration_owners: { 1: ids.user } }, {}],
    ['a message in no channel', { channel: null }, {}],
  ])('on %s is on no post', (_, more, around) => {
    expect(pressed('v1:board:place:week:0', more, around)).not.toHaveProperty('message')
  })

  test('in a menu says what was chosen; Discord’s client may send anything', () => {
    const menu = (values: unknown) => requestOf({ type: 3, data: { component_type: 3, custom_id: 'v1:x', values }, message: posted })
    expect(menu(['a', 'b'])).toMatchObject({ control: 'v1:x', chosen: ['a', 'b'] })
    expect(menu([1])).toMatchObject({ chosen: ['1'] })
    expect(menu('ab')).toMatchObject({ chosen: [] })
  })
})

describe('a filled form', () => {
  const label = (component: object) => ({ type: 18, id: 1, component: { id: 2, ...component } })
  const submitted = (customId: string, ...fields: readonly object[]) =>
    requestOf({ type: 5, data: { custom_id: customId, components: fields.map(label) } })

  test('says which one, and what was typed and chosen', () => {
    const time = { type: 4, custom_id: 'time', value: '9am' }
    const days = { type: 3, custom_id: 'days', values: ['mon', 'fri'] }
    const nothing = { type: 3, custom_id: 'topics', values: [] }
    expect(submitted('v1:form:setup', time, days, nothing)).toMatchObject({
      kind: 'form', command: 'setup', values: { time: '9am', days: 'mon,fri', topics: '' }, place: `discord:${server}:${channel}`,
    })
  })

  test('is about the channel that it was opened for, outside of all servers alone', () => {
    const there = `discord:${server}:9${channel.slice(1)}`
    const about = (customId: string, around: Around) => requestOf({ type: 5, data: { custom_id: customId, components: [] } }, around)
    expect(about(`v1:form:setup:${there}`, { roles: null })).toMatchObject({ command: 'setup', place: there, outside: true, group: 'discord:@me' })
    expect(about('v1:form:setup:elsewhere', { roles: null })).toMatchObject({ command: 'setup', place: null })
    expect(about(`v1:form:setup:${there}`, {})).toMatchObject({ command: 'setup', place: `discord:${server}:${channel}` })
  })

  test('takes for empty what Discord sends in another shape', () => {
    expect(submitted('v1:form:setup', { type: 4, custom_id: 'time', value: null }, { type: 4, custom_id: 'zone', value: 7 })).toMatchObject({ values: { time: '', zone: '' } })
  })

  test('of another version has no name, and nothing in it is read', () => {
    expect(submitted('v0:form:setup', { type: 4, custom_id: 'time', value: '9am' })).toEqual(expect.objectContaining({ kind: 'form', command: '', values: {} }))
  })
})
