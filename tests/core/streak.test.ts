// Streaks, grace days and days off: by known values, and by a plain walk over the days, one after another.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isIn, type DateRange } from '../../src/core/date-range.ts'
import { afterAnswer, bestStreak, extendStreak, foldStreak, recounted, noStreak, passOver, standing, type Streak } from '../../src/core/streak.ts'
import { addDays, type LocalDate } from '../../src/core/time.ts'

const streak = (current: number, lastDay: string | null, more: Partial<Streak> = {}): Streak => ({ ...noStreak, current, longest: current, lastDay, ...more })

describe('a streak', () => {
  it.each<[string, Streak, string, string[], Partial<Streak>]>([
    ['begins with the first answer', noStreak, '2026-01-05', [], { current: 1, longest: 1, lastDay: '2026-01-05', toward: 1 }],
    ['goes on over days without a round', streak(3, '2026-01-09', { longest: 5 }), '2026-01-12', [], { current: 4, longest: 5 }],
    ['breaks where a round day was missed', streak(3, '2026-01-05'), '2026-01-07', ['2026-01-06'], { current: 1, longest: 3, graceDay: null }],
    ['is kept by a grace day', streak(9, '2026-01-05', { grace: 1 }), '2026-01-07', ['2026-01-06'], { current: 10, grace: 0, graceDay: '2026-01-06' }],
    ['breaks on the second missed day in a row, which costs one grace day', streak(9, '2026-01-05', { grace: 2 }), '2026-01-08', ['2026-01-06', '2026-01-07'], { current: 1, grace: 1, graceDay: null }],
    ['earns a grace day with the tenth study day', streak(9, '2026-01-05', { toward: 9 }), '2026-01-06', [], { current: 10, grace: 1, toward: 0 }],
    ['earns no third grace day', streak(30, '2026-01-05', { grace: 2 }), '2026-01-06', [], { grace: 2, toward: 0 }],
    ['counts a day once', streak(3, '2026-01-05'), '2026-01-05', [], { current: 3, toward: 0 }],
    ['is not moved by an answer for an earlier day', streak(3, '2026-01-05'), '2026-01-02', [], { current: 3, lastDay: '2026-01-05' }],
  ])('%s', (_, before, day, missed, after) => {
    expect(extendStreak(before, day, missed)).toMatchObject(after)
  })

  it('that is over costs no further grace day', () => {
    const over = passOver(streak(3, '2026-01-05', { grace: 2 }), ['2026-01-06', '2026-01-07'])
    expect(over).toMatchObject({ current: 0, grace: 1 })
    expect(passOver(over, ['2026-01-08', '2026-01-09'])).toBe(over)
  })

  it.each<[string, Streak, string[], boolean, DateRange[], Partial<Streak>]>([
    ['stands before the round of the day is over', streak(3, '2026-01-05'), ['2026-01-06', '2026-01-05'], false, [], { current: 3 }],
    ['is over once a round day has ended without an answer', streak(3, '2026-01-05'), ['2026-01-06', '2026-01-05'], true, [], { current: 0 }],
    ['stands through days away', streak(3, '2026-01-05'), ['2026-01-07', '2026-01-06', '2026-01-05'], true, [{ from: '2026-01-06', to: '2026-01-07' }], { current: 3, grace: 0 }],
    ['stands by a grace day as soon as a day is missed', streak(3, '2026-01-05', { grace: 1 }), ['2026-01-06', '2026-01-05'], true, [], { current: 3, grace: 0, graceDay: '2026-01-06' }],
    ['is nothing for somebody who never answered', noStreak, ['2026-01-05'], true, [], { current: 0 }],
  ])('%s', (_, kept, days, latestEnded, away, now) => {
    expect(standing(kept, { held: { days, latestEnded }, away, waiting: [] })).toMatchObject(now)
  })
})

/** A walk over the days, one at a time, as the rules are told: grace days earned by tens, two at most, none for the second miss in a row. */
function walk(days: readonly LocalDate[], answered: ReadonlySet<LocalDate>, free: (day: LocalDate) => boolean) {
  let [run, best, grace, toward, missedBefore] = [0, 0, 0, 0, false]
  for (const day of days) {
    if (answered.has(day)) {
      run += 1
      best = Math.max(best, run)
      missedBefore = false
      if (grace < 2 && ++toward === 10) [grace, toward] = [grace + 1, 0]
    } else if (!free(day)) {
      if (run > 0 && grace > 0) {
        grace -= 1
        if (missedBefore) [run, grace] = [0, grace + 1]
      } else {
        run = 0
      }
      missedBefore = true
    }
  }
  return { run, best, grace, toward }
}

