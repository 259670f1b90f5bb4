// A picture in words, with the same numbers: its alternative text, and what its parts say.
import { plainDate } from './dates.ts'
import type { BarRow, Calendar, Picture } from './picture.ts'

export const percentRight = ({ right, of }: Pick<BarRow, 'right' | 'of'>): number => (of === 0 ? 0 : Math.round((100 * right) / of))

const daysIn = (count: number) => (count === 1 ? '1 day' : `${count} days`)

/** `12 of 84 days` */
export const daysWith = ({ days }: Calendar): string => `${days.filter(({ count }) => count > 0).length} of ${daysIn(days.length)}`

/** How dark a day is, from 0 for nothing to 3 for the most that was ever done on one of the days. */
export function levelOf(count: number, most: number): number {
  if (count <= 0) return 0
  return most <= 1 ? 3 : Math.min(3, 1 + Math.floor((3 * (count - 1)) / Math.max(1, most - 1)))
}

/** Slack takes 1000 characters (`alt_txt`), Discord 1024 (`description`). */
const longestAlt = 1000

/** What people hear who cannot see the picture. Ends in an ellipsis where it would be too long for a platform. */
export function altText(picture: Picture): string {
  const whole = [picture.title, ...sayings(picture)].map((part) => (/[.!?:]$/u.test(part) ? part : `${part}.`)).join(' ')
  return whole.length <= longestAlt ? whole : `${whole.slice(0, longestAlt - 1).toWellFormed().trimEnd()}…`
}

function sayings(picture: Picture): readonly string[] {
  switch (picture.kind) {
    case 'calendar':
      return calendarSayings(picture)
    case 'bars':
      return picture.rows.map((row) => `${row.label}: ${row.of === 0 ? 'no answers' : `${percentRight(row)}%, ${row.right} of ${row.of} right`}`)
    case 'board':
      return picture.rows.map(({ rank, name, points, you }) => `${rank}: ${name}${you ? ' (you)' : ''}, ${points === 1 ? '1 point' : `${points} points`}`)
    case 'layers':
      return picture.stacks.map(({ title, note, points }) => `${note === undefined ? title : `${title} (${note})`}: ${points.join('; ')}`)
    case 'areas':
      return [
        ...picture.sides.map(({ title, points }) => (points.length === 0 ? title : `${title}: ${points.join('; ')}`)),
        `${picture.joint.title}: ${picture.joint.areas.map(({ title, halves }) => (halves.length === 0 ? title : `${title} (${halves.join('; ')})`)).join('; ')}`,
        ...(picture.result === undefined ? [] : [`Together: ${picture.result}`]),
      ]
    case 'steps':
      return stepSayings(picture)
  }
}

function stepSayings({ steps, loop, aside }: Extract<Picture, { kind: 'steps' }>): readonly string[] {
  const list = (title: string, points: readonly string[]) => (points.length === 0 ? title : `${title}: ${points.join('; ')}`)
  return [
    ...[...steps, ...(loop === undefined ? [] : [loop])].map(({ title, points }, index) => `${index + 1}. ${list(title, points)}`),
    ...(loop === undefined ? [] : [backToFirst]),
    ...(aside === undefined ? [] : [list(aside.title, aside.points)]),
  ]
}

export const backToFirst = 'Then back to step 1'

/** More days one by one would be too long to listen to. */
const mostDaysSaid = 14

function calendarSayings(picture: Calendar): readonly string[] {
  const busy = picture.days.filter(({ count }) => count > 0)
  const last = busy.slice(-mostDaysSaid)
  const days = last.map(({ date, count }) => `${plainDate(date)}: ${count}`).join(', ')
  const [first, end] = [picture.days[0], picture.days.at(-1)]
  const span = first === undefined || end === undefined ? '' : `, from ${plainDate(first.date)} to ${plainDate(end.date)}`
  return [`${daysWith(picture)} with something done${span}`, ...(days === '' ? [] : [`${busy.length > last.length ? 'The last of them' : 'They are'}: ${days}`])]
}
