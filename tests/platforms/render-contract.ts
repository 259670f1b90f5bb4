// What every renderer has to keep, whatever the platform. Each adapter describes itself and calls this in its own test.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { samples } from '../samples.ts'
import type { Block, Screen } from '../../src/screens/screen.ts'
import { anyScreen, anyText, someWords } from './any-screen.ts'
import { hostileTexts } from './hostile-texts.ts'
import { widthOf } from '../../src/screens/width.ts'
import { wordsOf, wordsOfBlock, type Moment } from './words-of.ts'
import { lookup } from '../../src/features/lookup/face.ts'

export type RendererUnderTest<Payload> = {
  readonly platform: string
  readonly render: (screen: Screen) => Payload
  /**
   * What a person sees, as the platform's client would show it: markup obeyed and gone, escapes undone, labels of buttons and
   * options of menus included, mentions and links said as what they point to. Written apart from the renderer.
   */
  readonly visibleText: (payload: Payload) => string
  /** Fails where the platform would refuse the payload. */
  readonly assertWithinLimits: (payload: Payload) => void
  /** How a moment reads in `visibleText`. */
  readonly moment: (moment: Moment) => string
  /** What a person sees, line by line, if `visibleText` joins lines. */
  readonly lines?: (payload: Payload) => string
  /** Words of a usage line that the platform says in its own way. */
  readonly says?: { readonly otherwise: RegExp }
  /** Of a chat: each line in a fixed-width font that cannot wrap on a phone. Left out where everything is in such a font. */
  readonly fixedLines?: (payload: Payload) => readonly string[]
}

/** Columns that a phone shows of a fixed-width font. */
const phoneWidth = 44

/** Codes that act instead of being seen, and halves of letters. */
const acting = /[^\P{Cc}\n]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]|\p{Cs}/u

/** Quotation marks are drawn curly. */
const straight = (text: string) => text.replaceAll(/[“”]/gu, '"').replaceAll(/[‘’]/gu, "'")

/** What keeps a name from right to left apart from the words around it; it acts on nothing but itself. */
const isolate = /\u2068([^\u2066-\u2069\n]*)\u2069/gu

export function describeRenderer<Payload>(renderer: RendererUnderTest<Payload>): void {
  const { render, visibleText, assertWithinLimits, moment, fixedLines, lines, says } = renderer
  const seen = (screen: Screen) => squeezed(visibleText(render(screen)))

  describe(`the ${renderer.platform} renderer`, () => {
    test.each([...samples])('shows every word of the sample %s, within the limits', (_, screen) => {
      const payload = render(screen)
      assertWithinLimits(payload)
      const text = squeezed(visibleText(payload))
      for (const word of wordsOf(screen, moment).filter((each) => says?.otherwise.test(each) !== true)) expect(text).toContain(word)
    })

    test.each([...samples])('has no line of the sample %s that begins or ends with a dot between two things, and no space before a percent sign', (_, screen) => {
      for (const line of (lines ?? visibleText)(render(screen)).split('\n')) expect(line).not.toMatch(/^\s*·|·\s*$|\d\s%/u)
    })

    test.each([...samples])('shows nothing of the sample %s in a fixed-width font that is wider than a phone', (_, screen) => {
      for (const line of fixedLines?.(render(screen)) ?? []) expect(widthOf(line)).toBeLessThanOrEqual(phoneWidth)
    })

    test('has a row for each person of a ranking, those of one name told apart', () => {
      const text = visibleText(render(samples.get('board-names') as Screen))
      const shown = [...text.matchAll(/Sam Lee \([^)]+\)/gu)].map(([name]) => name)
      expect(shown).toHaveLength(2)
      expect(new Set(shown).size).toBe(2)
    })

    test.each(everyBlock('a plain word').map((block) => [block.kind, block] as const))('shows every word of a block of kind %s', (_, block) => {
      const text = seen({ name: 'notice', title: 'A title', tone: 'plain', blocks: [block] })
      for (const word of wordsOfBlock(block, moment)) expect(text).toContain(word)
    })

    test.each(hostileTexts.map((hostile) => [hostile.name, hostile] as const))('shows and does not obey %s', (_, { text, shows }) => {
      for (const block of [undefined, ...everyBlock(text)]) {
        const payload = render({ name: 'notice', title: block === undefined ? text : 'A title', tone: 'plain', blocks: block === undefined ? [] : [block] })
        assertWithinLimits(payload)
        const visible = visibleText(payload)
        expect(visible.replace(isolate, '$1')).not.toMatch(acting)
        const flat = squeezed(visible)
        // Where buttons are numbered, a label's own number is left out.
        const own = shows.filter((part) => block?.kind !== 'buttons' || !/^\d\.$/u.test(part))
        for (const part of own) expect(straight(flat), `a block of kind ${block?.kind ?? 'title'}`).toContain(part)
      }
    })

    test('stays within the limits for any screen, and never throws', () => {
      fc.assert(fc.property(anyScreen(anyText, 12), (screen) => assertWithinLimits(render(screen))), { numRuns: 150 })
    })

    test('stays within the limits for screens far larger than ours', () => {
      fc.assert(fc.property(anyScreen(fc.oneof(anyText, fc.constant('word '.repeat(800))), 60), (screen) => assertWithinLimits(render(screen))), { numRuns: 25 })
    })

    test('says so with an ellipsis where words are left out', () => {
      const holds = (screen: Screen) => {
        const text = seen(screen)
        const missing = wordsOf(screen, moment).filter((word) => !text.includes(word))
        expect(text.includes('…') ? [] : missing).toEqual([])
      }
      fc.assert(fc.property(anyScreen(someWords, 10), holds), { numRuns: 100 })
      fc.assert(fc.property(anyScreen(someWords, 50), holds), { numRuns: 15 })
    })

    test('shows a screen without blocks, without a title, without anything', () => {
      for (const title of ['', 'Only a title']) assertWithinLimits(render({ name: 'notice', title, tone: 'plain', blocks: [] }))
    })
  })
}

