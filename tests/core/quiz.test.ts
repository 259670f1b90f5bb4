// When a round closes, and who manages a quiz.
import { describe, expect, it } from 'vitest'
import { closesAt, defaultSettings, mayManage } from '../../src/core/quiz.ts'
import { day, hour, minute } from '../../src/core/time.ts'
import { sampleQuiz } from './sample.ts'

describe('a round', () => {
  it.each([
    ['an hour before the next one', null, day, 23 * hour],
    ['after an hour at the least', null, hour + minute, hour],
    ['after an hour where the next one is long over', null, -day, hour],
    ['after its minutes', 90, day, 90 * minute],
    ['after its minutes, also beyond the next one', 2880, day, 2 * day],
  ])('closes %s', (_, openMinutes, next, expected) => {
    const openedAt = Date.UTC(2026, 0, 5, 9)
    expect(closesAt({ ...defaultSettings, openMinutes }, openedAt, openedAt + next)).toBe(openedAt + expected)
  })
})

describe('a quiz', () => {
  it.each([
    ['whoever is named', { id: 'slack:T1/Manager', admin: false }, true],
    ['an admin of the group', { id: 'slack:T1/Boss', admin: true }, true],
    ['nobody else', { id: 'slack:T1/Eve', admin: false }, false],
  ])('is managed by %s', (_, asker, may) => {
    expect(mayManage(sampleQuiz, asker)).toBe(may)
  })
})
