// What becomes of a quiz that is due: for each date one round, or a reason.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideDue, decideExtra, type NewRound, type NotHeld } from '../../src/core/due.ts'
import type { Quiz } from '../../src/core/quiz.ts'
import { nextDue } from '../../src/core/schedule.ts'
import { day, hour, minute } from '../../src/core/time.ts'
import { anyQuiz, bankOf, monday, sampleQuiz } from './sample.ts'

const bank = bankOf({ iam: [1, 3], kms: [1, 3] })
const decide = (quiz: Quiz, now: number, salt = 'salt') => decideDue(quiz, { bank, history: [], now, salt })
const stateOf = (round: NewRound | NotHeld) => ('state' in round ? round.state : 'held')

describe('a quiz that is due', () => {
  it('gets a round with a question, all its options, and a close an hour before the next one', () => {
    const { round, quiz } = decide(sampleQuiz, monday + 20)
    expect(round).toMatchObject({ occasion: '2026-01-05', key: ['b'], day: '2026-01-05', dueAt: monday, closesAt: monday + 23 * hour })
    expect('order' in round && round.order.toSorted()).toEqual(['a', 'b', 'c', 'd'])
    expect(round.id).toMatch(/^[0-9a-f]{16}$/)
    expect(quiz).toEqual({ ...sampleQuiz, lastDate: '2026-01-05', nextDate: '2026-01-06', nextAt: monday + day })
  })

  it.each<[string, Partial<Quiz>, number, string]>([
    ['in time', {}, 0, 'held'],
    ['at the end of its window', {}, 6 * hour, 'held'],
    ['a moment later', {}, 6 * hour + 1, 'missed'],
    ['at its minute without a window', { catchUpMinutes: 0 }, 0, 'held'],
    ['later without a window', { catchUpMinutes: 0 }, 1, 'missed'],
    ['with a wide window, before the next one', { catchUpMinutes: 2880 }, day - 1, 'held'],
    ['with a wide window, when the next one is due as well', { catchUpMinutes: 2880 }, day, 'missed'],
    ['on a date that a manager skipped', { skipDate: '2026-01-05' }, 0, 'skipped'],
    ['late on a date that a manager skipped', { skipDate: '2026-01-05' }, 3 * day, 'skipped'],
    ['before a date that a manager skipped', { skipDate: '2026-01-06' }, 0, 'held'],
    ['without a question in its topics', { topics: ['none'] }, 0, 'failed'],
  ])('%s', (_, change, late, state) => {
    const { round } = decide({ ...sampleQuiz, ...change }, monday + late)
    expect(stateOf(round)).toBe(state)
    expect('reason' in round ? round.reason : 'None.').toMatch(/\.$/)
  })

  it('keeps a skip until its date is over', () => {
    expect(decide({ ...sampleQuiz, skipDate: '2026-01-06' }, monday).quiz.skipDate).toBe('2026-01-06')
    expect(decide({ ...sampleQuiz, skipDate: '2026-01-05' }, monday).quiz.skipDate).toBeNull()
    expect(decide({ ...sampleQuiz, skipDate: '2026-01-01' }, monday).quiz.skipDate).toBeNull()
  })

  it('is open for its minutes from the moment it is posted, also late', () => {
    const { round } = decide({ ...sampleQuiz, openMinutes: 30 }, monday + 5 * hour)
    expect(round).toMatchObject({ dueAt: monday, closesAt: monday + 5 * hour + 30 * minute })
  })

  it('decides the same when asked again', () => {
    fc.assert(
      fc.property(anyQuiz, fc.nat(3 * day), (quiz, late) => {
        expect(decide(quiz, quiz.nextAt + late)).toEqual(decide(quiz, quiz.nextAt + late))
      }),
    )
  })

  it('has for each date one round or one reason, in order, however long the bot was away', () => {
    fc.assert(
      fc.property(anyQuiz, fc.array(fc.nat(5 * day), { minLength: 1, maxLength: 12 }), (first, waits) => {
        let quiz = first
        let now = first.nextAt
        const dates: string[] = []
        for (const wait of waits) {
          now += wait
          const outcomes: string[] = []
          while (quiz.nextAt <= now) {
            const decision = decide(quiz, now)
            dates.push(decision.round.occasion)
            outcomes.push(stateOf(decision.round))
            quiz = decision.quiz
          }
          // Of what fell into one absence only the last can still be posted.
          expect(outcomes.slice(0, -1).every((state) => state === 'missed')).toBe(true)
        }
        expect(dates).toEqual(datesFrom(first, dates.length))
        expect(quiz.nextAt).toBeGreaterThan(now)
      }),
      { numRuns: 60 },
    )
  })

  it('never closes before it opens, nor after the next one where no minutes are set', () => {
    fc.assert(
      fc.property(anyQuiz, fc.nat(day), (quiz, late) => {
        const now = quiz.nextAt + late
        const { round, quiz: next } = decide({ ...quiz, catchUpMinutes: 2880 }, now)
        fc.pre('closesAt' in round)
        const latest = quiz.openMinutes === null ? Math.max(next.nextAt - hour, now + hour) : now + quiz.openMinutes * minute
        expect(round.closesAt).toBeGreaterThan(now)
        expect(round.closesAt).toBeLessThanOrEqual(latest)
      }),
    )
  })
})

