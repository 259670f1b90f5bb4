// When somebody is away: what is coming up, and what it means.
import type { DateRange } from '../../core/date-range.ts'
import { lastDayAway } from '../../core/absence.ts'
import type { LocalDate } from '../../core/time.ts'
import { runControl } from '../../screens/control.ts'
import { dateLine, daysLong, rangeLine } from '../../screens/dates.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { command, strong, type Text } from '../../screens/text.ts'
import { awayControls } from './face.ts'

/** Each has a button. */
const mostShown = 4

export type AwayView = {
  /** Those that are not over, in order. */
  readonly ranges: readonly DateRange[]
  readonly today: LocalDate
  /** What was just done. */
  readonly note: Text
}

export function awayScreen({ ranges, today, note }: AwayView): Screen {
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
    { kind: 'buttons', buttons: [{ label: 'How streaks work', control: runControl.text({ line: 'me streak' }), primary: false }] },
    { kind: 'footnote', text: ['Going away? ', command('away 24 Dec - 2 Jan'), ' (up to three days late)'] },
  ]
  return { name: 'away', title: 'Your days away', tone: 'plain', blocks }
}

function endButton({ from, to }: DateRange, today: LocalDate, remove: string): Button {
  return { label: from <= today ? 'I’m back' : remove, control: awayControls.endAway.text({ from, to }), primary: false }
}
