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
  assertWithinLimits: ({ text, blocks }) => {
    assert.deepEqual(limitProblems(blocks, 'message'), [])
    assert.deepEqual(shapeProblems(blocks), [])
    // The limit of chat.update, which every post meets at its close.
    assert(text.length >= 1 && text.length <= 4_000, `${text.length} characters of text`)
  },
})

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
      ['A', 'v1:answer:0123456789abcdef:c'],
      ['B', 'v1:answer:0123456789abcdef:a'],
      ['C', 'v1:answer:0123456789abcdef:d'],
      ['D', 'v1:answer:0123456789abcdef:b'],
    ])
    expect(buttons[0]?.['accessibility_label']).toBe('Answer A: Both, because the function is yours')
  })

  test('asks for two options with boxes that carry the options, and one button', () => {
    const message = render(sample('question-two'))
    const boxes = raw(raw(message.blocks.find(({ type }) => type === 'input'))['element'])
    expect(list(boxes['options']).map((box) => raw(box)['value'])).toEqual(['c', 'a', 'd', 'b'])
    expect(actions(message).map((button) => button['action_id'])).toEqual(['v1:answer:fedcba9876543210:*'])
  })

  test('shows an option that is too long for its box in full above the boxes', () => {
    const text = `It is ${'very '.repeat(30)}long`
    const options = [{ id: 'a', letter: 'A', text, control: 'v1:a' }, { id: 'b', letter: 'B', text: 'short', control: 'v1:b' }]
    const message = render(screen({ kind: 'choices', id: '0123456789abcdef', pick: 2, options, several: 'v1:both', chosen: ['b'] }))
    expect(visibleText(message.blocks)).toContain(text)
    expect(visibleText(message.blocks)).toContain('…')
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
      { letter: 'A', text: 'Yes', votes: 3, right: true, mine: false },
      { letter: 'B', text: 'No', votes: 1, right: false, mine: true },
      { letter: 'C', text: 'Never', votes: 0, right: false, mine: false },
    ]
    const lines = visibleText(render(screen({ kind: 'votes', answered: 4, options })).blocks)
    expect(lines).toContain('✅ A   Yes\n███████████████░░░░░  75 %  ·  3 votes')
    expect(lines).toContain('B   No\n█████░░░░░░░░░░░░░░░  25 %  ·  1 vote  ●  your answer')
    expect(lines).toContain('C   Never\n░░░░░░░░░░░░░░░░░░░░  0 %  ·  0 votes')
    expect(lines).toContain('4 people answered')
    expect(visibleText(render(screen({ kind: 'votes', answered: 0, options })).blocks)).toContain('Nobody answered')
  })

  test('draws a ranking in columns, with one’s own row below a gap', () => {
    const row = (rank: number, name: string, points: number, you = false) => ({ rank, person: { id: `slack:T1/U${rank}`, name }, points, accuracy: 50, streak: 2, you })
    const lines = visibleText(render(screen({ kind: 'ranking', rows: [row(1, 'Ada', 12), row(2, '王小明', 9)], own: row(11, 'Me', 3, true) })).blocks).split('\n')
    expect(lines.slice(1)).toEqual([
      ' #  Name    Points  Right  Streak',
      ' 1  Ada         12   50 %       2',
      ' 2  王小明       9   50 %       2',
      '⋯',
      '11  Me           3   50 %       2  ← you',
    ])
  })

  test('draws a narrow table in columns, and a wide one row by row', () => {
    const table = (cell: string): Block => ({ kind: 'table', columns: ['Service', 'AWS', 'You'], rows: [['Lambda', cell, 'code']] })
    expect(visibleText(render(screen(table('runtime'))).blocks)).toContain('Service  AWS      You\nLambda   runtime  code')
    expect(visibleText(render(screen(table('runtime '.repeat(12)))).blocks)).toContain('\nYou: code')
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
