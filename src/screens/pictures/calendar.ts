// Days as squares, a column for each week, darker the more was done.
import { dayOfWeek, monthName } from './dates.ts'
import { breakText, textWidth } from './measure.ts'
import type { Calendar } from './picture.ts'
import { box, card, colors, innerWidth, lineHeight, margin, sizes, text, type Drawn } from './svg.ts'
import { daysWith, levelOf } from './words.ts'

/** From nothing to the most. The lighter ones are under 3 : 1 on white, so the top one has a dot, and the text gives the numbers. */
export const steps = ['#e8ebf0', '#bfe0cd', '#7cc19b', '#2f855a'] as const

const dayLabels = ['Mon', '', 'Wed', '', 'Fri', '', 'Sun'] as const
const labelWidth = 44
const gap = 4
const mostWeeks = 26
const largest = 34

export function drawCalendar(picture: Calendar): Drawn {
  const weeks = weeksOf(picture.days).slice(-mostWeeks)
  const size = Math.min(largest, (innerWidth - labelWidth) / Math.max(1, weeks.length) - gap)
  const most = Math.max(0, ...picture.days.map(({ count }) => count))
  const x = (week: number) => margin + labelWidth + week * (size + gap)
  return card(breakText(picture.title, { size: sizes.title, bold: true }, innerWidth), (top) => {
    const grid = top + lineHeight(sizes.small)
    const y = (day: number) => grid + day * (size + gap)
    const squares = weeks.flatMap((week, column) => week.map(({ date, count }) => square({ x: x(column), y: y(dayOfWeek(date)), size }, levelOf(count, most)))).join('')
    const labels = dayLabels.map((label, day) => (label === '' ? '' : text(margin, y(day) + size / 2 + 5, label, { size: sizes.small, color: colors.soft }))).join('')
    const foot = y(7) + 12
    return { svg: months(weeks, x, top) + labels + squares + legend(foot, daysWith(picture)), height: foot - top + lineHeight(sizes.small) }
  })
}

type Days = Calendar['days']

function weeksOf(days: Days): readonly Days[] {
  const weeks: Calendar['days'][number][][] = []
  for (const day of days) {
    if (weeks.length === 0 || dayOfWeek(day.date) === 0) weeks.push([])
    weeks.at(-1)?.push(day)
  }
  return weeks
}

/** The name of a month above the first week that begins in it, where there is room. */
function months(weeks: readonly Days[], x: (week: number) => number, top: number): string {
  let [before, free] = ['', 0]
  return weeks.map((week, column) => {
    const name = monthName(week[0]?.date ?? '')
    const width = textWidth(name, { size: sizes.small })
    if (name === before || x(column) < free || x(column) + width > margin + innerWidth) return ''
    before = name
    free = x(column) + width + 8
    return text(x(column), top + sizes.small - 3, name, { size: sizes.small, color: colors.soft })
  }).join('')
}

function square({ x, y, size }: { readonly x: number; readonly y: number; readonly size: number }, level: number): string {
  const dot = level === steps.length - 1 ? `<circle cx="${Math.round(x + size / 2)}" cy="${Math.round(y + size / 2)}" r="${Math.max(2, Math.round(size / 8))}" fill="#ffffff"/>` : ''
  return box({ x, y, width: size, height: size }, { fill: steps[level] ?? steps[0], radius: 4 }) + dot
}

function legend(top: number, words: string): string {
  const size = 15
  const look = { size: sizes.small, color: colors.soft }
  const more = textWidth('more', look)
  const end = margin + innerWidth
  const first = end - more - 8 - steps.length * (size + gap)
  return [
    text(margin, top + size - 2, words, look),
    text(first - 8, top + size - 2, 'less', { ...look, anchor: 'end' }),
    ...steps.map((_, level) => square({ x: first + level * (size + gap), y: top, size }, level)),
    text(end, top + size - 2, 'more', { ...look, anchor: 'end' }),
  ].join('')
}
