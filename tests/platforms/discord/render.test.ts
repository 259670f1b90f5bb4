// Screens on Discord: the contract of all renderers, checked against Discord's own schemas, and what is Discord's alone.
import assert from 'node:assert/strict'
import { describe, expect, test } from 'vitest'
import type { DiscordMessage } from '../../../src/platforms/discord/outgoing/message.ts'
import { violations } from '../../../src/platforms/discord/outgoing/violations.ts'
import { render as renderWith } from '../../../src/platforms/discord/outgoing/render.ts'
import { samples } from '../../samples.ts'
import type { Block, Screen } from '../../../src/screens/screen.ts'
import { refusals } from '../../fakes/discord/oracle.ts'
import { allComponents, type Component, type Json } from '../../fakes/discord/world.ts'
import { describeRenderer } from '../render-contract.ts'
import type { Moment } from '../words-of.ts'
import { visibleText } from './visible.ts'
import { commands } from '../../catalog.ts'

const render = (screen: Screen) => renderWith(screen, commands)

const momentStyles: Readonly<Record<Moment['show'], readonly string[]>> = { time: ['t'], date: ['D'], both: ['f', 'R'] }

describeRenderer<DiscordMessage>({
  platform: 'Discord',
  render,
  visibleText,
  moment: ({ at, show }) => momentStyles[show].map((style) => `MOMENT${Math.floor(at / 1000)}${style}`).join(' '),
  assertWithinLimits: (message) => {
    assert.deepEqual(violations(message), [])
    assert.deepEqual(refusals('message', message as unknown as Json), [])
  },
})

function sample(name: string): Screen {
  const found = samples.get(name)
  assert(found !== undefined)
  return found
}

const screen = (...blocks: Block[]): Screen => ({ name: 'notice', title: 'Title', tone: 'plain', blocks })
const parts = (message: DiscordMessage) => allComponents(message.components as unknown as readonly Component[])
const controls = (message: DiscordMessage) => parts(message).filter(({ custom_id: id }) => id !== undefined)
const words = (message: DiscordMessage) => parts(message).filter(({ type }) => type === 10).map((part) => String(part['content']))

describe('a message of Discord', () => {
  test('has one container in the color of its tone, and pings nobody', () => {
    const message = render({ ...screen(), tone: 'right' })
    expect(message).toEqual({ flags: 32_768, components: [{ type: 17, accent_color: 0x57f287, components: [{ type: 10, content: '## Title' }] }], allowed_mentions: { parse: [] } })
  })

  test('asks for one option with a button for each letter', () => {
    expect(controls(render(sample('question'))).map((button) => [button.type, button['label'], button.custom_id])).toEqual([
      [2, 'A', 'v1:answer:0123456789abcdef:c'],
      [2, 'B', 'v1:answer:0123456789abcdef:a'],
      [2, 'C', 'v1:answer:0123456789abcdef:d'],
      [2, 'D', 'v1:answer:0123456789abcdef:b'],
    ])
  })

  test('asks for two options with a menu that takes exactly two, and fills in an earlier answer', () => {
    const options = ['a', 'b', 'c'].map((id, index) => ({ id, letter: 'ABC'[index] ?? '', text: `option ${id}`, control: `v1:answer:0123456789abcdef:${id}` }))
    const [menu] = controls(render(screen({ kind: 'choices', id: '0123456789abcdef', pick: 2, options, several: 'v1:answer:0123456789abcdef:*', chosen: ['a', 'c'] })))
    expect(menu).toMatchObject({
      type: 3, custom_id: 'v1:answer:0123456789abcdef:*', min_values: 2, max_values: 2,
      options: [{ value: 'a', default: true }, { value: 'b', default: false }, { value: 'c', default: true }],
    })
  })

  test('makes two buttons of the same meaning two controls', () => {
    const button = { label: 'Look', control: 'v1:lookup:iam', primary: false } as const
    const me = { label: 'Me', control: 'v1:progress', primary: false } as const
    const ids = controls(render(screen({ kind: 'buttons', buttons: [button, button, me, me] }))).map(({ custom_id: id }) => id)
    expect(new Set(ids).size).toBe(4)
  })

  test('shows a person whom only Discord can name as a mention, and one from elsewhere as a member', () => {
    const nameless = (id: string): Block => ({ kind: 'paragraph', text: [{ kind: 'person', id, name: '' }] })
    expect(words(render(screen(nameless('discord:123456789012345678:u:123456789012345679'))))).toContain('<@123456789012345679>')
    expect(words(render(screen(nameless('slack:T1:U1'))))).toContain('a member')
  })

  test('says commands as they are typed here: managers have their own, options have names', () => {
    const typed = (line: string) => words(render(screen({ kind: 'paragraph', text: [{ kind: 'command', line }] })))[1]
    expect(typed('today')).toBe('`/study today`')
    expect(typed('setup 09:00 Europe/Berlin mon-fri')).toBe('`/study-admin setup time: 09:00 zone: Europe/Berlin days: mon-fri`')
    expect(typed('lookup rds patching')).toBe('`/study lookup words: rds patching`')
    expect(typed('skip undo')).toBe('`/study-admin skip undo: true`')
    expect(typed('setup [time] [zone]')).toBe('`/study-admin setup [time] [zone]`')
    expect(typed('whatever this is')).toBe('`/study whatever this is`')
  })

  test('puts the figures of a ranking in columns of one width', () => {
    const row = (rank: number, name: string, points: number, you = false) => ({ rank, person: { id: 'x', name }, points, accuracy: points, streak: rank, you })
    const [, text = ''] = words(render(screen({ kind: 'ranking', rows: [row(1, '日本', 100), row(12, 'Ada', 5, true)], own: null })))
    const figures = text.split('\n').slice(1).map((line) => /`(.*)`/.exec(line)?.[1] ?? '')
    expect(new Set(figures.map(({ length }) => length)).size).toBe(1)
    expect(text).toContain('**Ada** (you)')
  })

  test('opens no address but those of the web, and none that breaks out of its brackets', () => {
    const linked = (url: string) => words(render(screen({ kind: 'paragraph', text: [{ kind: 'link', text: 'here', url }] })))[1]
    expect(linked('https://docs.example/a>b(c)')).toBe('[here](<https://docs.example/a%3Eb%28c%29>)')
    expect(linked('javascript:alert(1)')).not.toContain('](')
  })

  test('stays below the bytes at which Discord answers 500, for text of three bytes a letter', () => {
    const message = render(screen({ kind: 'paragraph', text: ['責任'.repeat(1900)] }))
    expect(words(message).reduce((sum, text) => sum + Buffer.byteLength(text) + 12, 0)).toBeLessThan(10_170)
    expect(visibleText(message)).toContain('…')
  })
})
