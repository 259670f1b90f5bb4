// When questions on a schedule would be posted.
import { plainTyping } from '../commands/plain-typing.ts'
import { readDates } from '../commands/values/dates.ts'
import type { Read } from '../commands/values/read.ts'
import type { DateRange } from '../core/date-range.ts'
import { readSettings } from '../features/manage/settings-input.ts'
import { holidaysIn, readRegion } from '../features/public-holidays.ts'
import { defaultSettings } from '../core/quiz.ts'
import { nextDue, type Due } from '../core/schedule.ts'
import { addDays, instantOf, isDate, localDate, type Instant, type LocalDate } from '../core/time.ts'

/** As typed. `from` is a date, YYYY-MM-DD; `off`: days off, each a date or a range; `holidays`: a country or region. */
export type NextOptions = {
  readonly at: string
  readonly zone: string
  readonly days: string
  readonly from?: string
  readonly count: number
  readonly off?: readonly string[]
  readonly holidays?: string
}

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
export async function nextRounds(options: NextOptions, now: Instant): Promise<NextRounds> {
  const values = { time: plainTyping(options.at), zone: plainTyping(options.zone), days: plainTyping(options.days) }
  const input = readSettings(values, { ...defaultSettings, zone: null }, { topics: [] })
  if ('errors' in input) {
    return { problems: Object.entries(input.errors).map(([name, problem]) => `--${name === 'time' ? 'at' : name}: ${problem}`) }
  }
  const { settings } = input
  const from = options.from ?? localDate(now, settings.zone)
  if (!isDate(from)) return { problems: [`--from: “${from}” is not a date. Write it as YYYY-MM-DD.`] }

  const off = daysOff(plainTyping(options.off?.join(',') ?? '').split(',').filter((each) => each.trim() !== ''), from)
  const holidays = await holidaysFrom(options.holidays ?? 'off', from, options.count)
  const problems = [off, holidays].flatMap((each) => ('problem' in each ? [each.problem] : []))
  if ('problem' in off || 'problem' in holidays) return { problems }
  const schedule = { ...settings, off: [...off.value, ...holidays.value] }
  const due: Due[] = []
  while (due.length < options.count) {
    const last = due.at(-1)
    due.push(last === undefined ? nextDue(schedule, instantOf(from, '00:00', schedule.zone)) : nextDue(schedule, last.at, last.date))
  }
  return { due: due.map(({ date, at }) => toDueRound(date, at, settings.zone)) }
}

function daysOff(typed: readonly string[], today: LocalDate): Read<readonly DateRange[]> {
  const read = typed.map((each) => readDates(each, today))
  const problem = read.flatMap((each) => ('problem' in each ? [each.problem] : []))[0]
  return problem === undefined ? { value: read.flatMap((each) => ('value' in each ? [each.value] : [])) } : { problem: `--off: ${problem}` }
}

/** Far enough for a question a week. */
async function holidaysFrom(typed: string, from: LocalDate, count: number): Promise<Read<readonly DateRange[]>> {
  const region = await readRegion(typed)
  if ('problem' in region) return { problem: `--holidays: ${region.problem}` }
  const until = addDays(from, Math.min(count * 8 + 60, mostDays))
  return { value: region.value === null ? [] : ((await holidaysIn(region.value, from, until)) ?? []) }
}

const mostDays = 20 * 366

function toDueRound(date: string, at: Instant, zone: string): DueRound {
  const instant = Temporal.Instant.fromEpochMilliseconds(at)
  const local = instant.toZonedDateTimeISO(zone).toString({ smallestUnit: 'second' })
  return { date, instant: instant.toString({ smallestUnit: 'second' }), local }
}
