// When questions on a schedule would be posted.
import { plainTyping } from '../commands/plain-typing.ts'
import { readSettings } from '../features/manage/settings-input.ts'
import { defaultSettings } from '../core/quiz.ts'
import { nextDue, type Due } from '../core/schedule.ts'
import { instantOf, localDate, type Instant } from '../core/time.ts'

/** As typed. `from` is a date, YYYY-MM-DD. */
export type NextOptions = { readonly at: string; readonly zone: string; readonly days: string; readonly from?: string; readonly count: number }

type DueRound = {
  /** The date in the zone. */
  readonly date: string
  /** UTC, ISO 8601. */
  readonly instant: string
  /** The time in the zone with its offset from UTC, ISO 8601. */
  readonly local: string
}

type NextRounds = { readonly due: readonly DueRound[] } | { readonly problems: readonly string[] }

/** The next `count` rounds from the start of the date `from`, or of today in that zone. Problems name the option that is wrong. */
export function nextRounds(options: NextOptions, now: Instant): NextRounds {
  const values = { time: plainTyping(options.at), zone: plainTyping(options.zone), days: plainTyping(options.days) }
  const input = readSettings(values, { ...defaultSettings, zone: null }, { topics: [] })
  if ('errors' in input) {
    return { problems: Object.entries(input.errors).map(([name, problem]) => `--${name === 'time' ? 'at' : name}: ${problem}`) }
  }
  const { settings } = input
  const from = options.from ?? localDate(now, settings.zone)
  if (!isDate(from)) return { problems: [`--from: “${from}” is not a date. Write it as YYYY-MM-DD.`] }

  const due: Due[] = []
  while (due.length < options.count) {
    const last = due.at(-1)
    due.push(last === undefined ? nextDue(settings, instantOf(from, '00:00', settings.zone)) : nextDue(settings, last.at, last.date))
  }
  return { due: due.map(({ date, at }) => toDueRound(date, at, settings.zone)) }
}

function toDueRound(date: string, at: Instant, zone: string): DueRound {
  const instant = Temporal.Instant.fromEpochMilliseconds(at)
  const local = instant.toZonedDateTimeISO(zone).toString({ smallestUnit: 'second' })
  return { date, instant: instant.toString({ smallestUnit: 'second' }), local }
}

function isDate(text: string): boolean {
  try {
    return /^\d{4}-\d{2}-\d{2}$/u.test(text) && Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}
