// Days off: no question is due on them, whichever are added and removed, and in whatever zone.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comeBack, goAway, lastDayAway } from '../../src/core/absence.ts'
import { isIn, mostRanges, rangeProblem } from '../../src/core/date-range.ts'
import { decideClaims } from '../../src/core/due.ts'
import { takeBack, takeOff, withHolidays } from '../../src/core/manage-days-off.ts'
import { nextHeld, pause, pauseUntil, resume, skip } from '../../src/core/manage.ts'
import type { Quiz } from '../../src/core/quiz.ts'
import { countDates, lastDue, nextDue } from '../../src/core/schedule.ts'
import { addDays, day, hour, localDate } from '../../src/core/time.ts'
import { anyQuiz, bankOf, monday, sampleQuiz } from './sample.ts'

const manager = { id: 'slack:T1/Manager', admin: false }
const quizAfter = (outcome: ReturnType<typeof takeOff>): Quiz => {
  if ('refusal' in outcome) throw new Error(`refused: ${outcome.refusal.kind}`)
  return outcome.quiz
}
const off = (quiz: Quiz, from: string, to: string, now: number, name = '') => quizAfter(takeOff(quiz, manager, { from, to, name }, now))

const range = fc.tuple(fc.nat(60), fc.nat(20)).map(([from, more]) => ({ from: addDays('2026-01-01', from), to: addDays('2026-01-01', from + more) }))

describe('a schedule with days off', () => {
  it('is due on the dates that are left, as a walk over the calendar finds them', () => {
    fc.assert(
      fc.property(anyQuiz, fc.array(range, { maxLength: 5 }), (quiz, ranges) => {
        const schedule = { ...quiz, off: ranges }
        const all = Array.from({ length: 30 }).reduce<ReturnType<typeof nextDue>[]>((found) => [...found, nextDue(quiz, found.at(-1)?.at ?? monday, found.at(-1)?.date)], [])
        const left = all.filter(({ date }) => !isIn(ranges, date))
        let last: ReturnType<typeof nextDue> | undefined
        for (const expected of left) expect((last = nextDue(schedule, last?.at ?? monday, last?.date))).toEqual(expected)
        const end = all.at(-1)
        if (end === undefined || last === undefined) return
        expect(lastDue(schedule, end.at)).toEqual(last)
        expect(countDates(schedule, all[0]?.date ?? '', end.date)).toBe(left.length)
      }),
    )
  })

  it('ends its search though a year of days off follows another', () => {
    const years = Array.from({ length: 100 }, (_, year) => ({ from: addDays('2026-01-01', year * 366), to: addDays('2026-01-01', year * 366 + 365) }))
    expect(nextDue({ ...sampleQuiz, off: years }, monday).date > '2126-01-01').toBe(true)
  })
})

describe('days off', () => {
  it('move the next question, and moving back is possible until then', () => {
    const taken = off(sampleQuiz, '2026-01-05', '2026-01-07', monday - hour)
    expect(taken).toMatchObject({ nextDate: '2026-01-08', off: [{ kind: 'off', by: manager.id }] })
    expect(quizAfter(takeBack(taken, manager, { from: '2026-01-05', to: '2026-01-07' }, monday - hour))).toMatchObject({ nextDate: '2026-01-05', off: [] })
    expect(quizAfter(takeBack(taken, manager, { from: '2026-01-05', to: '2026-01-07' }, monday + day))).toMatchObject({ nextDate: '2026-01-06', off: [{ from: '2026-01-05', to: '2026-01-05' }] })
  })

  it('keep the date of a question that is due already, for the record', () => {
    expect(off(sampleQuiz, '2026-01-05', '2026-01-06', monday + 1)).toMatchObject({ nextDate: '2026-01-05', nextAt: monday })
  })

  it('are not counted among the dates that the bot missed', () => {
    const taken = off(sampleQuiz, '2026-01-07', '2026-01-09', monday - hour)
    const { claimed } = decideClaims(taken, { bank: bankOf({ t: [1, 3] }), history: [], now: monday + 7 * day - hour, salt: '' }, new Set(), 9)
    expect(claimed.map(({ round }) => 'reason' in round && round.reason)).toEqual([expect.stringContaining('when 4 questions were due')])
  })

  it('only get a new name where they are the same, and are a hundred at most', () => {
    const named = off(off(sampleQuiz, '2026-01-07', '2026-01-09', monday, ''), '2026-01-07', '2026-01-09', monday, 'Break')
    expect(named.off.map(({ name }) => name)).toEqual(['Break'])
    expect(takeOff(named, manager, { from: '2026-01-07', to: '2026-01-09', name: '' }, monday)).toMatchObject({ refusal: { kind: 'already-so' } })
    const full = Array.from({ length: mostRanges }).reduce<Quiz>((quiz, _, at) => off(quiz, addDays('2026-02-01', at), addDays('2026-02-01', at), monday), sampleQuiz)
    expect(takeOff(full, manager, { from: '2026-12-24', to: '2026-12-24', name: '' }, monday)).toEqual({ refusal: { kind: 'too-many-days-off' } })
    expect(takeOff(sampleQuiz, { id: 'slack:T1/Other', admin: false }, { from: '2026-12-24', to: '2026-12-24', name: '' }, monday)).toMatchObject({ refusal: { kind: 'not-a-manager' } })
  })

  it('go on with a skip', () => {
    const skipped = quizAfter(skip(off(sampleQuiz, '2026-01-06', '2026-01-07', monday - hour), manager, false, monday - hour))
    expect(nextHeld(skipped).date).toBe('2026-01-08')
  })
})

