// How screens look, at any width.
import { describe, expect, it } from 'vitest'
import { render } from '../../../src/platforms/terminal/outgoing/render.ts'
import { widthOf } from '../../../src/screens/width.ts'
import { samples } from '../../samples.ts'
import type { Block, Screen } from '../../../src/screens/screen.ts'
import { moment } from '../../../src/screens/text.ts'
import { stripVTControlCharacters } from 'node:util'
import { sample } from './keyboard.ts'

const plain = { columns: 80, color: false }
const draw = (screen: Screen, columns = 80) => render(screen, { ...plain, columns })
const show = (...blocks: readonly Block[]): Screen => ({ name: 'notice', title: 'Title', tone: 'plain', blocks })
const lines = (text: string) => text.split('\n')
const person = (name: string) => ({ id: `terminal:local:u:${name}`, name })

describe('every screen', () => {
  const widths = [24, 40, 60, 80, 200]
  it.each([...samples.keys()])('%s keeps to the width of the window', (name) => {
    for (const columns of widths) {
      const widest = Math.max(...lines(draw(sample(name), columns)).map(widthOf))
      expect(widest, `${columns} columns`).toBeLessThanOrEqual(Math.min(columns, 88))
    }
  })

  it.each([...samples.keys()])('%s says the same with colors and without', (name) => {
    const colorful = render(sample(name), { ...plain, color: true })
    // oxlint-disable-next-line no-control-regex -- color codes
    expect(draw(sample(name))).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/u)
    expect(lines(stripVTControlCharacters(colorful)).map((line) => line.trimEnd())).toEqual(lines(draw(sample(name))))
  })

  it.each([...samples.keys()])('%s ends with one line feed and has no spaces at line ends', (name) => {
    const text = draw(sample(name))
    expect(text).toMatch(/[^\n]\n$/u)
    expect(lines(text).filter((line) => /\s$/u.test(line))).toEqual([])
  })
})

