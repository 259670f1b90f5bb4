// What becomes of a quiz that is due: for each date one round, or a reason.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideClaims, decideDue, decideExtra, isNews, setBack, type NewRound, type NotHeld } from '../../src/core/due.ts'
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

describe('the claims of a quiz', () => {
  const claims = (quiz: Quiz, now: number, taken: readonly string[] = [], limit = 100) =>
    decideClaims(quiz, { bank, history: [], now, salt: 'salt' }, new Set(taken), limit)
  const dates = (decided: ReturnType<typeof claims>) => decided.claimed.map(({ round }) => [round.occasion, stateOf(round)])

  it('are none before it is due', () => {
    expect(claims(sampleQuiz, monday - 1)).toEqual({ claimed: [], quiz: sampleQuiz })
  })

  it('are the dates that were missed as one round, and the one that can still be posted', () => {
    const decided = claims(sampleQuiz, monday + 2 * day + hour)
    expect(dates(decided)).toEqual([['2026-01-05', 'missed'], ['2026-01-07', 'held']])
    expect(decided.claimed[0]?.round).toMatchObject({
      reason: 'The bot was away when 2 questions were due, from Jan 5, 2026 to Jan 6, 2026.', dueAt: monday, missedUntil: monday + day,
    })
    expect(decided.claimed.map(({ quiz }) => quiz.nextDate)).toEqual(['2026-01-07', '2026-01-08'])
    expect(decided.quiz).toEqual(decided.claimed.at(-1)?.quiz)
  })

  it('are one round for three years, with the number of questions, and take no longer than for a week', () => {
    const years = 3 * 365 * day + 20 * hour
    const decided = claims(sampleQuiz, monday + years)
    expect(decided.claimed).toHaveLength(1)
    expect(decided.claimed[0]?.round).toMatchObject({ state: 'missed', missedUntil: monday + 3 * 365 * day - day * (new Date(monday + 3 * 365 * day).getUTCDay() % 6 === 0 ? 2 : 0) })
    expect(decided.quiz.nextAt).toBeGreaterThan(monday + years)
  })

  it('leave a skipped date and one with a round their own place in a long absence', () => {
    const skipped = claims({ ...sampleQuiz, skipDate: '2026-01-07' }, monday + 4 * day + 20 * hour)
    expect(dates(skipped)).toEqual([['2026-01-05', 'missed'], ['2026-01-07', 'skipped'], ['2026-01-08', 'missed']])
    const taken = claims(sampleQuiz, monday + 4 * day + 20 * hour, ['2026-01-06', '2026-01-07+event'])
    expect(dates(taken)).toEqual([['2026-01-05', 'missed'], ['2026-01-07', 'missed']])
    expect(taken.quiz).toMatchObject({ lastDate: '2026-01-09' })
  })

  it('leave out a date that has its round, and still move past it', () => {
    const decided = claims(sampleQuiz, monday + day, ['2026-01-05', '2026-01-06', '2026-01-06+event'])
    expect(dates(decided)).toEqual([])
    expect(decided.quiz).toMatchObject({ lastDate: '2026-01-06', nextDate: '2026-01-07' })
  })

  it('end at the limit, and the next ones follow from there', () => {
    const first = claims(sampleQuiz, monday + 4 * day, [], 2)
    const rest = claims(first.quiz, monday + 4 * day)
    expect([...dates(first), ...dates(rest)]).toEqual(dates(claims(sampleQuiz, monday + 4 * day)))
    expect(first.claimed).toHaveLength(2)
  })
})

describe('a quiz under a clock that ran ahead', () => {
  const ahead: Quiz = { ...sampleQuiz, lastDate: '2026-01-09', nextDate: '2026-01-10', nextAt: monday + 5 * day }

  it('is set back to the date that is still to come', () => {
    expect(setBack(ahead, '2026-01-07', monday + 2 * day, monday + day)).toEqual({ ...ahead, lastDate: '2026-01-06', nextDate: '2026-01-07', nextAt: monday + 2 * day })
  })

  it('is set back to the first date of a series of which some are over: they are decided anew', () => {
    expect(setBack(ahead, '2026-01-06', monday + day, monday + 3 * day)).toMatchObject({ nextDate: '2026-01-06', nextAt: monday + day })
  })

  it('stays where it is if it is due before that date', () => {
    const quiz = { ...sampleQuiz, nextDate: '2026-01-06', nextAt: monday + day }
    expect(setBack(quiz, '2026-01-07', monday + 2 * day, monday)).toBe(quiz)
  })
})

const [archived, removed] = ['The channel is archived.', 'The app was removed.']

it.each([
  ['a missed round', 'missed', null, undefined, true],
  ['a missed round after one that was held', 'missed', null, { state: 'closed', reason: null, isUnheard: false }, true],
  ['a second missed round', 'missed', 'after 3 h', { state: 'missed', reason: 'after 2 h', isUnheard: false }, false],
  ['a failed round after a missed one', 'failed', archived, { state: 'missed', reason: null, isUnheard: false }, true],
  ['a failed round after one with another reason', 'failed', archived, { state: 'failed', reason: removed, isUnheard: false }, true],
  ['a failed round after one with the same reason', 'failed', archived, { state: 'failed', reason: archived, isUnheard: false }, false],
  ['a second failed round if nobody heard of the first', 'failed', archived, { state: 'failed', reason: archived, isUnheard: true }, true],
  ['a second missed round if nobody heard of the first', 'missed', 'after 3 h', { state: 'missed', reason: 'after 2 h', isUnheard: true }, true],
  ['a skipped round', 'skipped', null, undefined, false],
  ['a round that is held', 'claimed', null, { state: 'missed', reason: null, isUnheard: false }, false],
] as const)('%s (%s, %j after %j) is news: %s', (_, state, reason, before, expected) => {
  expect(isNews({ occasion: '2026-01-05', state, reason }, before)).toBe(expected)
})

