// The days off of a channel that are not over, and those that can still be taken back.
import { datesWithin, daysIn } from '../../core/date-range.ts'
import type { DayOff } from '../../core/days-off.ts'
import { datesTakenBack, ownDaysOff } from '../../core/manage-days-off.ts'
import type { Quiz } from '../../core/quiz.ts'
import { localDate, type Instant, type LocalDate } from '../../core/time.ts'
import { daysLong, nextHoliday, rangeLine, regionLine, dayOffLine } from '../../screens/dates.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { command, strong, type Text } from '../../screens/text.ts'
import { whenNext } from '../../screens/when-next.ts'
import { daysOffControls } from './face.ts'

/** Each has a button, and a phone shows about this many. */
export const mostShown = 3

export type DaysOffView = {
  readonly quiz: Quiz
  readonly now: Instant
  /** From 0. */
  readonly page: number
  readonly mayManage: boolean
  /** The channel in which they are decided; null: in this one. */
  readonly lead: Text | null
  /** What was just done. */
  readonly note: Text
}

export function daysOffScreen({ quiz, now, page, mayManage, lead, note }: DaysOffView): Screen {
  const today = localDate(now, quiz.zone)
  const own = ownDaysOff(quiz, today)
  const mayChange = mayManage && lead === null
  const pages = Math.max(1, Math.ceil(own.length / mostShown))
  const blocks: Block[] = [
    ...(note.length === 0 ? [] : [{ kind: 'paragraph', text: note } as const]),
    ...(own.some(({ to }) => to >= today) ? [] : [{ kind: 'paragraph', text: [noneComing(quiz, today)] } as const]),
    ...own.slice(page * mostShown, (page + 1) * mostShown).flatMap((each, index) => rowOf(each, { number: own.length > 1 ? page * mostShown + index + 1 : null, page, isOver: each.to < today, mayChange })),
    ...pageButtons(page, pages),
    { kind: 'paragraph', text: whenNext(quiz, now) },
    { kind: 'paragraph', text: holidayLine(quiz, today) },
    ...(lead === null ? [] : [{ kind: 'paragraph', text: ['Days off are decided in ', ...lead, ', which shares its question with this channel: ', command('share')] } as const]),
    ...(mayChange ? [howTo(quiz, own.filter(({ to }) => to >= today).length > 1)] : []),
  ]
  return { name: 'days-off', title: 'Days off in this channel', tone: 'plain', blocks }
}

const noneComing = (quiz: Quiz, today: LocalDate): string =>
  quiz.holidays !== null && nextHoliday(quiz, today) !== undefined ? 'Besides public holidays, no days off are coming up.' : 'No days off are coming up.'

/** `number`: where there are several. */
type Row = { readonly number: number | null; readonly page: number; readonly isOver: boolean; readonly mayChange: boolean }

function rowOf(dayOff: DayOff, { number, page, isOver, mayChange }: Row): Block[] {
  const { from, to, name, by } = dayOff
  const added: Text = by === null ? [] : [', added by ', { kind: 'person', id: by, name: '' }]
  const text: Text = [...(number === null ? [] : [`${number}. `]), ...(name === '' ? [] : [strong(name), ': ']), `${rangeLine(dayOff)} · ${daysLong(dayOff)}${isOver ? ' · over' : ''}`, ...added]
  const remove: Button = { label: number === null ? 'Remove' : `Remove ${number}`, control: daysOffControls.removeDayOff.text({ from, to, page }), primary: false }
  return [{ kind: 'paragraph', text }, ...(mayChange ? [{ kind: 'buttons', buttons: [remove] } as const] : [])]
}

function pageButtons(page: number, pages: number): Block[] {
  if (pages < 2) return []
  const to = (label: string, target: number): Button => ({ label, control: daysOffControls.daysOff.text({ page: target }), primary: false })
  const buttons = [...(page > 0 ? [to('Previous', page - 1)] : []), ...(page + 1 < pages ? [to('Next', page + 1)] : [])]
  return [{ kind: 'footnote', text: [`Page ${page + 1} of ${pages}`] }, { kind: 'buttons', buttons }]
}

function holidayLine(quiz: Quiz, today: LocalDate): Text {
  if (quiz.holidays === null) return ['Public holidays: questions come as usual.']
  const next = nextHoliday(quiz, today)
  return [`Public holidays: off in ${regionLine(quiz.holidays)}${next === undefined ? '' : `. Next: ${dayOffLine(next)}`}`]
}

function howTo({ holidays }: Quiz, hasSeveral: boolean): Block {
  const more: Text = holidays === null ? [' · public holidays: ', command('settings holidays=DE-BE')] : []
  return { kind: 'footnote', text: ['Add some: ', command('off 24 Dec - 2 Jan "Winter break"'), ...more, ...(hasSeveral ? [' · remove all: ', command('off remove all')] : [])] }
}

const mostListed = 6

/** Asks before it is done: names and dates would have to be typed again. */
export function askAllScreen(coming: readonly DayOff[], today: LocalDate): Screen {
  const more = coming.length - mostListed
  const ranges = coming.map((each) => datesTakenBack(each, today))
  const lines = ranges.slice(0, mostListed).map((each, index): Text => [dayOffLine({ ...each, name: coming[index]?.name ?? '' })])
  // Some may be in several of them.
  const days = datesWithin(ranges, { from: today, to: ranges.reduce((last, { to }) => (to > last ? to : last), today) }).reduce((sum, each) => sum + daysIn(each), 0)
  return {
    name: 'days-off-remove-all',
    title: days === 1 ? 'Remove this day off?' : `Remove all ${days} days off?`,
    tone: 'plain',
    blocks: [
      { kind: 'list', items: [...lines, ...(more > 0 ? [[`${more} more`]] : [])] },
      { kind: 'paragraph', text: ['Public holidays and pauses stay. You can’t undo this.'] },
      { kind: 'buttons', buttons: [
        { label: days === 1 ? 'Remove it' : `Remove all ${days}`, control: daysOffControls.removeAllDaysOff.text({ count: coming.length }), primary: false },
        { label: days === 1 ? 'Keep it' : 'Keep them', control: daysOffControls.keepDaysOff.text({}), primary: false },
      ] },
    ],
  }
}
