// When the recap of a week comes: after its last question, on a study day, once, whatever days off there are.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { DayOff } from '../../src/core/days-off.ts'
import { isIn } from '../../src/core/date-range.ts'
import { closesAt, type Quiz } from '../../src/core/quiz.ts'
import { nextDue, type Weekday } from '../../src/core/schedule.ts'
import { addDays, day, hour, localDate, minute, type Instant } from '../../src/core/time.ts'
import { lookAtWeeks, nextRecap, recapAt, weekOf, type HeldWeek, type Week } from '../../src/core/weekly.ts'
import { monday, sampleQuiz } from './sample.ts'

const workdays: Quiz = { ...sampleQuiz, days: [1, 2, 3, 4, 5] }
const friday = monday + 4 * day
const at = (text: string) => Date.parse(`${text}Z`)
const dayOff = (from: string, to = from): DayOff => ({ kind: 'off', from, to, name: '', by: null, at: 0 })
const week = (change: Partial<HeldWeek> = {}): HeldWeek => ({ week: '2026-01-05', lastDueAt: friday, closesAt: at('2026-01-12T08:00'), underWayUntil: null, answers: 9, ...change })

it('a week is known by its Monday', () => {
  expect(['2026-01-05', '2026-01-11', '2026-01-12'].map(weekOf)).toEqual(['2026-01-05', '2026-01-05', '2026-01-12'])
})

it.each([
  ['with the close, an hour before the next question', {}, {}, '2026-01-12T08:00'],
  ['with the close, if that is on a study day', { openMinutes: 480 }, { closesAt: friday + 8 * hour }, '2026-01-09T17:00'],
  ['not on a weekend', { openMinutes: 1440 }, { closesAt: friday + day }, '2026-01-12T08:00'],
  ['after days off', { off: [dayOff('2026-01-12', '2026-01-13')] }, {}, '2026-01-14T08:00'],
  ['not later for a question that stays open for two weeks', { openMinutes: 20_160 }, { closesAt: friday + 14 * day }, '2026-01-12T08:00'],
  ['on Thursday where Friday is off', { off: [dayOff('2026-01-09')], openMinutes: 480 }, { lastDueAt: friday - day, closesAt: friday - day + 8 * hour }, '2026-01-08T17:00'],
  ['before the one after a skipped one', { openMinutes: 1440, skipDate: '2026-01-12' }, { closesAt: friday + day }, '2026-01-13T08:00'],
] as const)('the recap comes %s', (_, quiz, held, expected) => {
  expect(recapAt({ ...workdays, ...quiz }, week(held), friday)).toEqual({ over: true, at: at(expected) })
})

it('a week is not over while another question of it may come', () => {
  expect(recapAt(workdays, week({ lastDueAt: friday - day, closesAt: friday - hour }), friday - hour)).toEqual({ over: false, at: friday })
})

it('comes after a pause in its last days as in a pause, an hour before the next week', () => {
  const cut = week({ lastDueAt: friday - 2 * day, closesAt: friday - day })
  for (const [paused, now] of [[true, friday - day], [true, friday + day], [false, friday + 4 * day]] as const) expect(recapAt({ ...workdays, paused }, cut, now)).toEqual({ over: true, at: at('2026-01-12T08:00') })
  expect(recapAt(workdays, cut, friday - hour)).toEqual({ over: false, at: friday })
  expect([nextRecap({ ...workdays, paused: true }, [cut], null, friday), nextRecap({ ...workdays, paused: true }, [cut], cut.week, friday)]).toEqual([at('2026-01-12T08:00'), null])
})

it('waits for what is still open, and is left out without answers, and a week later', () => {
  const due = at('2026-01-12T08:00')
  const kind = (held: Partial<HeldWeek>, now = due, quiz: Quiz = workdays, done: Week | null = null) => lookAtWeeks(quiz, [week(held)], done, now).look.kind
  expect(kind({})).toBe('post')
  expect(kind({}, due - 1)).toBe('wait')
  expect(kind({ underWayUntil: due })).toBe('wait')
  expect(kind({ underWayUntil: due + 9 * day })).toBe('post')
  expect(kind({ answers: 0 })).toBe('pass')
  expect(kind({}, due, { ...workdays, paused: true })).toBe('post')
  expect(kind({}, due + 7 * day)).toBe('post')
  expect(kind({}, due + 7 * day + 1)).toBe('pass')
  expect(kind({}, due, workdays, '2026-01-05')).toBe('wait')
})