describe('a quiz whose bot was away', () => {
  const draw = (now: number) => ({ bank, history: [], now, salt: 'salt' })
  const claim = (quiz: Quiz, now: number, taken: readonly string[] = [], limit = 10) => decideClaims(quiz, draw(now), new Set(taken), limit)
  const told = (claims: ReturnType<typeof claim>) => claims.claimed.map(({ round }) => `${round.occasion} ${stateOf(round)}`)

  it('says how late it came back, and how late it may be', () => {
    const { round } = decide({ ...sampleQuiz, catchUpMinutes: 120 }, monday + 3 * hour + 59 * minute)
    expect(round).toMatchObject({ reason: 'The bot was down when the question was due and came back 3 hours later. It posts questions at most 2 hours late.' })
  })

  it('claims no more rounds than it is allowed', () => {
    const now = monday + 5 * day
    expect(told(claim(sampleQuiz, now))).toEqual(['2026-01-05 missed', '2026-01-10 held'])
    const first = claim(sampleQuiz, now, [], 1)
    expect(told(first)).toEqual(['2026-01-05 missed'])
    expect(told(claim(first.quiz, now, [], 1))).toEqual(['2026-01-10 held'])
  })

  it('still posts the last date at the end of its window', () => {
    expect(told(claim(sampleQuiz, monday + 3 * day + 6 * hour))).toEqual(['2026-01-05 missed', '2026-01-08 held'])
    expect(told(claim(sampleQuiz, monday + 3 * day + 6 * hour + 1))).toEqual(['2026-01-05 missed'])
  })

  it('tells of the dates before and after one that has its round or was skipped, each once', () => {
    const now = monday + 5 * day + 7 * hour
    expect(told(claim(sampleQuiz, now, ['2026-01-07']))).toEqual(['2026-01-05 missed', '2026-01-08 missed'])
    expect(told(claim({ ...sampleQuiz, skipDate: '2026-01-07' }, now))).toEqual(['2026-01-05 missed', '2026-01-07 skipped', '2026-01-08 missed'])
    // Just before one that has its round, the dates are missed even where the window would still allow the last of them.
    expect(told(claim({ ...sampleQuiz, catchUpMinutes: 2880 }, monday + 3 * day, ['2026-01-08']))).toEqual(['2026-01-05 missed'])
  })
})

describe('a round that a manager asks for', () => {
  it('closes before the next daily one, also when that is due at this moment', () => {
    const extra = (now: number) => decideExtra(sampleQuiz, 'event', { bank, history: [], now, salt: 'salt' })
    expect(extra(monday - 2 * hour)).toMatchObject({ occasion: '2026-01-05+event', dueAt: monday - 2 * hour, closesAt: monday - hour })
    expect(extra(monday + 2 * hour)).toMatchObject({ closesAt: monday + 23 * hour })
  })

  it('says why there is none where the zone is lost or the course has no such question', () => {
    const extra = (quiz: Quiz, lost = bank) => decideExtra(quiz, 'event', { bank: lost, history: [], now: monday, salt: 'salt' })
    expect(extra({ ...sampleQuiz, zone: 'Mars/Olympus' })).toMatchObject({ state: 'failed', reason: expect.stringContaining('Mars/Olympus no longer exists') })
    expect(extra({ ...sampleQuiz, topics: ['none'] })).toMatchObject({ state: 'failed', reason: expect.stringContaining('no questions on the chosen topics') })
    expect(extra(sampleQuiz, { ...bank, contents: new Map() })).toMatchObject({ state: 'failed', reason: expect.stringContaining('no questions') })
  })
})

it('a single missed date before a skipped one says that the bot was down', () => {
  const claims = decideClaims({ ...sampleQuiz, skipDate: '2026-01-06' }, { bank, history: [], now: monday + day, salt: 'salt' }, new Set(), 10)
  expect(claims.claimed.map(({ round }) => 'reason' in round && round.reason)).toEqual([expect.stringContaining('The bot was down'), 'A manager skipped it.'])
})

it('a quiz that is next due on the date itself is not set back to it', () => {
  expect(setBack(sampleQuiz, '2026-01-05', monday, monday - hour)).toEqual(sampleQuiz)
})

it('an extra question after a change of the time stays open until the next daily one', () => {
  const moved: Quiz = { ...sampleQuiz, time: '15:00', lastDate: '2026-01-05', nextDate: '2026-01-06', nextAt: monday + day + 6 * hour }
  expect(decideExtra(moved, 'event', { bank, history: [], now: monday + hour, salt: 'salt' })).toMatchObject({ closesAt: monday + day + 5 * hour })
})