/** On one line, with a medal read as the rank that it is for. */
const squeezed = (text: string) => text.replace(/\s+/gu, ' ').replaceAll('🥇', '1.').replaceAll('🥈', '2.').replaceAll('🥉', '3.')

/** One block of every kind with `text` in all its places. */
export function everyBlock(text: string): readonly Block[] {
  const person = { id: 'discord:123456789012345678:u:123456789012345679', name: text }
  const row = { rank: 3, person, points: 17, accuracy: 85, streak: 4, answered: 20, days: 18, you: false }
  return [
    { kind: 'paragraph', text: [text] },
    { kind: 'paragraph', text: ['so ', { kind: 'strong', text }, ' and ', { kind: 'person', ...person }, '.'] },
    { kind: 'paragraph', text: [{ kind: 'code', text }, ' ', { kind: 'link', text, url: 'https://docs.example/page?a=1&b=(2)' }] },
    { kind: 'paragraph', text: ['so ', { kind: 'code-block', text, language: 'json' }, ' and'] },
    { kind: 'heading', text },
    { kind: 'list', items: [[text], [text, { kind: 'code-block', text, language: null }, 'then'], ['second ', { kind: 'strong', text }]] },
    { kind: 'choices', id: '0123456789abcdef', pick: 1, options: options(text), several: 'v1:answer:0123456789abcdef:*', chosen: [] },
    { kind: 'choices', id: '0123456789abcdef', pick: 2, options: options(text), several: 'v1:answer:0123456789abcdef:*', chosen: ['a', 'b'] },
    { kind: 'votes', answered: 5, options: [{ letter: 'A', text: [text], votes: 3, right: true, mine: true }, { letter: 'B', text: [text], votes: 2, right: false, mine: false }] },
    { kind: 'facts', facts: [{ label: text, value: [text] }, { label: 'Label', value: [{ kind: 'strong', text }] }] },
    { kind: 'ranking', rows: [row, { ...row, rank: 4, you: true }], own: { ...row, rank: 21 } },
    { kind: 'table', columns: [text, 'second'], rows: [[text, 'x'], ['y', text]] },
    { kind: 'buttons', buttons: [{ label: text, control: lookup.controls.lookup.text({ words: text }), primary: true }, { label: 'Other', control: 'v1:progress', primary: false }] },
    { kind: 'footnote', text: [text] },
  ]
}

const options = (text: string) => ['a', 'b', 'c'].map((id, index) => ({ id, letter: String.fromCharCode(65 + index), text: [index === 2 ? 'last' : text], control: `v1:answer:0123456789abcdef:${id}` }))