type Plan = { readonly quiz: Quiz; readonly posts: readonly { readonly week: Week; readonly at: Instant; readonly foreseen: Instant }[]; readonly held: ReadonlyMap<Week, HeldWeek> }

const planOf = fc
  .record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }).map((days) => days.toSorted() as Weekday[]),
    openMinutes: fc.option(fc.integer({ min: 1, max: 40 }).map((hours) => hours * 60)),
    off: fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 9 })).map(([from, length]) => dayOff(addDays('2026-01-05', from), addDays('2026-01-05', from + length))), { maxLength: 3 }),
    zone: fc.constantFrom('UTC', 'Pacific/Auckland', 'America/St_Johns'),
    time: fc.constantFrom('00:30', '09:00', '22:00'),
  })
  .map((settings): Plan => lived({ ...sampleQuiz, ...settings }))

/** Seven weeks, looked at when the rules say, as the bot does. */
function lived(quiz: Quiz): Plan {
  const dues = [nextDue(quiz, monday)]
  for (let last = dues[0]; last !== undefined && last.at < monday + 50 * day; last = dues.at(-1)) dues.push(nextDue(quiz, last.at, last.date))
  const rounds = dues.slice(0, -1).map(({ date, at: dueAt }, index) => ({ day: dayAt(quiz, dueAt), date, dueAt, closesAt: closesAt(quiz, dueAt, dues[index + 1]?.at ?? dueAt) }))
  const weeksAt = (now: Instant): readonly HeldWeek[] =>
    [...Map.groupBy(rounds.filter(({ dueAt }) => dueAt <= now), (round) => weekOf(round.day))].toReversed().map(([of, all]): HeldWeek => {
      const open = all.filter((round) => round.closesAt > now).map((round) => round.closesAt)
      return { week: of, lastDueAt: Math.max(...all.map(({ dueAt }) => dueAt)), closesAt: Math.max(...all.map((round) => round.closesAt)), underWayUntil: open.length === 0 ? null : Math.max(...open), answers: 1 }
    })
  const posts: { week: Week; at: Instant; foreseen: Instant }[] = []
  let done: Week | null = null
  for (let now = monday; now < monday + 49 * day; ) {
    const { look, again } = lookAtWeeks(quiz, weeksAt(now), done, now)
    if (look.kind !== 'wait') {
      posts.push({ week: look.week, at: now, foreseen: nextRecap(quiz, weeksAt(now - minute), done, now - minute) ?? 0 })
      done = look.week
      expect(look.kind).toBe('post')
    }
    expect(again).toBeGreaterThan(now)
    now = again
  }
  return { quiz, posts, held: new Map(weeksAt(monday + 49 * day).map((of) => [of.week, of])) }
}

const dayAt = ({ zone, rolloverHour }: Quiz, moment: Instant) => localDate(moment - rolloverHour * hour, zone)

it('whatever the schedule, each week has one recap, in order, on a study day, before the next week and as foreseen', () => {
  fc.assert(
    fc.property(planOf, ({ quiz, posts, held }) => {
      expect(posts.map((post) => post.week)).toEqual([...new Set(posts.map((post) => post.week))].toSorted())
      for (const post of posts) {
        const date = localDate(post.at, quiz.zone)
        const off = isIn(quiz.off, date) || !quiz.days.some((each) => each === Temporal.PlainDate.from(date).dayOfWeek)
        // An hour before a question just after midnight is on the day before.
        expect(off && quiz.time !== '00:30').toBe(false)
        expect(Math.abs(post.at - post.foreseen)).toBeLessThan(2 * hour)
      }
      const over = [...held.values()].filter(({ week: of, lastDueAt }) => weekOf(dayAt(quiz, nextDue(quiz, lastDueAt + 1).at)) > of && recapAt(quiz, { ...(held.get(of) as HeldWeek) }, monday + 49 * day).at < monday + 48 * day)
      expect(posts.map((post) => post.week)).toEqual(expect.arrayContaining(over.map(({ week: of }) => of)))
    }),
    { numRuns: 20 },
  )
})
