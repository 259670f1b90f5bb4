// Pictures as SVG text: every text keeps to its box and to its line, nothing lies over anything else, and the same is said in words.
import { describe, expect, it } from 'vitest'
import { drawSvg } from '../../src/screens/pictures/draw.ts'
import { breakText, fitText, isCovered, textWidth } from '../../src/screens/pictures/measure.ts'
import { cardWidth, colors, neutral, sideColors } from '../../src/screens/pictures/svg.ts'
import { altText, levelOf } from '../../src/screens/pictures/words.ts'
import { samplePictures, shippedCourse } from './sample-pictures.ts'

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
type Words = Box & { readonly words: string }

const numberIn = (tag: string, name: string): number => Number(new RegExp(` ${name}="([^"]+)"`, 'u').exec(tag)?.[1])
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

function textsIn(svg: string): readonly Words[] {
  return [...svg.matchAll(/(<text [^>]*>)([^<]*)<\/text>/gu)].map(([, tag = '', escaped = '']) => {
    const words = escaped.replaceAll(/&\w+;/gu, (entity) => entities[entity] ?? entity)
    const size = numberIn(tag, 'font-size')
    const width = textWidth(words, { size, bold: tag.includes('font-weight="600"') })
    const [x, y] = [numberIn(tag, 'x'), numberIn(tag, 'y')]
    const left = tag.includes('"end"') ? x - width : tag.includes('"middle"') ? x - width / 2 : x
    return { words, left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.22 }
  })
}

const boxesIn = (svg: string): readonly Box[] =>
  [...svg.matchAll(/<rect [^>]*>/gu)].map(([tag]) => {
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => numberIn(tag, name))
    return { left: x ?? 0, right: (x ?? 0) + (width ?? 0), top: y ?? 0, bottom: (y ?? 0) + (height ?? 0) }
  })

const overlap = (one: Box, other: Box): boolean => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
const holds = (outer: Box, inner: Box): boolean => outer.left <= inner.left + 0.5 && outer.right >= inner.right - 0.5 && outer.top <= inner.top + 0.5 && outer.bottom >= inner.bottom - 0.5

describe.each([...samplePictures])('the picture of %s', (_, picture) => {
  const svg = drawSvg(picture)
  const texts = textsIn(svg)

  it('has no text over another', () => {
    const clashes = texts.flatMap((one, at) => texts.slice(at + 1).filter((other) => overlap(one, other)).map((other) => `${one.words} / ${other.words}`))
    expect(clashes).toEqual([])
  })

  it('has every text inside each box that it touches, and inside the card', () => {
    const boxes = boxesIn(svg)
    const broken = texts.flatMap((text) => boxes.filter((box) => overlap(box, text) && !holds(box, text)).map((box) => `${text.words} ${JSON.stringify(box)}`))
    expect(broken).toEqual([])
    for (const { words, left, right } of texts) expect([words, left >= 20 && right <= cardWidth - 20]).toEqual([words, true])
  })

  it('is opaque, well-formed, and of characters that the font has', () => {
    expect(svg).toMatch(/^<svg [^>]*><rect [^>]*fill="#ffffff"/u)
    expect(svg).not.toMatch(/NaN|Infinity|undefined/u)
    expect(svg.replaceAll(/&(?:amp|lt|gt|quot);/gu, '')).not.toContain('&')
    for (const { words } of texts) expect([words, isCovered(words)]).toEqual([words, true])
  })

  it('has an alternative text that fits every platform and begins with the title', () => {
    const alt = altText(picture)
    expect(alt.length).toBeLessThanOrEqual(1000)
    expect(alt.startsWith(picture.title.slice(0, 40))).toBe(true)
    expect(alt).not.toMatch(/NaN|undefined/u)
  })
})

