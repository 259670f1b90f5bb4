// Outages of the platforms while the program lives: minutes around a due minute, hours, and from Friday to Monday.
import { shuffle } from '../../../src/core/random.ts'
import { day, hour, isIn, minute, type Due, type Quiz, type Span } from '../calendar.ts'
import { readRecord } from '../record.ts'
import type { Absence, Side } from '../side.ts'
import { ledgerIn } from '../stage.ts'
import type { Happening, Kind, Life } from './kind.ts'

type Outage = Span & { readonly side: Side; readonly how: Absence }

/** How long before a due minute it begins, and how long it lasts, in minutes. A question is posted at most six hours late. */
const atDue = [
  { before: 1, lasts: 4 },
  { before: 1, lasts: 13 },
  { before: 0, lasts: 90 },
  { before: 5, lasts: 345 },
  { before: 10, lasts: 480 },
] as const

/** As `catchUpMinutes` of a new quiz. */
const longestWait = 6 * hour
/** A platform that is back for as long gets what is due. */
const enough = 5

/** After an HTTP error or a broken connection, Slack's SDK waits for seconds of real time. */
const short: readonly Absence[] = ['down', 'failing', 'cut', 'token']
const long: readonly Absence[] = ['token', 'failing']

export function outages(): Kind {
  const planned: Outage[] = []
  return {
    plan: (life) => {
      planned.push(...draw(life))
      return planned.flatMap(happeningsOf)
    },
    check: (life) => [...life.dues].flatMap(([quiz, dues]) => needless(life, quiz, dues, planned.filter(({ side }) => side === quiz.side))),
  }
}

/** Each week three at due minutes of Tuesday to Thursday, and one over the weekend; a month begins on a Monday. */
function draw({ stage, dues, from, to }: Life): readonly Outage[] {
  const { random, sides } = stage
  const one = <Item>(list: readonly Item[]): Item | undefined => list[Math.floor(random() * list.length)]
  const drawn: Outage[] = []
  const cases = shuffle(atDue, random)
  for (let monday = from; monday < to; monday += 7 * day) {
    const withDues = sides.filter((side) => one([...dues.keys()].filter((quiz) => quiz.side === side)) !== undefined)
    for (const weekday of [1, 2, 3]) {
      const side = one(withDues)
      const target = one([...dues].filter(([quiz]) => quiz.side === side).flatMap(([, list]) => list.filter(({ at }) => isIn([{ from: monday + weekday * day, to: monday + (weekday + 0.6) * day }], at))))
      const next = cases.shift() ?? atDue[1]
      cases.push(next)
      if (side === undefined || target === undefined) continue
      const begins = target.at - next.before * minute
      drawn.push({ side, from: begins, to: begins + next.lasts * minute, how: one(next.lasts < 15 ? short : long) ?? 'down' })
    }
    for (const side of withDues) drawn.push({ side, from: monday + 4.2 * day, to: monday + 6.9 * day, how: one(long) ?? 'token' })
  }
  return drawn.filter((outage) => outage.to < to)
}

function happeningsOf({ side, from, to, how }: Outage): readonly Happening[] {
  const turn = (absence: Absence | null) => async () => side.away(absence)
  const beats: Happening[] = [1, 2, 3, 4, enough, 60, 300].map((after) => ({ at: to + after * minute }))
  // Each minute at first, then each half hour.
  for (let at = from; at < to; at += at < from + 15 * minute ? minute : 30 * minute) beats.push({ at })
  return [{ at: from, run: turn(how) }, ...beats, { at: to, run: turn(null) }]
}

/** What was not posted though the platform was there for long enough of its time. */
function needless({ stage }: Life, quiz: Quiz, dues: readonly Due[], outages: readonly Span[]): readonly string[] {
  const rounds = readRecord(ledgerIn(stage.folder)).rounds.filter(({ place }) => place === quiz.name)
  const posted = new Set(quiz.side.posts(quiz).map(({ round }) => round))
  return dues.flatMap(({ date, at, closesAt }) => {
    const round = rounds.find(({ occasion }) => occasion === date)
    if (round !== undefined && posted.has(round.name)) return []
    const end = Math.min(closesAt, at + longestWait)
    let there = 0
    for (let moment = at; moment < end; moment += minute) if (!isIn(outages, moment)) there += 1
    return there > enough ? [`${quiz.name} ${date}: lost, though the platform was there for ${there} minutes (${round?.reason ?? 'no round'})`] : []
  })
}