function datesFrom(quiz: Quiz, count: number): readonly string[] {
  const dates: string[] = []
  let next = { date: quiz.nextDate, at: quiz.nextAt }
  while (dates.length < count) {
    dates.push(next.date)
    next = nextDue(quiz, next.at, next.date)
  }
  return dates
}

describe('the id of a round', () => {
  it('differs by channel, date and ledger', () => {
    const ids = [
      decide(sampleQuiz, monday),
      decide({ ...sampleQuiz, place: 'slack:T1/C2' }, monday),
      decide({ ...sampleQuiz, nextDate: '2026-01-06' }, monday),
      decide(sampleQuiz, monday, 'another salt'),
    ].map(({ round }) => round.id)
    expect(new Set(ids).size).toBe(4)
  })

  it('differs in its second half for channels whose first halves are equal', () => {
    const [one, other] = ['slack:T1/C86654', 'slack:T1/C352100'].map((place) => decide({ ...sampleQuiz, place }, monday).round.id)
    expect(one?.slice(0, 8)).toBe(other?.slice(0, 8))
    expect(one?.slice(8)).not.toBe(other?.slice(8))
  })
})

describe('a round that a manager asks for', () => {
  const extra = (quiz: Quiz, event: string, now: number) => decideExtra(quiz, event, { bank, history: [], now, salt: 'salt' })

  it('is of its event, counts for the study day on which it is asked for, and closes an hour before the next', () => {
    expect(extra(sampleQuiz, 'event', monday - 7 * hour)).toMatchObject({
      occasion: '2026-01-04+event',
      day: '2026-01-04',
      dueAt: monday - 7 * hour,
      closesAt: monday - hour,
    })
  })

  it('is another one for another event, and never that of the date', () => {
    const ids = [extra(sampleQuiz, 'one', monday), extra(sampleQuiz, 'two', monday), decide(sampleQuiz, monday).round].map(({ id }) => id)
    expect(new Set(ids).size).toBe(3)
  })

  it('closes before the next round also where that one is overdue or the quiz is paused', () => {
    expect(extra({ ...sampleQuiz, paused: true }, 'event', monday + 2 * day + hour)).toMatchObject({ closesAt: monday + 3 * day - hour })
  })

  it('says why there is none where the topics have no question', () => {
    expect(extra({ ...sampleQuiz, topics: ['none'] }, 'event', monday)).toMatchObject({ state: 'failed', occasion: '2026-01-05+event' })
  })
})
