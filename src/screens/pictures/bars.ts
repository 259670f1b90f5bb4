// Shares as bars, for topics and for the domains of an exam; and the board, which has bars of points.
import { percentRight } from './words.ts'
import { breakText, fitText, isCovered, textWidth } from './measure.ts'
import type { Bars, Board } from './picture.ts'
import { box, card, colors, innerWidth, lineHeight, margin, sizes, text, type Drawn } from './svg.ts'

const barHeight = 16
const mostRows = 12

const titleOf = (title: string) => breakText(title, { size: sizes.title, bold: true }, innerWidth)

/** A label above each bar, so that long ones have the whole width. */
export function drawBars({ title, rows }: Bars): Drawn {
  const rowHeight = lineHeight(sizes.text) + barHeight + 14
  const shown = rows.slice(0, mostRows)
  return card(titleOf(title), (top) => ({
    height: Math.max(0, shown.length * rowHeight - 14),
    svg: shown.map((row, index) => barRow(row, top + index * rowHeight)).join(''),
  }))
}

function barRow(row: Bars['rows'][number], top: number): string {
  const numbers = row.of === 0 ? 'no answers' : `${percentRight(row)}% · ${row.right} of ${row.of}`
  const font = { size: sizes.text, bold: true }
  const room = innerWidth - textWidth(numbers, font) - 16
  const y = top + lineHeight(sizes.text)
  const full = row.of === 0 ? 0 : (innerWidth * row.right) / row.of
  return [
    text(margin, top + sizes.text, fitText(row.label, { size: sizes.text }, room), { size: sizes.text }),
    text(margin + innerWidth, top + sizes.text, numbers, { ...font, anchor: 'end' }),
    box({ x: margin, y, width: innerWidth, height: barHeight }, { fill: colors.track, radius: 4 }),
    full > 0 ? box({ x: margin, y, width: full, height: barHeight }, { fill: colors.accent, radius: 4 }) : '',
  ].join('')
}

const rankWidth = 44

export function drawBoard({ title, rows }: Board): Drawn {
  const rowHeight = lineHeight(sizes.text) + 20
  const most = Math.max(1, ...rows.map(({ points }) => points))
  const shown = rows.slice(0, mostRows)
  return card(titleOf(title), (top) => ({
    height: shown.length * rowHeight,
    svg: shown.map((row, index) => boardRow(row, top + index * rowHeight, most)).join(''),
  }))
}

function boardRow({ rank, name, points, you }: Board['rows'][number], top: number, most: number): string {
  const font = { size: sizes.text, bold: true }
  const shownName = isCovered(name) && name.trim() !== '' ? name.normalize('NFC') : 'a member'
  const score = points === 1 ? '1 point' : `${points} points`
  const x = margin + rankWidth
  const width = innerWidth - rankWidth
  const mark = you ? ' (you)' : ''
  const room = width - textWidth(score, font) - textWidth(mark, font) - 16
  const y = top + lineHeight(sizes.text)
  return [
    text(margin + rankWidth - 14, top + sizes.text, `${rank}.`, { ...font, color: colors.soft, anchor: 'end' }),
    text(x, top + sizes.text, `${fitText(shownName, { size: sizes.text, bold: you }, room)}${mark}`, { size: sizes.text, bold: you }),
    text(margin + innerWidth, top + sizes.text, score, { ...font, anchor: 'end' }),
    box({ x, y, width, height: 8 }, { fill: colors.track, radius: 4 }),
    points > 0 ? box({ x, y, width: (width * points) / most, height: 8 }, { fill: you ? colors.good : colors.accent, radius: 4 }) : '',
  ].join('')
}
