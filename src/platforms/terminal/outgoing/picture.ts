// A picture drawn with characters. Where it would say again, word for word, what stands above it, it shows the shape.
import { curlyPicture } from '../../../screens/curly-quotes.ts'
import { dayOfWeek, plainDate } from '../../../screens/pictures/dates.ts'
import type { Calendar, Picture } from '../../../screens/pictures/picture.ts'
import { backToFirst, daysWith, levelOf, percentRight } from '../../../screens/pictures/words.ts'
import { cutTo, padBefore, padTo, widthOf } from '../../../screens/width.ts'
import { cleanLine } from '../clean.ts'
import { limits } from '../limits.ts'
import { span, type Line } from './styled.ts'
import { wrap } from './wrap.ts'

export function picture(given: Picture, width: number): Line[] {
  const shown = curlyPicture(given)
  switch (shown.kind) {
    case 'calendar':
      return calendar(shown, width)
    case 'bars':
      return bars(shown.rows.map((row) => ({ label: row.label, share: row.of === 0 ? 0 : row.right / row.of, words: row.of === 0 ? 'no answers' : `${percentRight(row)}%, ${row.right} of ${row.of}` })), width)
    case 'board': {
      const most = Math.max(1, ...shown.rows.map(({ points }) => points))
      return bars(shown.rows.map(({ rank, name, points, you }) => ({ label: `${rank}. ${name}${you ? ' (you)' : ''}`, share: points / most, words: points === 1 ? '1 point' : `${points} points` })), width)
    }
    case 'layers':
      return frames(shown.stacks.map(({ title, points }) => ({ title, points, sign: '▼' })), width)
    case 'areas':
      return frames(
        [
          ...shown.sides.map(({ title }) => ({ title, points: [], sign: '+' })),
          { title: shown.joint.title, points: shown.joint.areas.map(({ title }) => title), sign: '▼' },
          ...(shown.result === undefined ? [] : [{ title: shown.result, points: [], sign: '▼' }]),
        ],
        width,
      )
    case 'steps':
      return [
        ...frames([...shown.steps, ...(shown.loop === undefined ? [] : [shown.loop])].map(({ title }, index) => ({ title: `${index + 1}. ${title}`, points: [], sign: '▼' })), width),
        ...(shown.loop === undefined ? [] : [[span(`▲ ${backToFirst}`, 'dim')]]),
      ]
  }
}

/** Wider boxes are hard to take in at a glance. */
const widestBox = 48

/** `sign`: what stands between it and the box above. */
type Box = { readonly title: string; readonly points: readonly string[]; readonly sign: string }

/** Boxes in one frame, so that they fit on a phone: under each heading its points, and a rule with a sign between two boxes. */
function frames(boxes: readonly Box[], width: number): Line[] {
  const inner = Math.min(width, widestBox) - 4
  const row = (text: string, style: 'strong' | 'plain', edge = ''): Line[] => wrap([span(cleanLine(text))], inner - edge.length, 'broken').map((line) => [span('│ ', 'dim'), span(padTo(edge + line.map((part) => part.text).join(''), inner), style), span(' │', 'dim')])
  const rule = (left: string, right: string, sign = '─'): Line => {
    const half = Math.floor((inner + 1) / 2)
    return [span(`${left}${'─'.repeat(half)}${sign}${'─'.repeat(inner + 1 - half)}${right}`, 'dim')]
  }
  const drawn = boxes.flatMap(({ title, points, sign }, index): Line[] => [
    index === 0 ? rule('┌', '┐') : rule('├', '┤', sign),
    ...row(title, 'strong'),
    ...points.flatMap((point) => row(point, 'plain', '  ')),
  ])
  return boxes.length === 0 ? [] : [...drawn, rule('└', '┘')]
}

type BarLine = { readonly label: string; readonly share: number; readonly words: string }

/** Label, bar and numbers in columns; in a narrow window the label stands above its bar, and long numbers below it. */
function bars(rows: readonly BarLine[], width: number): Line[] {
  const labels = Math.min(Math.max(0, ...rows.map(({ label }) => widthOf(cleanLine(label)))), Math.floor(width / 3))
  const numbers = Math.max(0, ...rows.map(({ words }) => words.length))
  const room = width - labels - numbers - 2
  const beside = room >= limits.bar.least
  const below = !beside && width - numbers - 1 < limits.bar.least
  const columns = Math.min(beside ? room : below ? width : width - numbers - 1, limits.bar.most)
  return rows.flatMap(({ label, share, words }): Line[] => {
    const full = share > 0 ? Math.max(1, Math.round(Math.min(1, share) * columns)) : 0
    const bar = [span('█'.repeat(full), 'accent'), span('░'.repeat(columns - full), 'dim')]
    const name = [span(cleanLine(label))]
    if (below) return [...wrap(name, width), bar, ...wrap([span(words)], width)]
    if (!beside) return [...wrap(name, width), [...bar, span(` ${words}`)]]
    return [[span(padTo(cutTo(cleanLine(label), labels), labels)), span(' '), ...bar, span(` ${padBefore(words, numbers)}`)]]
  })
}

/** From nothing to the most. */
const marks = ['-', '░', '▒', '█'] as const
const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

/** A line for each day of the week, two columns for each week; of more weeks than fit, the last ones. */
function calendar(shown: Calendar, width: number): Line[] {
  const first = shown.days[0]
  if (first === undefined) return []
  const weeks = Math.ceil((dayOfWeek(first.date) + shown.days.length) / 7)
  const fit = Math.min(weeks, Math.floor((width - 4) / 2))
  const most = Math.max(0, ...shown.days.map(({ count }) => count))
  const rows = dayNames.map((name, day): Line => {
    const squares = Array.from({ length: fit }, (_, column) => {
      const at = (weeks - fit + column) * 7 + day - dayOfWeek(first.date)
      const there = shown.days[at]
      return there === undefined ? '  ' : `${marks[levelOf(there.count, most)] ?? marks[0]} `
    })
    return [span(`${name} `, 'dim'), span(squares.join(''))]
  })
  const shownFrom = shown.days[Math.max(0, (weeks - fit) * 7 - dayOfWeek(first.date))] ?? first
  const foot = `${daysWith(shown)}, from ${plainDate(shownFrom.date)} to ${plainDate(shown.days.at(-1)?.date ?? first.date)}. ${marks[0]} none, ${marks[3]} most`
  return [...rows, ...wrap([span(foot, 'dim')], width)]
}
