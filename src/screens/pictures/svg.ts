// The pieces that pictures are drawn with, as SVG text: opaque cards in colors that can be told apart on white.
import type { Font } from './measure.ts'
import type { Side } from './picture.ts'

/** In the units of the SVG. A phone shows a picture about 360 points wide, so text of 17 is as large there as small print. */
export const cardWidth = 600
export const margin = 24
export const innerWidth = cardWidth - 2 * margin

/** Contrast on white: ink 15.7, soft 6.0. */
export const colors = { ink: '#1d2330', soft: '#5b6475', line: '#dfe3ea', track: '#e8ebf0', paper: '#ffffff', good: '#2f855a', accent: '#2b6cb0' } as const

/** `fill` is light enough for ink upon it; `edge` is at least 4.5 : 1 on white and under white text. */
export const sideColors: Readonly<Record<Side, { readonly fill: string; readonly edge: string }>> = {
  provider: { fill: '#fdf1dc', edge: '#975a16' },
  customer: { fill: '#e3eefb', edge: '#2b6cb0' },
  shared: { fill: '#e2f4ea', edge: '#276749' },
}

/** For what belongs to no side. */
export const neutral = { fill: '#f4f5f7', edge: '#5b6475' } as const

export const sizes = { title: 22, heading: 18, text: 17, small: 15 } as const

export const lineHeight = (size: number): number => Math.round(size * 1.4)

export type Drawn = { readonly svg: string; readonly height: number }

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// XML has no way to write the other control characters.
const escaped = (text: string): string => text.normalize('NFC').replaceAll(/\p{Cc}/gu, ' ').replaceAll(/[&<>"]/gu, (character) => entities[character] ?? '')

type TextLook = Font & { readonly color?: string; readonly anchor?: 'start' | 'middle' | 'end' }

/** @param y the baseline */
export function text(x: number, y: number, words: string, { size, bold = false, color = colors.ink, anchor = 'start' }: TextLook): string {
  return `<text x="${round(x)}" y="${round(y)}" font-family="Inter" font-weight="${bold ? 600 : 400}" font-size="${size}" fill="${color}" text-anchor="${anchor}">${escaped(words)}</text>`
}

/** Of the font size: how high capital letters are. */
const capitals = 0.727

/** Lines below each other, each in the middle of its height. @param top above the first line */
export function lines(x: number, top: number, all: readonly string[], look: TextLook): string {
  const height = lineHeight(look.size)
  return all.map((line, index) => text(x, top + index * height + (height + look.size * capitals) / 2, line, look)).join('')
}

type BoxLook = { readonly fill: string; readonly edge?: string; readonly radius?: number }

export function box({ x, y, width, height }: Area, { fill, edge, radius = 6 }: BoxLook): string {
  const stroke = edge === undefined ? '' : ` stroke="${edge}" stroke-width="1.5"`
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${radius}" fill="${fill}"${stroke}/>`
}

export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export type Point = { readonly x: number; readonly y: number }

/** A line with a head at its end. The last part has to be longer than the head, and straight across or down. */
export function arrow(points: readonly Point[], color: string = colors.soft): string {
  const [before, end] = points.slice(-2)
  if (before === undefined || end === undefined) return ''
  const [dx, dy] = [Math.sign(end.x - before.x), Math.sign(end.y - before.y)]
  const neck = { x: end.x - 9 * dx, y: end.y - 9 * dy }
  const way = [...points.slice(0, -1), neck].map(({ x, y }) => `${round(x)},${round(y)}`).join(' ')
  const head = [end, { x: neck.x - 6 * dy, y: neck.y - 6 * dx }, { x: neck.x + 6 * dy, y: neck.y + 6 * dx }].map(({ x, y }) => `${round(x)},${round(y)}`).join(' ')
  return `<polyline points="${way}" fill="none" stroke="${color}" stroke-width="2"/><polygon points="${head}" fill="${color}"/>`
}

/** A card with a title. It is opaque, since chats show it on light and on dark. */
export function card(title: readonly string[], body: (top: number) => Drawn): Drawn {
  const top = margin + title.length * lineHeight(sizes.title) + 10
  const { svg, height } = body(top)
  const whole = Math.round(top + height + margin)
  const frame = `<rect x="0.5" y="0.5" width="${cardWidth - 1}" height="${whole - 1}" rx="12" fill="${colors.paper}" stroke="${colors.line}"/>`
  const head = lines(margin, margin, title, { size: sizes.title, bold: true })
  return { height: whole, svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${cardWidth}" height="${whole}" viewBox="0 0 ${cardWidth} ${whole}">${frame}${head}${svg}</svg>` }
}

const round = (value: number): number => Math.round(value * 10) / 10
