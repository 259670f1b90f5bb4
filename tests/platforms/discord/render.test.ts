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
  // A usage line names its options without brackets here.
  says: { otherwise: /[[\]]/u },
  platform: 'Discord',
  render,
  visibleText,
  // Lines of code blocks, and words of inline code, which wraps between words.
  fixedLines: (message) =>
    words(message).flatMap((text) => [
      ...[...text.matchAll(/```(?:\w*\n)?([\s\S]*?)```/gu)].flatMap(([, block = '']) => block.split('\n')),
      ...[...text.matchAll(/(?<!`)`([^`\n]+)`/gu)].flatMap(([, code = '']) => code.split(/[ \u00A0]/u)),
    ]),
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
    expect(message).toEqual({ flags: 32_768, components: [{ type: 17, accent_color: 0x57f287, components: [{ type: 10, content: '## ✅ Title' }] }], allowed_mentions: { parse: [] } })
  })

  test('asks for one option with a button for each letter', () => {
    expect(controls(render(sample('question'))).map((button) => [button.type, button['label'], button.custom_id])).toEqual([
      [2, 'A', 'v1:answer:0123456789abcdef:c:195613ef'],
      [2, 'B', 'v1:answer:0123456789abcdef:a:195613ef'],
      [2, 'C', 'v1:answer:0123456789abcdef:d:195613ef'],
      [2, 'D', 'v1:answer:0123456789abcdef:b:195613ef'],
    ])
  })

  test('asks for two options with a menu that takes exactly two, and fills in an earlier answer', () => {
    const options = ['a', 'b', 'c'].map((id, index) => ({ id, letter: 'ABC'[index] ?? '', text: [`option ${id}`], control: `v1:answer:0123456789abcdef:${id}` }))
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

  test('draws a ranking as a line a person, with medals for the first three ranks and one’s own line bold below a gap', () => {
    const row = (rank: number, name: string, points: number, you = false) => ({ rank, person: { id: `x${name}`, name }, points, accuracy: 50, streak: rank - 1, answered: 20, days: 18, you })
    const [, text = ''] = words(render(screen({ kind: 'ranking', rows: [row(1, '日本', 100), row(2, 'שרה', 7), row(2, '*Bob*', 7), row(4, 'Al', 1)], own: row(12, 'Ada', 0, true) })))
    expect(text.split('\n')).toEqual([
      '🥇 日本 · 100 points · 50%',
      '🥈 \u2068שרה\u2069 · 7 points · 50% · 🔥 1',
      String.raw`🥈 \*Bob\* · 7 points · 50% · 🔥 1`,
      String.raw`4\. Al · 1 point · 50% · 🔥 3`,
      '⋯',
      String.raw`**12\. Ada (you) · 0 points · 50% · 🔥 11**`,
      '-# Points · % right · 🔥 study days in a row',
    ])
  })

  test('tells two people of one name apart with a mention, which opens their profile', () => {
    const row = (last: number) => ({ rank: 1, person: { id: `discord:123456789012345678:u:12345678901234567${last}`, name: 'Sam' }, points: 1, accuracy: 50, streak: 0, answered: 20, days: 18, you: false })
    const [, text = ''] = words(render(screen({ kind: 'ranking', rows: [row(1), row(2)], own: null })))
    expect(text).toContain('Sam (<@123456789012345671>)')
    expect(text).toContain('Sam (<@123456789012345672>)')
  })

  test('draws a table as records, and never as a code block', () => {
    const [, text] = words(render(screen({ kind: 'table', columns: ['', 'AWS', 'You'], rows: [['EC2', 'host', 'guest'], ['S3', 'disks', '']] })))
    expect(text).toBe('**EC2**\n- **AWS:** host\n- **You:** guest\n\n**S3**\n- **AWS:** disks\n- **You:** –')
  })

  test('marks the button of what is shown now, and lets nobody press one that leads nowhere', () => {
    const buttons = controls(render(sample('board')))
    expect(buttons.map((button) => [button['label'], button['style'], button['disabled'] ?? false])).toEqual([
      ['✓ Week', 1, false], ['Month', 2, false], ['Season', 2, false], ['All time', 2, false], ['✓ Points', 1, false], ['% right', 2, false], ['Days', 2, false], ['✓ This channel', 1, false], ['All channels', 2, false], ['‹ Previous', 2, true], ['Next ›', 2, false],
      ['Show as a picture', 2, false],
    ])
  })

  test('mentions a command whose id Discord has told, with its values behind it', () => {
    const ids = new Map([['study', '111111111111111111'], ['study-admin', '222222222222222222']])
    const shown = (line: string) => words(renderWith(screen({ kind: 'paragraph', text: [{ kind: 'command', line }] }), commands, ids))[1]
    expect(shown('board')).toBe('</study board:111111111111111111>')
    expect(shown('setup 09:00 Europe/Berlin mon-fri')).toBe('</study-admin setup:222222222222222222> time: 09:00 zone: Europe/Berlin days: mon-fri')
    expect(shown('lookup *rds* patching')).toBe(String.raw`</study lookup:111111111111111111> words: \*rds\* patching`)
    expect(shown('setup [time] [zone]')).toBe(String.raw`</study-admin setup:222222222222222222> \[time\] \[zone\]`)
    expect(shown('whatever this is')).toBe('`/study whatever this is`')
  })

  test.each([...samples])('stays within the limits with mentions of commands in the sample %s', (_, each) => {
    const message = renderWith(each, commands, new Map([['study', '111111111111111111'], ['study-admin', '222222222222222222']]))
    assert.deepEqual([...violations(message), ...refusals('message', message as unknown as Json)], [])
  })

  test('shows each option of a question beside its button', () => {
    const sections = parts(render(sample('question'))).filter(({ type }) => type === 9)
    expect(sections.map(({ components, accessory }) => [components?.[0]?.['content'], accessory?.['label']])[0]).toEqual(['**A.** Both, because the function is yours', 'A'])
    expect(sections).toHaveLength(4)
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