const first = '2026-01-01'
const history = fc
  .record({
    /** Gaps between study days, as weekends and days off make them. */
    gaps: fc.array(fc.constantFrom(1, 1, 1, 3, 9), { minLength: 1, maxLength: 80 }),
    chance: fc.infiniteStream(fc.constantFrom(true, true, true, true, false)),
    away: fc.array(fc.tuple(fc.nat(120), fc.nat(9)), { maxLength: 4 }),
  })
  .map(({ gaps, chance, away }) => {
    let offset = 0
    const days = gaps.map((gap) => addDays(first, (offset += gap)))
    const answered = days.filter(() => chance.next().value === true)
    return { days, answered, away: away.map(([from, more]) => ({ from: addDays(first, from), to: addDays(first, from + more) })) }
  })

describe('whatever somebody answers, and whenever they are away', () => {
  it('a streak is what a walk over the days says, at each moment', () => {
    fc.assert(
      fc.property(history, ({ days, answered, away }) => {
        const has = new Set(answered)
        let kept = noStreak
        for (const [index, day] of days.entries()) {
          const held = { days: days.slice(0, index + 1).toReversed(), latestEnded: false }
          if (has.has(day)) kept = afterAnswer(kept, day, { held, away, waiting: [] })
          const { run, best, grace, toward } = walk(days.slice(0, index + 1), has, (each) => isIn(away, each))
          const now = standing(kept, { held: { ...held, latestEnded: true }, away, waiting: [] })
          expect({ current: now.current, longest: now.longest, grace: now.grace, toward: now.toward }).toEqual({ current: run, longest: best, grace, toward })
        }
        expect(foldStreak(noStreak, { answered, held: days, away })).toEqual(kept)
      }),
    )
  })

  it('to be away as well makes no streak shorter, and costs no grace day', () => {
    fc.assert(
      fc.property(history, fc.nat(120), fc.nat(20), ({ days, answered, away }, from, more) => {
        const rows = { answered, held: days, away }
        const before = foldStreak(noStreak, rows)
        const further = { ...rows, away: [...away, { from: addDays(first, from), to: addDays(first, from + more) }] }
        const after = foldStreak(noStreak, further)
        expect(after.current).toBeGreaterThanOrEqual(before.current)
        expect(after.longest).toBeGreaterThanOrEqual(before.longest)
        expect(after.grace * 10 + after.toward).toBeGreaterThanOrEqual(before.grace * 10 + before.toward)
        expect(recounted(before, noStreak, further)).toEqual(after)
      }),
    )
  })

  it('never two missed days in a row are kept, and never more than one missed day in ten study days after the second', () => {
    fc.assert(
      fc.property(history, ({ days, answered }) => {
        const kept = foldStreak(noStreak, { answered, held: days, away: [] })
        if (kept.current < 2) return
        const run = days.slice(days.indexOf(answered[answered.length - kept.current] ?? ''), days.indexOf(kept.lastDay ?? '') + 1)
        const missed = run.filter((day) => !answered.includes(day))
        expect(missed.length).toBeLessThanOrEqual(2 + Math.floor(answered.length / 10))
        expect(run.some((day, index) => !answered.includes(day) && !answered.includes(run[index + 1] ?? day))).toBe(false)
      }),
    )
  })
})

describe('the one streak of several', () => {
  it('is the best as it stands, with the longest there was, the latest day, and the most grace days of any', () => {
    const all = [streak(3, '2026-01-07', { longest: 9, grace: 2 }), streak(5, '2026-01-06', { grace: 1, toward: 4, graceDay: '2026-01-02' }), streak(5, '2026-01-05', { toward: 9 })]
    expect(bestStreak(all)).toEqual({ current: 5, longest: 9, lastDay: '2026-01-07', grace: 2, toward: 4, graceDay: '2026-01-02' })
    expect(bestStreak(all.toReversed())).toEqual(bestStreak(all))
    expect([bestStreak([]), bestStreak([noStreak])]).toEqual([noStreak, noStreak])
  })
})
