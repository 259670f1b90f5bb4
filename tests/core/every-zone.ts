// Walks the due dates of a zone and checks each against the wall clock of Intl, which knows nothing of how they were found.
import { nextDue, type Schedule } from '../../src/core/schedule.ts'
import { addDays, instantOf, minute } from '../../src/core/time.ts'

export const times = ['00:00', '01:30', '02:30', '09:00', '23:59'] as const

type Wall = { readonly date: string; readonly time: string }

/** The one asked for last: a format costs far more to make than to use. */
let known: { readonly zone: string; readonly wall: (at: number) => Wall } | undefined

function wallClock(zone: string): (at: number) => Wall {
  if (known?.zone !== zone) known = { zone, wall: newWallClock(zone) }
  return known.wall
}

function newWallClock(zone: string): (at: number) => Wall {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })
  return (at) => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
    return { date: `${part['year']}-${part['month']}-${part['day']}`, time: `${part['hour']}:${part['minute']}` }
  }
}

/**
 * What is wrong with the due dates of `zone` at `time` from one date to another; nothing where each date of the calendar is due once, in
 * order, at its time or, where the clocks skip that time, at the same distance after the gap.
 */
export function faults(zone: string, time: string, from: string, to: string): readonly string[] {
  const schedule: Schedule = { zone, time, days: [1, 2, 3, 4, 5, 6, 7] }
  const wall = wallClock(zone)
  const found: string[] = []
  let due = nextDue(schedule, instantOf(from, '00:00', zone), addDays(from, -1))
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const place = `${zone} ${date} ${time}`
    const shown = wall(due.at)
    if (due.date !== date) found.push(`${place}: ${due.date} is due instead`)
    else if (shown.time !== time || shown.date !== date) {
      // Skipped by the clocks: a minute before the gap the wall showed a time before ours, and nothing between.
      const skipped = ![...Array(240).keys()].some((minutes) => same(wall(due.at - minutes * minute), date, time))
      const jumped = minutesOf(shown) - minutesOf({ date, time })
      if (!skipped || jumped <= 0 || jumped > 180) found.push(`${place}: due when the clock shows ${shown.date} ${shown.time}`)
    } else if ([30, 60, 120, 180].some((minutes) => same(wall(due.at - minutes * minute), date, time))) {
      found.push(`${place}: not the first time that the clock shows it`)
    }
    const next = nextDue(schedule, due.at, due.date)
    if (next.at <= due.at) found.push(`${place}: the next one is not later`)
    due = next
  }
  return found
}

const same = (wall: Wall, date: string, time: string): boolean => wall.date === date && wall.time === time
const minutesOf = ({ date, time }: Wall): number => Date.parse(`${date}T${time}Z`) / minute

/** The dates around each change of the clocks of a zone between two years. */
export function changes(zone: string, firstYear: number, lastYear: number): readonly string[] {
  const dates: string[] = []
  let at = Temporal.PlainDate.from({ year: firstYear, month: 1, day: 1 }).toZonedDateTime(zone).getTimeZoneTransition('next')
  while (at !== null && at.year <= lastYear) {
    dates.push(at.toPlainDate().toString())
    at = at.getTimeZoneTransition('next')
  }
  return dates
}
