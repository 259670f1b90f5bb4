// What the post of a question says about the question before it.
import { describe, expect, it } from 'vitest'
import { hasExtras, howLongAgo, recapOf, stillShown } from '../../src/core/recap.ts'

const round = { id: 'round', day: '2026-01-07' }
const ann = 'slack:T1/Ann'
const ben = 'slack:T1/Ben'
const cy = 'slack:T1/Cy'
const leaders = { people: [ann], count: 1, points: 3 }
const streak = { people: [ben], count: 1, days: 4 }

describe('a recap', () => {
  it('names who has the most points in the week of the round, and who has the longest streak', () => {
    expect(recapOf(round, { leaders, streak }, '2026-01-08')).toEqual({ about: 'round', leaders: { ...leaders, over: false }, streak })
  })

  it('says that the week is over once the next one has begun', () => {
    expect(recapOf(round, { leaders, streak }, '2026-01-11').leaders?.over).toBe(false)
    expect(recapOf(round, { leaders, streak }, '2026-01-12').leaders?.over).toBe(true)
  })

  it('leaves out points that nobody has, and a streak of one day', () => {
    const none = { people: [], count: 0 }
    expect(recapOf(round, { leaders: { ...leaders, points: 0 }, streak: { ...streak, days: 1 } }, '2026-01-08')).toMatchObject({ leaders: null, streak: null })
    expect(recapOf(round, { leaders: { ...none, points: 3 }, streak: { ...none, days: 4 } }, '2026-01-08')).toMatchObject({ leaders: null, streak: null })
    expect(recapOf(round, { leaders: { ...leaders, points: 1 }, streak: { ...streak, days: 2 } }, '2026-01-08')).toMatchObject({ leaders: { points: 1 }, streak: { days: 2 } })
  })

  it('keeps two names of people who share a place, and how many they are', () => {
    const recap = recapOf(round, { leaders: { people: [ann, ben, cy], count: 7, points: 3 }, streak }, '2026-01-08')
    expect(recap.leaders).toEqual({ people: [ann, ben], count: 7, points: 3, over: false })
  })

  it('stops naming people who hide or leave later', () => {
    const shared = { people: [ann, ben], count: 5 }
    expect(stillShown(shared, new Set([ann, ben]))).toEqual(shared)
    expect(stillShown(shared, new Set([ben]))).toEqual({ people: [ben], count: 4 })
    expect(stillShown({ people: [ann], count: 1 }, new Set([ben]))).toBeUndefined()
  })

  it('belongs to the daily question alone', () => {
    expect([hasExtras({ occasion: '2026-01-07' }), hasExtras({ occasion: '2026-01-07+event' })]).toEqual([true, false])
  })
})

it.each([
  ['2026-01-08', 'earlier'],
  ['2026-01-07', 'earlier'],
  ['2026-01-06', 'yesterday'],
  ['2026-01-05', 'this-week'],
  ['2026-01-01', 'this-week'],
  ['2025-12-31', 'earlier'],
] as const)('on January 7, a question of %s is from %s', (day, ago) => {
  expect(howLongAgo(day, '2026-01-07')).toBe(ago)
})
