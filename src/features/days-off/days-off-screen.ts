// The days off of a channel that are not over.
import { comingDaysOff, type DayOff } from '../../core/days-off.ts'
import type { Quiz } from '../../core/quiz.ts'
import type { LocalDate } from '../../core/time.ts'
import { runControl } from '../../screens/control.ts'
import { daysLong, nextHoliday, rangeLine, regionLine, dayOffLine } from '../../screens/dates.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { command, strong, type Text } from '../../screens/text.ts'
import { whenNext } from '../../screens/when-next.ts'
import { daysOffControls } from './face.ts'

/** Each has a button, and a phone shows about this many. */
export const mostShown = 3

export type DaysOffView = {
  readonly quiz: Quiz
  readonly today: LocalDate
  /** From 0. */
  readonly page: number
  readonly mayManage: boolean
  /** What was just done. */
  readonly note: Text
}

export function daysOffScreen({ quiz, today, page, mayManage, note }: DaysOffView): Screen {
  const own = comingDaysOff(quiz, today).filter(({ kind }) => kind === 'off')
  const pages = Math.max(1, Math.ceil(own.length / mostShown))
  const blocks: Block[] = [
    ...(note.length === 0 ? [] : [{ kind: 'paragraph', text: note } as const]),
    ...(own.length === 0 ? [{ kind: 'paragraph', text: ['No days off are coming up.'] } as const] : []),
    ...own.slice(page * mostShown, (page + 1) * mostShown).flatMap((each, index) => rowOf(each, own.length > 1 ? page * mostShown + index + 1 : null, page, mayManage)),
    ...pageButtons(page, pages),
    { kind: 'paragraph', text: whenNext(quiz) },
    { kind: 'paragraph', text: holidayLine(quiz, today) },
    ...(mayManage ? [howTo(quiz, own.length > 1)] : []),
  ]
  return { name: 'days-off', title: 'Days off in this channel', tone: 'plain', blocks }
}

/** @param number where there are several */
function rowOf(dayOff: DayOff, number: number | null, page: number, mayManage: boolean): Block[] {
  const { from, to, name, by } = dayOff
  const added: Text = by === null ? [] : [', added by ', { kind: 'person', id: by, name: '' }]
  const text: Text = [...(number === null ? [] : [`${number}. `]), ...(name === '' ? [] : [strong(name), ': ']), `${rangeLine(dayOff)} · ${daysLong(dayOff)}`, ...added]
  const remove: Button = { label: number === null ? 'Remove' : `Remove ${number}`, control: daysOffControls.removeDayOff.text({ from, to, page }), primary: false }
  return [{ kind: 'paragraph', text }, ...(mayManage ? [{ kind: 'buttons', buttons: [remove] } as const] : [])]
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
export function askAllScreen(own: readonly DayOff[]): Screen {
  const more = own.length - mostListed
  const lines = own.slice(0, mostListed).map((each): Text => [dayOffLine(each)])
  return {
    name: 'days-off-remove-all',
    title: own.length === 1 ? 'Remove this day off?' : `Remove all ${own.length} days off?`,
    tone: 'plain',
    blocks: [
      { kind: 'list', items: [...lines, ...(more > 0 ? [[`${more} more`]] : [])] },
      { kind: 'paragraph', text: ['Public holidays and pauses stay. You can’t undo this.'] },
      { kind: 'buttons', buttons: [
        { label: own.length === 1 ? 'Remove it' : `Remove all ${own.length}`, control: daysOffControls.removeAllDaysOff.text({ count: own.length }), primary: false },
        { label: own.length === 1 ? 'Keep it' : 'Keep them', control: runControl.text({ line: 'off' }), primary: false },
      ] },
    ],
  }
}
