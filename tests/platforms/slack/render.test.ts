// Screens on Slack: the contract of all renderers, checked against Slack's own types and limits, and what is Slack's alone.
import assert from 'node:assert/strict'
import { describe, expect, test } from 'vitest'
import { dateFormats } from '../../../src/platforms/slack/outgoing/rich-text.ts'
import { render, renderView, type Rendered } from '../../../src/platforms/slack/outgoing/render.ts'
import { samples } from '../../samples.ts'
import type { Block, Screen } from '../../../src/screens/screen.ts'
import { limitProblems } from '../../fakes/slack/block-limits.ts'
import { shapeProblems } from '../../fakes/slack/block-schema.ts'
import { list, raw } from '../../fakes/slack/raw.ts'
import { hostileTexts } from '../hostile-texts.ts'
import { describeRenderer } from '../render-contract.ts'
import { visibleNotification, visibleText } from './visible.ts'

describeRenderer<Rendered>({
  platform: 'Slack',
  render,
  visibleText: ({ blocks }) => visibleText(blocks),
  moment: ({ at, show }) => `MOMENT${Math.floor(at / 1000)}${dateFormats[show]}`,
  fixedLines: ({ blocks }) => blocks.flatMap(fixedLines),
  assertWithinLimits: ({ text, blocks }) => {
    assert.deepEqual(limitProblems(blocks, 'message'), [])
    assert.deepEqual(shapeProblems(blocks), [])
    // The limit of chat.update, which every post meets at its close.
    assert(text.length >= 1 && text.length <= 4_000, `${text.length} characters of text`)
  },
})

/** Lines of preformatted text, and words of inline code, which wraps between words. */
function fixedLines(part: unknown): string[] {
  const { type, style, text, elements, rows } = raw(part)
  if (type === 'rich_text_preformatted') return list(elements).flatMap((element) => String(raw(element)['text']).split('\n'))
  if (type === 'text' && raw(style)['code'] === true) return String(text).split(' ')
  return [...list(elements), ...list(rows).flatMap(list)].flatMap(fixedLines)
}

function sample(name: string): Screen {
  const found = samples.get(name)
  assert(found !== undefined)
  return found
}

const screen = (...blocks: Block[]): Screen => ({ name: 'notice', title: 'Title', tone: 'plain', blocks })
const actions = ({ blocks }: Rendered) => blocks.filter(({ type }) => type === 'actions').flatMap((block) => list(raw(block)['elements']).map(raw))