describe('a pause with an end', () => {
  const paused = quizAfter(pauseUntil(sampleQuiz, manager, '2026-01-09', monday - hour))

  it('is over by itself, and can be ended, made longer, or left open', () => {
    expect(paused).toMatchObject({ paused: false, nextDate: '2026-01-09' })
    expect(quizAfter(resume(paused, manager, monday + day - hour))).toMatchObject({ nextDate: '2026-01-06', off: [{ kind: 'pause', from: '2026-01-05', to: '2026-01-05' }] })
    expect(quizAfter(pauseUntil(paused, manager, '2026-01-12', monday - hour))).toMatchObject({ nextDate: '2026-01-12', off: [{ from: '2026-01-05', to: '2026-01-11' }] })
    expect(quizAfter(pause(paused, manager, monday - hour))).toMatchObject({ paused: true, off: [] })
    expect(quizAfter(pauseUntil({ ...sampleQuiz, paused: true }, manager, '2026-01-09', monday - hour))).toMatchObject({ paused: false, nextDate: '2026-01-09' })
  })

  it('takes nothing away that was held today, and changes nothing where no date is left or the channel is lost', () => {
    const held = { ...sampleQuiz, lastDate: '2026-01-05', nextDate: '2026-01-06', nextAt: monday + day }
    expect(quizAfter(pauseUntil(held, manager, '2026-01-09', monday + hour)).off).toMatchObject([{ from: '2026-01-06', to: '2026-01-08' }])
    expect(pauseUntil(held, manager, '2026-01-06', monday + hour)).toMatchObject({ refusal: { kind: 'already-so' } })
    expect(pauseUntil({ ...held, paused: true, retired: 'deleted' }, manager, '2026-01-09', monday + hour)).toMatchObject({ refusal: { kind: 'already-so' } })
    expect(resume(held, manager, monday)).toMatchObject({ refusal: { kind: 'already-so' } })
  })
})

it('a newer calendar of public holidays changes what is to come alone', () => {
  const holiday = (date: string, name: string) => ({ from: date, to: date, name })
  const known = withHolidays(sampleQuiz, [holiday('2026-01-05', 'Old'), holiday('2026-01-08', 'Old')], '2026-12-31', monday - hour)
  expect(known).toMatchObject({ nextDate: '2026-01-06', holidaysUntil: '2026-12-31' })
  const renewed = withHolidays(known, [holiday('2026-01-07', 'New')], '2027-01-31', monday + 12 * hour)
  expect(renewed.off.map(({ from, name }) => [from, name])).toEqual([['2026-01-05', 'Old'], ['2026-01-07', 'New']])
  expect(withHolidays(renewed, [], null, monday + 12 * hour)).toMatchObject({ off: [], holidaysUntil: null })
})

it('a range is refused that is too long, too late or too far ahead', () => {
  const today = localDate(monday, 'UTC')
  const problem = (from: string, to: string) => rangeProblem({ from, to }, today)
  expect([problem('2026-01-02', '2026-01-02'), problem('2026-01-01', '2026-01-09'), problem('2026-02-01', '2027-02-01'), problem('2026-02-01', '2027-02-02'), problem('2028-06-01', '2028-06-01')]).toEqual([undefined, 'too-late', undefined, 'too-long', 'too-far'])
})

it('absences are added once, end from today on, and follow each other', () => {
  const ranges = [{ from: '2026-01-03', to: '2026-01-09' }, { from: '2026-01-10', to: '2026-01-12' }]
  expect(goAway(ranges, { from: '2026-01-03', to: '2026-01-09' }, '2026-01-05')).toEqual({ refusal: 'already-so' })
  const later = { from: '2026-01-14', to: '2026-01-15' }
  expect(comeBack([...ranges, later], undefined, '2026-01-05')).toEqual({ ranges: [{ from: '2026-01-03', to: '2026-01-04' }, later] })
  expect(comeBack(ranges, ranges[1], '2026-01-05')).toEqual({ ranges: [ranges[0]] })
  expect(comeBack(ranges, undefined, '2026-01-20')).toEqual({ refusal: 'already-so' })
  expect([lastDayAway(ranges, '2026-01-05'), lastDayAway(ranges, '2026-01-13')]).toEqual(['2026-01-12', null])
})
