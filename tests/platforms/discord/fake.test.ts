// The fake refuses what Discord would refuse; otherwise the tests on it would prove nothing.
import { describe, expect, test } from 'vitest'
import { commandData } from '../../../src/platforms/discord/incoming/command-data.ts'
import { commandRefusals, refusals } from '../../fakes/discord/oracle.ts'
import type { Json } from '../../fakes/discord/world.ts'
import { commands } from '../../catalog.ts'

const nobody = { allowed_mentions: { parse: [] } }
const v2 = (...components: readonly Json[]): Json => ({ flags: 1 << 15, components, ...nobody })
const text = (content: string): Json => ({ type: 10, content })
const button = (custom_id: string, label = 'A'): Json => ({ type: 2, style: 2, label, custom_id })
const row = (...components: readonly Json[]): Json => ({ type: 1, components })
const menu = (more: Json): Json => ({ type: 3, custom_id: 'm', options: [{ label: 'A', value: 'a' }, { label: 'B', value: 'b' }], ...more })

describe('a message is taken', () => {
  test.each([
    ['with text, buttons and a menu', v2({ type: 17, components: [text('hello'), row(button('a'), button('b')), row(menu({ min_values: 2, max_values: 2 }))] })],
    ['of the older kind', { content: 'hello', ...nobody }],
  ])('%s', (_, body) => expect(refusals('message', body)).toEqual([]))
})

describe('a message is refused', () => {
  test.each<readonly [string, Json]>([
    ['with 2001 characters of content', { content: 'x'.repeat(2001), ...nobody }],
    ['without anything', { ...nobody }],
    ['with content beside V2', { ...v2(text('x')), content: 'y' }],
    ['with components of V2 without the flag', { components: [text('x')], ...nobody }],
    ['with 4001 characters over several texts', v2(text('x'.repeat(2000)), text('y'.repeat(2001)))],
    ['with 41 components', v2({ type: 17, components: Array.from({ length: 40 }, () => text('x')) })],
    ['with an empty text', v2(text(' '))],
    ['with six buttons in a row', v2(row(...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => button(id))))],
    ['with a row without buttons', v2(row())],
    ['with a button and a menu in a row', v2(row(button('a'), menu({})))],
    ['with the same custom_id twice', v2(row(button('a')), row(button('a')))],
    ['with a custom_id of 101 characters', v2(row(button('x'.repeat(101))))],
    ['with a label of 81 characters', v2(row(button('a', 'x'.repeat(81))))],
    ['with a label without letters', v2(row(button('a', '')))],
    ['with a menu that takes more than it has', v2(row(menu({ min_values: 3, max_values: 3 })))],
    ['with 26 options', v2(row(menu({ options: Array.from({ length: 26 }, (_, at) => ({ label: 'x', value: String(at) })) })))],
    ['with the same option twice', v2(row(menu({ options: [{ label: 'A', value: 'a' }, { label: 'B', value: 'a' }] })))],
    ['with a container in a container', v2({ type: 17, components: [{ type: 17, components: [text('x')] }] })],
    ['with a nonce of 26 characters', { ...v2(text('x')), nonce: 'x'.repeat(26) }],
    ['that could ping', { ...v2(text('x')), allowed_mentions: { parse: ['everyone'] } }],
    ['that does not say whom it pings', { flags: 1 << 15, components: [text('x')] }],
  ])('%s', (_, body) => expect(refusals('message', body)).not.toEqual([]))

  test('that takes V2 away from one that has it', () => {
    expect(refusals('edit', { content: 'x', flags: 0, ...nobody }, 1 << 15)).not.toEqual([])
  })

  test('as a deferral with the flag of V2', () => {
    expect(refusals('first reply', { type: 5, data: { flags: (1 << 15) | (1 << 6) } })).not.toEqual([])
    expect(refusals('first reply', { type: 5, data: { flags: 1 << 6 } })).toEqual([])
  })

  test('as completions: 26 of them, one too long, one without letters', () => {
    const completions = (...names: readonly string[]) => refusals('completion', { type: 8, data: { choices: names.map((name) => ({ name, value: name })) } })
    expect(completions('a', 'b')).toEqual([])
    for (const wrong of [Array.from({ length: 26 }, (_, at) => `w${at}`), ['x'.repeat(101)], [' ']]) expect(completions(...wrong)).not.toEqual([])
  })
})

describe('commands', () => {
  const command = (more: Json): Json => ({ name: 'study', description: 'x', type: 1, ...more })
  const option = (more: Json): Json => ({ type: 3, name: 'words', description: 'x', ...more })

  test.each([true, false])('of this bot are taken, with user install %s', (userInstall) => expect(commandRefusals(commandData(commands, userInstall) as unknown as Json[])).toEqual([]))

  test.each<readonly [string, Json]>([
    ['with capitals in the name', command({ name: 'Study' })],
    ['with a description of 101 characters', command({ description: 'x'.repeat(101) })],
    ['with 26 options', command({ options: Array.from({ length: 26 }, (_, at) => option({ name: `o${at}` })) })],
    ['with a required option after another', command({ options: [option({}), option({ name: 'more', required: true })] })],
    ['with choices beside completions', command({ options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] })],
    ['with permissions as a number', command({ default_member_permissions: 32 })],
    ['with more than 8000 characters', command({ options: Array.from({ length: 25 }, (_, at) => option({ name: `o${at}`, choices: Array.from({ length: 25 }, (_, n) => ({ name: `${n}${'x'.repeat(10)}`, value: `${n}` })) })) })],
  ])('are refused %s', (_, wrong) => expect(commandRefusals([wrong])).not.toEqual([]))
})