describe('the alternative text', () => {
  it('says the numbers of the bars, as the picture does', () => {
    const svg = drawSvg({ kind: 'bars', title: 'By topic', rows: [{ label: 'Patching', right: 9, of: 12 }, { label: 'Keys', right: 0, of: 0 }] })
    const alt = altText({ kind: 'bars', title: 'By topic', rows: [{ label: 'Patching', right: 9, of: 12 }, { label: 'Keys', right: 0, of: 0 }] })
    expect(alt).toBe('By topic. Patching: 75%, 9 of 12 right. Keys: no answers.')
    expect(svg).toContain('75% · 9 of 12')
  })

  it('says the days of a calendar', () => {
    const days = [{ date: '2026-11-23', count: 2 }, { date: '2026-11-24', count: 0 }, { date: '2026-11-25', count: 1 }]
    expect(altText({ kind: 'calendar', title: 'Your study days', days })).toBe('Your study days. 2 of 3 days with something done, from Nov 23 to Nov 25. They are: Nov 23: 2, Nov 25: 1.')
  })

  it('says the points of a board, with names that the picture cannot draw', () => {
    const picture = { kind: 'board', title: 'This week', rows: [{ rank: 1, name: '王小明', points: 1, you: true }] } as const
    expect(altText(picture)).toBe('This week. 1: 王小明 (you), 1 point.')
    expect(drawSvg(picture)).toContain('a member (you)')
  })
})

describe('the diagrams of the course', () => {
  it('are the six of the documents', () => {
    expect(shippedCourse.diagrams.map(({ id }) => id)).toEqual(['layers', 'apartment', 'joint-areas', 'collaboration', 'drift', 'patching'])
  })

  it.each(shippedCourse.diagrams.map((diagram) => [diagram.id, diagram] as const))('%s: its alternative text names each box', (_, diagram) => {
    const titles = diagram.kind === 'layers' ? diagram.stacks : diagram.kind === 'areas' ? diagram.joint.areas : diagram.steps
    const stem = (title: string) => title.toLowerCase().replace(/^the /u, '').split(' ')[0] ?? ''
    for (const { title } of titles) expect(diagram.alt.toLowerCase()).toContain(stem(title))
  })
})

describe('text', () => {
  it('is measured by the font, and cut or broken to a width', () => {
    const font = { size: 20 }
    expect(textWidth('iii', font)).toBeLessThan(textWidth('WWW', font) / 2)
    expect(textWidth(fitText('Maximiliane Alexandra von und zu', font, 120), font)).toBeLessThanOrEqual(120)
    expect(fitText('Ada', font, 120)).toBe('Ada')
    expect(breakText('one two three four', font, 80)).toEqual(['one two', 'three', 'four'])
  })

  it('is covered in Latin, Greek and Cyrillic letters, and not in others', () => {
    for (const name of ['Zoë Łukasz', 'Αθηνά', 'Алексей', 'e\u0301']) expect([name, isCovered(name)]).toEqual([name, true])
    for (const name of ['王小明', 'שרה', '🦊', 'नमस्ते']) expect([name, isCovered(name)]).toEqual([name, false])
  })
})

describe('colors', () => {
  const light = (color: string) => {
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
  }
  const contrast = (one: string, other: string) => (Math.max(light(one), light(other)) + 0.05) / (Math.min(light(one), light(other)) + 0.05)

  it('of text are at least 4.5 : 1 on what is under them', () => {
    for (const { fill, edge } of [...Object.values(sideColors), neutral]) {
      for (const [above, under] of [[edge, fill], [edge, colors.paper], [colors.ink, fill]] as const) expect([above, under, contrast(above, under) >= 4.5]).toEqual([above, under, true])
    }
    for (const ink of [colors.ink, colors.soft, colors.accent]) expect([ink, contrast(ink, colors.paper) >= 4.5]).toEqual([ink, true])
  })
})

it('the darkest day is the one with the most, and one thing is more than nothing', () => {
  expect([0, 1, 4, 8].map((count) => levelOf(count, 8))).toEqual([0, 1, 2, 3])
  expect([0, 1].map((count) => levelOf(count, 1))).toEqual([0, 3])
  expect([1, 2].map((count) => levelOf(count, 2))).toEqual([1, 3])
})
