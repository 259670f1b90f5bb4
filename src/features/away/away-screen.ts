// When somebody is away: what is coming up, and what it means.
import { latestNotice, type DateRange } from '../../core/date-range.ts'
import { lastDayAway } from '../../core/absence.ts'
import type { LocalDate } from '../../core/time.ts'
import type { StreakChange } from '../../ledger/absences.ts'
import { runControl } from '../../screens/control.ts'
import { dateLine, daysLong, rangeLine } from '../../screens/dates.ts'
import { notice } from '../../screens/notice.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { command, strong, type Text } from '../../screens/text.ts'
import { awayControls } from './face.ts'

/** Each has a button. */
const mostShown = 4

export type AwayView = {
  /** Those that are not over, in order. */
  readonly ranges: readonly DateRange[]
  readonly today: LocalDate
  /** Whether some are over. */
  readonly hasPast: boolean
  /** What was just done. */
  readonly note: Text
}

export function awayScreen({ ranges, today, hasPast, note }: AwayView): Screen {
  const until = lastDayAway(ranges, today)
  const state: Text = until === null ? (ranges.length === 0 ? ['You have no days away ahead.'] : []) : ['You’re ', strong('away'), ` until ${dateLine(until)}.`]
  const rows = ranges.slice(0, mostShown).flatMap((range, index): Block[] => [
    { kind: 'paragraph', text: [`${ranges.length > 1 ? `${index + 1}. ` : ''}${rangeLine(range)} · ${daysLong(range)}`] },
    { kind: 'buttons', buttons: [endButton(range, today, ranges.length > 1 ? `Remove ${index + 1}` : 'Remove')] },
  ])
  const more = ranges.length - mostShown
  const blocks: Block[] = [
    ...(note.length === 0 ? [] : [{ kind: 'paragraph', text: note } as const]),
    ...(state.length === 0 ? [] : [{ kind: 'paragraph', text: state } as const]),
    ...rows,
    ...(more > 0 ? [{ kind: 'footnote', text: [`${more} more after that.`] } as const] : []),
    { kind: 'paragraph', text: ['While you’re away, your streak waits in all channels here, and the bot sends you no reminders. If you answer anyway, it counts.'] },
    { kind: 'buttons', buttons: [...(hasPast ? [runButton('Past days away', 'away past')] : []), runButton('How streaks work', 'me streak')] },
    { kind: 'footnote', text: ['Going away? ', command('away 24 Dec - 2 Jan'), ' (up to three days late)'] },
  ]
  return { name: 'away', title: 'Your days away', tone: 'plain', blocks }
}

const runButton = (label: string, line: string): Button => ({ label, control: runControl.text({ line }), primary: false })

/** The latest ones that are over. @param ranges the latest first */
export function pastScreen(ranges: readonly DateRange[]): Screen {
  if (ranges.length === 0) return { name: 'away-past', title: 'Your past days away', tone: 'plain', blocks: [{ kind: 'paragraph', text: ['You have none.'] }] }
  const shown = ranges.slice(0, mostShown)
  const rows = shown.flatMap((range, index): Block[] => [
    { kind: 'paragraph', text: [`${shown.length > 1 ? `${index + 1}. ` : ''}${rangeLine(range)} · ${daysLong(range)}`] },
    { kind: 'buttons', buttons: [runButton(shown.length > 1 ? `Take back ${index + 1}` : 'Take back', `away back ${range.from}..${range.to}`)] },
  ])
  const more: Text = ranges.length > shown.length ? [`${ranges.length - shown.length} more before that. To take some back: `, command('away back 24 Dec')] : ['You first see what it does to your streak.']
  return { name: 'away-past', title: 'Your past days away', tone: 'plain', blocks: [...rows, { kind: 'footnote', text: more }] }
}

export type TakeBackView = {
  readonly days: DateRange
  /** The absence that runs now and has some of the days. */
  readonly running: DateRange | undefined
  readonly streaks: readonly StreakChange[]
}

/** What it does to the streaks is said before. */
export function takeBackScreen({ days, running, streaks }: TakeBackView): Screen {
  const effects = streaks.length === 0 ? [['Your streaks stay as they are.']] : streaks.map(effectOf)
  const back = running === undefined ? [] : [{ label: 'Only from today on', control: awayControls.endAway.text(running), primary: false }]
  return {
    ...notice('Take back these days away?', [[`${rangeLine(days)} · ${daysLong(days)}`], ...effects, [`Days that began more than ${latestNotice} days ago can’t be added again.`]], [
      { label: 'Take them back', control: awayControls.takeBack.text(days), primary: false }, ...back, { label: 'Keep them', control: awayControls.keepDays.text({}), primary: false },
    ]),
    name: 'away-take-back',
  }
}

const studyDays = (count: number) => (count === 1 ? '1 study day' : `${count} study days`)

function effectOf({ place, before, after }: StreakChange): Text {
  const parts: readonly Text[] = [
    ...(before.current === after.current ? [] : [['your streak goes from ', strong(String(before.current)), ' to ', strong(studyDays(after.current))]]),
    ...(before.longest === after.longest ? [] : [[`your longest streak goes from ${before.longest} to ${studyDays(after.longest)}`]]),
    ...(before.grace === after.grace ? [] : [[`your grace days go from ${before.grace} to ${after.grace}`]]),
  ]
  return [{ kind: 'place', id: place }, ': ', ...parts.flatMap((part, at) => [...(at === 0 ? [] : [', ']), ...part]), '.']
}

function endButton({ from, to }: DateRange, today: LocalDate, remove: string): Button {
  return { label: from <= today ? 'I’m back' : remove, control: awayControls.endAway.text({ from, to }), primary: false }
}