describe('a message of Slack', () => {
  test('marks its tone in the title', () => {
    const titles = (['plain', 'right', 'wrong', 'warning'] as const).map((tone) => visibleText(render({ ...screen(), tone }).blocks))
    expect(titles).toEqual(['Title', '✅ Title', '❌ Title', '⚠️ Title'])
  })

  test('asks for one option with a button for each letter, and reads the option aloud', () => {
    const buttons = actions(render(sample('question')))
    expect(buttons.map((button) => [raw(button['text'])['text'], button['action_id']])).toEqual([
      ['A', 'v1:answer:0123456789abcdef:c:195613ef'],
      ['B', 'v1:answer:0123456789abcdef:a:195613ef'],
      ['C', 'v1:answer:0123456789abcdef:d:195613ef'],
      ['D', 'v1:answer:0123456789abcdef:b:195613ef'],
    ])
    expect(buttons[0]?.['accessibility_label']).toBe('Answer A: Both, because the function is yours')
  })

  test('asks for two options with boxes that carry the options, and one button', () => {
    const message = render(sample('question-two'))
    const boxes = raw(raw(message.blocks.find(({ type }) => type === 'input'))['element'])
    expect(list(boxes['options']).map((box) => raw(box)['value'])).toEqual(['c', 'a', 'd', 'b'])
    expect(actions(message).map((button) => button['action_id'])).toEqual(['v1:answer:fedcba9876543210:*:195613ef'])
  })

  test('shows an option that is too long for its box in full above the boxes', () => {
    const text = `It is ${'very '.repeat(30)}long`
    const options = [{ id: 'a', letter: 'A', text: [text], control: 'v1:a' }, { id: 'b', letter: 'B', text: ['short'], control: 'v1:b' }]
    const message = render(screen({ kind: 'choices', id: '0123456789abcdef', pick: 2, options, several: 'v1:both', chosen: ['b'] }))
    expect(visibleText(message.blocks)).toContain(text)
  })

  test('shows a member of the workspace as Slack’s own mention, and anybody else by name', () => {
    const people = [{ kind: 'person', id: 'slack:T1/U1', name: 'Ada' }, ', ', { kind: 'person', id: 'terminal:local:u:Bob', name: 'Bob' }] as const
    for (const kind of ['paragraph', 'footnote'] as const) {
      const drawn = JSON.stringify(render(screen({ kind, text: people })).blocks)
      expect(drawn).toMatch(/<@U1>|"user_id":"U1"/u)
      expect(drawn).toContain('Bob')
    }
  })

  test('draws votes as bars with shares, and marks the answer and one’s own choice', () => {
    const options = [
      { letter: 'A', text: ['Yes'], votes: 3, right: true, mine: false },
      { letter: 'B', text: ['No'], votes: 1, right: false, mine: true },
      { letter: 'C', text: ['Never'], votes: 0, right: false, mine: false },
    ]
    const lines = visibleText(render(screen({ kind: 'votes', answered: 4, options })).blocks)
    expect(lines).toContain('✅ A   Yes\n███████████████░░░░░  75%  ·  3 votes')
    expect(lines).toContain('B   No\n█████░░░░░░░░░░░░░░░  25%  ·  1 vote  ●  your answer')
    expect(lines).toContain('C   Never\n░░░░░░░░░░░░░░░░░░░░  0%  ·  0 votes')
    expect(lines).toContain('4 people answered')
    expect(visibleText(render(screen({ kind: 'votes', answered: 0, options })).blocks)).toContain('Nobody answered')
  })

  test('draws a ranking as a line a person, with medals for the first three ranks and one’s own row below a gap', () => {
    const row = (rank: number, name: string, points: number, you = false) => ({ rank, person: { id: `slack:T1/U${rank}`, name }, points, accuracy: 50, streak: 2, answered: 20, days: 18, you })
    const lines = visibleText(render(screen({ kind: 'ranking', rows: [row(1, 'Ada', 12), row(2, '王小明', 9), row(2, 'Bob', 9), row(4, 'Joan', 5)], own: row(11, 'Me', 3, true) })).blocks).split('\n')
    expect(lines.slice(1)).toEqual([
      '🥇 Ada · 12 points · 50% · 🔥 2',
      '🥈 王小明 · 9 points · 50% · 🔥 2',
      '🥈 Bob · 9 points · 50% · 🔥 2',
      '4. Joan · 5 points · 50% · 🔥 2',
      '⋯',
      '11. Me (you) · 3 points · 50% · 🔥 2',
      'Points · % right · 🔥 study days in a row',
    ])
  })

  test('makes one’s own row of a ranking bold, and no other', () => {
    const own = { rank: 2, person: { id: 'slack:T1/U2', name: 'Ada' }, points: 3, accuracy: 50, streak: 0, answered: 20, days: 18, you: true }
    const [, block] = render(screen({ kind: 'ranking', rows: [{ ...own, rank: 1, person: { id: 'slack:T1/U1', name: 'Bob' }, points: 4, you: false }, own], own: null })).blocks
    const pieces = list(raw(list(raw(block)['elements'])[0])['elements']).map(raw)
    expect(pieces.filter(({ style }) => style !== undefined).map(({ text }) => text).join('')).toBe('🥈 Ada (you) · 3 points · 50%')
  })

  test('draws the first table as Slack’s own, and others and those that are too large as records', () => {
    const table = (rows: number): Block => ({ kind: 'table', columns: ['', 'AWS', 'You'], rows: Array.from({ length: rows }, (_, row) => [`Service ${row}`, 'runtime', '']) })
    const kinds = (...blocks: Block[]) => render(screen(...blocks)).blocks.slice(1).map(({ type }) => type)
    expect(kinds(table(3), table(3))).toEqual(['table', 'rich_text'])
    expect(kinds(table(150), table(2))).toEqual(['rich_text', 'table'])
    expect(renderView(screen(table(3))).map(({ type }) => type)).toEqual(['header', 'rich_text'])
    expect(visibleText(renderView(screen(table(1))))).toContain('Service 0\nAWS: runtime\nYou: –')
  })

  test('says a table in a notification as records, people and channels as mentions', () => {
    const ada = { id: 'slack:T1/U1', name: 'Ada' }
    const text = (block: Block) => render(screen(block)).text
    expect(text({ kind: 'table', columns: ['', 'AWS', 'You'], rows: [['Lambda', 'runtime', 'code & data']] })).toBe('Title\nLambda; AWS: runtime; You: code &amp; data')
    expect(text({ kind: 'paragraph', text: [{ kind: 'person', ...ada }, ' in ', { kind: 'place', id: 'slack:T1/C1' }] })).toBe('Title\n<@U1> in <#C1>')
    const row = { rank: 1, person: ada, points: 1, accuracy: 50, streak: 3, answered: 20, days: 18, you: true }
    expect(text({ kind: 'ranking', rows: [], own: row })).toBe('Title\n1. <@U1> (you): 1 point, 50% right, streak 3')
  })

  test('cuts a notification between mentions, and not inside one', () => {
    const many = Array.from({ length: 900 }, () => ({ kind: 'person', id: 'slack:T1/U0ADA', name: 'Ada' }) as const)
    for (const start of ['', 'a', 'ab', 'abc', 'abcd']) {
      const { text } = render(screen({ kind: 'paragraph', text: [start, ...many] }))
      expect(text).toMatch(/>…$/u)
      expect(text.length).toBeLessThanOrEqual(3_000)
    }
  })

  test('marks the button of what is shown now, in color and in words', () => {
    const [week, month] = actions(render(sample('board')))
    expect([raw(week?.['text'])['text'], week?.['style'], raw(month?.['text'])['text'], month?.['style']]).toEqual(['✓ Week', 'primary', 'Month', undefined])
  })

  test('cuts the longest blocks, and says how many are missing', () => {
    const long = Array.from({ length: 70 }, (_, index): Block => ({ kind: 'paragraph', text: [index % 10 === 0 ? 'long '.repeat(700) : `short ${index}`] }))
    const drawn = visibleText(render(screen(...long)).blocks)
    expect(drawn).toContain('short 47')
    expect(drawn).toContain('…and 22 more')
  })

  test.each(hostileTexts.map(({ name, text }) => [name, text] as const))('does not ping or link in a notification with %s', (_, text) => {
    const shown = visibleNotification(render({ ...screen({ kind: 'paragraph', text: [text] }), title: text || 'Title' }).text)
    expect(shown).not.toMatch(/PING|MENTION|MOMENT/u)
  })
})

describe('a page of Slack', () => {
  test.each([...samples])('takes the sample %s within the limits of a modal and of the App Home', (_, each) => {
    const blocks = renderView(each)
    expect([...limitProblems(blocks, 'modal'), ...limitProblems(blocks, 'home'), ...shapeProblems(blocks)]).toEqual([])
  })

  test('parts the App Home by its channels, and has one title', () => {
    const types = (name: string) => renderView(sample(name)).map(({ type }) => type)
    expect(types('home-several').filter((type) => type === 'divider')).toHaveLength(2)
    for (const name of ['home', 'home-several', 'home-empty']) expect(types(name).filter((type) => type === 'header')).toHaveLength(1)
  })
})