describe('words of people', () => {
  const hostile = 'a\u001B[2J\u001B]8;;http://evil\u0007b\u009B31m\u202Ec\u2066d\u0000e\rf\bg\uD800h'
  const everywhere: readonly Block[] = [
    { kind: 'paragraph', text: [hostile, { kind: 'strong', text: hostile }, { kind: 'code', text: hostile }, { kind: 'link', text: hostile, url: hostile }, { kind: 'command', line: hostile }, { kind: 'person', ...person(hostile) }] },
    { kind: 'heading', text: hostile },
    { kind: 'list', items: [[hostile]] },
    { kind: 'choices', id: '0', pick: 1, chosen: [], several: 'v1:x', options: [{ id: 'a', letter: 'A', text: [hostile], control: 'v1:a' }] },
    { kind: 'votes', answered: 1, options: [{ letter: 'A', text: [hostile], votes: 1, right: true, mine: true }] },
    { kind: 'facts', facts: [{ label: hostile, value: [hostile] }] },
    { kind: 'ranking', rows: [{ rank: 1, person: person(hostile), points: 1, accuracy: 1, streak: 1, answered: 20, days: 18, you: true }], own: null },
    { kind: 'table', columns: [hostile, 'b'], rows: [[hostile, hostile]] },
    { kind: 'buttons', buttons: [{ label: hostile, control: 'v1:progress', primary: true }] },
    { kind: 'footnote', text: [hostile] },
  ]

  it.each([24, 80])('reach no terminal raw at %i columns', (columns) => {
    const text = render({ ...show(...everywhere), title: hostile }, { ...plain, columns }, hostile)
    // oxlint-disable-next-line no-control-regex -- these are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u)
    expect(text.isWellFormed()).toBe(true)
  })

  it('bring no color of their own', () => {
    const text = render(show(...everywhere), { ...plain, color: true })
    // oxlint-disable-next-line no-control-regex -- color codes
    expect(text.replace(/\u001B\[\d{1,2}m/gu, '')).not.toMatch(/\u001B|\u009B/u)
    expect(text).not.toContain('\u001B[2J')
  })

  it('keep their place in a column, however wide their letters are', () => {
    const rows = ['Ada', '田中太郎', '👩‍👩‍👧 Ana', 'é́́́́́́́́́́', 'x'.repeat(60)].map((name, index) => ({ rank: index + 1, person: person(name), points: 1, accuracy: 100, streak: 1, answered: 20, days: 18, you: false }))
    const drawn = lines(draw(show({ kind: 'ranking', rows, own: null }))).slice(3)
    expect(new Set(drawn.slice(0, 5).map(widthOf)).size).toBe(1)
    expect(drawn[5]).toBe(`         ${'x'.repeat(28)}`)
  })

  it('that are one endless word are broken, not cut', () => {
    const text = draw(show({ kind: 'paragraph', text: ['x'.repeat(300)] }))
    expect(text.replace(/[^x]/gu, '')).toHaveLength(300)
  })
})

describe('blocks', () => {
  it('draw a bar and its share in words for each option', () => {
    const text = draw(sample('reveal'))
    expect(text).toContain('████████████████░░░░░░░░  67% · 6 votes · right answer')
    expect(text).toContain('░░░░░░░░░░░░░░░░░░░░░░░░   0% · 0 votes')
    expect(text).toContain('✓ B  The library')
  })

  it('mark what one has chosen', () => {
    expect(draw(sample('question-two'))).toContain('B  Turn Block Public Access on ← your choice')
    const votes: Block = { kind: 'votes', answered: 1, options: [{ letter: 'A', text: ['x'], votes: 1, right: false, mine: true }] }
    expect(draw(show(votes))).toContain('1 vote · your choice')
  })

  it('say how to answer', () => {
    expect(draw(sample('question'))).toContain('Type A, B, C, or D to answer.')
    expect(draw(sample('question-two'))).toContain('Type two letters to answer, for example AB.')
  })

  it('align a board, with the own row below', () => {
    const [, head = '', first = '', ...rest] = lines(draw(sample('board'))).filter((line) => line !== '')
    expect(head).toBe('  Rank   Name       Points   Right   Streak')
    expect(first).toBe('     1   Ada             5    100%       12')
    expect(rest).toContain('    11   Margaret        0      0%        1 ← you')
  })

  it('put a table into columns, or rows below each other where it is too wide', () => {
    const table: Block = { kind: 'table', columns: ['Service', 'AWS', 'Customer'], rows: [['EC2', 'the host', 'the guest operating system'], ['S3', 'durability', 'access']] }
    expect(draw(show(table))).toContain('EC2       the host     the guest operating system')
    const narrow = draw(show(table), 30)
    for (const words of ['Service', 'EC2', 'the host', 'access']) expect(narrow).toContain(words)
  })

  it('leave a command on one line', () => {
    expect(draw(sample('refusal-usage'))).toMatch(/^ +\/study setup 08:30 America\/New_York mon-fri feedback=at-close$/mu)
  })

  it('number the buttons through the whole screen, so that each number means one', () => {
    const drawn = draw(sample('board'))
    expect(drawn).toContain('[1] ✓ Week   [2] Month   [3] Season   [4] All time\n  [5] ✓ Points   [6] % right   [7] Days\n  [8] ✓ This channel   [9] All channels\n  [10] ‹ Previous   [11] Next ›')
  })

  it('name the zone of a moment only where it is not the own one', () => {
    const screen = show({ kind: 'paragraph', text: [moment(Date.UTC(2026, 10, 23, 8), 'Europe/Berlin')] })
    expect(render(screen, { ...plain, zone: 'Europe/Berlin' })).toContain('Mon, Nov 23, 09:00\n')
    expect(render(screen, { ...plain, zone: 'UTC' })).toContain('Mon, Nov 23, 09:00 (Europe/Berlin)')
  })

  it('show people without a name by their id, or as somebody', () => {
    const text = draw(show({ kind: 'paragraph', text: [{ kind: 'person', ...person('bob'), name: '' }, ' ', { kind: 'person', id: 'slack:T1:U1', name: '' }] }))
    expect(text).toContain('bob a member')
  })

  it.each([['result-right', '✓ Right'], ['result-wrong', '✗ Not this time'], ['refusal', '! Only managers']])('of %s begin with a sign beside the color', (name, title) => {
    expect(draw(sample(name))).toContain(title)
  })
})
