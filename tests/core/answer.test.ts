// What an answer does: what counts, what is saved of it, and for which day.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideAnswer, type AnswerDecision, type BeforeAnswer } from '../../src/core/answer.ts'
import type { OptionId } from '../../src/core/quiz.ts'
import { noStreak, type Streak } from '../../src/core/streak.ts'
import { studyDay, type HeldDays } from '../../src/core/study-day.ts'
import { addDays, day, hour, minute } from '../../src/core/time.ts'
import { monday } from './sample.ts'
import { moment, zone } from './zones.ts'

type Change = Omit<Partial<BeforeAnswer>, 'round'> & { readonly round?: Partial<BeforeAnswer['round']> }

const calendarOf = (held: HeldDays, waiting: readonly string[] = []) => ({ held, away: [], waiting })
const streakOf = (current: number, lastDay: string, longest = current): Streak => ({ ...noStreak, current, longest, lastDay })

const before = ({ round, ...rest }: Change = {}): BeforeAnswer => ({
  earlier: null,
  streak: noStreak,
  calendar: calendarOf({ days: ['2026-01-05'], latestEnded: false }),
  ...rest,
  round: {
    occasion: '2026-01-05',
    state: 'open',
    order: ['d', 'b', 'a', 'c'],
    key: ['b'],
    feedback: 'instant',
    closesAt: monday + day,
    zone: 'UTC',
    rolloverHour: 4,
    day: '2026-01-05',
    ...round,
  },
})

const decide = (change: Change, chosen: string, at = monday + minute) => decideAnswer(before(change), [...chosen], at)
const unjudged = { feedback: 'at-close' } as const
const earlier = (chosen: string, at = monday, right: boolean | null = null) => ({ earlier: { chosen: [...chosen], at, right } })

describe('a first answer', () => {
  it('is saved with its study day, its verdict and the streak that it starts', () => {
    expect(decide({}, 'b')).toEqual({
      verdict: { kind: 'counted', right: true, changed: false },
      effect: {
        kind: 'first',
        answer: { chosen: ['b'], at: monday + minute, day: '2026-01-05' },
        right: true,
        streak: { current: 1, longest: 1, lastDay: '2026-01-05', grace: 0, toward: 1, graceDay: null },
      },
      chosen: ['b'],
      streak: 1,
    })
  })

  it('is saved in alphabetical order, whatever order it was given in', () => {
    expect(decide({ round: { key: ['a', 'c'] } }, 'ca')).toMatchObject({ effect: { answer: { chosen: ['a', 'c'] } }, chosen: ['a', 'c'] })
  })

  it('moves the streak at once where it is judged at the close', () => {
    expect(decide({ round: unjudged }, 'a')).toMatchObject({ effect: { kind: 'first', right: null, streak: { current: 1 } }, streak: 1 })
  })

  const held = (...days: string[]) => ({ calendar: calendarOf({ days, latestEnded: false }) })
  const after = (lastDay: string) => ({ streak: streakOf(3, lastDay), ...held('2026-01-05', '2026-01-02') })

  it.each<[string, string, Change, number, number]>([
    ['the day of the round', '2026-01-05', {}, minute, 1],
    ['the last day with a round', '2026-01-05', {}, 18 * hour, 1],
    ['the day before, one minute before rollover', '2026-01-05', held('2026-01-06', '2026-01-05'), 19 * hour - minute, 1],
    ['the day of a later round', '2026-01-06', held('2026-01-06', '2026-01-05'), 19 * hour, 1],
    ['the day of the round under a clock that was set back', '2026-01-05', {}, -3 * day, 1],
    ['the day of a round whose post is not confirmed yet', '2026-01-05', { round: { state: 'sending' }, ...held() }, minute, 1],
    ['the day after the last one answered', '2026-01-05', after('2026-01-02'), minute, 4],
    ['the first day after a gap', '2026-01-05', after('2026-01-01'), minute, 1],
  ])('counts for %s', (_, expected, change, after, streak) => {
    const decision = decide(change, 'b', monday + after)
    expect(decision.effect).toMatchObject({ kind: 'first', answer: { day: expected } })
    expect(decision.streak).toBe(streak)
  })

  it('counts for the study day of its moment where that day has a round', () => {
    fc.assert(
      fc.property(moment, zone, fc.nat(23), (at, zone, rolloverHour) => {
        const today = studyDay(at, zone, rolloverHour)
        const round = { zone, rolloverHour, closesAt: at + 1, day: addDays(today, -1) }
        const decision = decideAnswer(before({ round, calendar: calendarOf({ days: [today, round.day], latestEnded: false }) }), ['b'], at)
        expect(decision.effect).toMatchObject({ answer: { day: today } })
      }),
    )
  })
})

describe('a second answer', () => {
  it('changes nothing where the first one stands', () => {
    const streak = streakOf(2, '2026-01-05', 5)
    expect(decide({ ...earlier('a'), streak }, 'b')).toEqual({
      verdict: { kind: 'stands', earlier: ['a'], right: false },
      effect: { kind: 'nothing' },
      chosen: ['a'],
      streak: 2,
    })
  })

  it('takes the place of the first one before the close, and moves no streak', () => {
    const decision = decide({ round: unjudged, ...earlier('a') }, 'b')
    expect(decision).toMatchObject({ verdict: { kind: 'counted', right: null, changed: true }, chosen: ['b'], streak: 0 })
    expect(decision.effect).toEqual({ kind: 'changed', from: ['a'], to: ['b'], at: monday + minute, judged: null })
  })

  it('of which the first is judged corrects that if it was made before the close and arrives after it', () => {
    const closesAt = monday + hour
    const late = (arrived: number, at = closesAt - 1) => decideAnswer(before({ ...earlier('a', monday, false), round: { ...unjudged, closesAt } }), ['b'], at, arrived)
    const corrected = { verdict: { kind: 'counted', right: true, changed: true }, effect: { from: ['a'], to: ['b'], judged: { was: false, is: true } } }
    expect(late(closesAt)).toMatchObject(corrected)
    expect([late(closesAt - 1), late(closesAt + minute + 1), late(closesAt, closesAt)].map(({ effect }) => effect.kind)).toEqual(['nothing', 'nothing', 'nothing'])
  })

  it('is no change where it is the same', () => {
    expect(decide({ round: unjudged, ...earlier('b') }, 'b')).toMatchObject({ verdict: { changed: false }, effect: { kind: 'nothing' }, chosen: ['b'] })
  })

  it('changes nothing once the first one was judged, whatever the clock says', () => {
    expect(decide({ round: unjudged, ...earlier('a', monday, false) }, 'b')).toMatchObject({ verdict: { kind: 'closed' }, effect: { kind: 'nothing' }, chosen: ['a'] })
  })

  it('changes nothing where it was pressed before the answer that stands', () => {
    const decision = decide({ round: unjudged, ...earlier('a', monday + hour) }, 'b', monday + minute)
    expect(decision).toMatchObject({ verdict: { kind: 'counted', changed: false }, effect: { kind: 'nothing' }, chosen: ['a'] })
  })
})

describe('an answer to an extra question on a Saturday', () => {
  const saturday = { occasion: '2026-01-10+event', day: '2026-01-10', closesAt: monday + 7 * day }
  const alive = (lastDay: string) => streakOf(3, lastDay)
  const friday = (latestEnded: boolean) => ({ days: ['2026-01-09', '2026-01-08'], latestEnded })

  it.each([
    ['extends a streak up to Friday', alive('2026-01-09'), friday(true), alive('2026-01-09').current + 1, '2026-01-10'],
    ['extends it also while Friday’s round is open', alive('2026-01-09'), friday(false), 4, '2026-01-10'],
    ['leaves a streak alone that Friday’s open round can still extend', alive('2026-01-08'), friday(false), 3, '2026-01-08'],
    ['begins anew where Friday was missed', alive('2026-01-08'), friday(true), 1, '2026-01-10'],
    ['begins anew where Thursday was missed already', alive('2026-01-07'), friday(false), 1, '2026-01-10'],
    ['begins a first streak', noStreak, friday(false), 1, '2026-01-10'],
    ['goes on where nothing was ever scheduled', alive('2026-01-03'), { days: [], latestEnded: false }, 4, '2026-01-10'],
  ])('%s', (_, streak, held, current, lastDay) => {
    const { effect } = decide({ round: saturday, streak, calendar: calendarOf(held) }, 'b', monday + 5 * day)
    expect(effect).toMatchObject({ kind: 'first', answer: { day: '2026-01-10' }, streak: { current, lastDay } })
  })

  it('counts together with Friday’s question, if that is answered after it', () => {
    const round = { occasion: '2026-01-09', day: '2026-01-09', closesAt: monday + 7 * day }
    const { effect } = decide({ round, streak: alive('2026-01-08'), calendar: calendarOf(friday(false), ['2026-01-10']) }, 'b', monday + 6 * day)
    expect(effect).toMatchObject({ answer: { day: '2026-01-09' }, streak: { current: 5, lastDay: '2026-01-10' } })
  })

  it('counts with the next answer, if Friday’s question was never answered', () => {
    const calendar = calendarOf({ days: ['2026-01-12', '2026-01-09', '2026-01-08'], latestEnded: false }, ['2026-01-10'])
    const { effect } = decide({ round: { occasion: '2026-01-12', day: '2026-01-12', closesAt: monday + 9 * day }, streak: alive('2026-01-08'), calendar }, 'b', monday + 7 * day)
    expect(effect).toMatchObject({ answer: { day: '2026-01-12' }, streak: { current: 2, lastDay: '2026-01-12' } })
  })
})

it.each<[string, Change, string, string]>([
  ['closed', { round: { state: 'closed' } }, 'b', 'closed'],
  ['not posted', { round: { state: 'claimed' } }, 'b', 'not-open'],
  ['over', { round: { closesAt: monday } }, 'b', 'closed'],
  ['asking for one option', {}, 'ab', 'bad-choice'],
])('nothing is saved of an answer to a round that is %s', (_, change, chosen, kind) => {
  expect(decide(change, chosen)).toMatchObject({ verdict: { kind }, effect: { kind: 'nothing' }, chosen: null, streak: 0 })
  expect(decide({ ...change, ...earlier('a') }, chosen).chosen).toEqual(['a'])
})

it('an answer delivered twice saves nothing the second time', () => {
  const options = fc.subarray<OptionId>(['a', 'b', 'c', 'd'], { minLength: 1 })
  const feedback = fc.constantFrom('instant' as const, 'at-close' as const)
  fc.assert(
    fc.property(options, options, feedback, fc.nat(hour), (key, chosen, feedback, late) => {
      const once = decide({ round: { key, feedback } }, chosen.join(''))
      const twice = decide({ round: { key, feedback }, ...after(once) }, chosen.join(''), monday + minute + late)
      expect(twice).toMatchObject({ effect: { kind: 'nothing' }, chosen: once.chosen, streak: once.streak })
    }),
  )
})

function after({ effect }: AnswerDecision): Pick<BeforeAnswer, 'earlier' | 'streak'> {
  return effect.kind === 'first' ? { earlier: { ...effect.answer, right: effect.right }, streak: effect.streak } : { earlier: null, streak: noStreak }
}

describe('an answer that comes at the same moment as another, or after it is on the leaderboard', () => {
  it('is the last choice of two at the same moment', () => {
    expect(decide({ round: unjudged, ...earlier('a', monday + minute) }, 'c')).toMatchObject({ verdict: { changed: true }, chosen: ['c'] })
  })

  it('leaves a judged answer of a question that is answered at once as it stands', () => {
    expect(decide(earlier('b', monday, true), 'a').verdict).toEqual({ kind: 'stands', earlier: ['b'], right: true })
  })
})

it('an answer counts for the study day on which it was given, as long as that is not after the last question', () => {
  fc.assert(
    fc.property(fc.nat(40 * 24 * 60), zone, fc.nat(23), (minutes, where, rolloverHour) => {
      const at = monday + day + minutes * minute
      const late = { round: { closesAt: at + 1, zone: where, rolloverHour }, calendar: calendarOf({ days: ['2026-03-01'], latestEnded: false }) }
      expect(decide(late, 'b', at)).toMatchObject({ effect: { answer: { day: studyDay(at, where, rolloverHour) } } })
    }),
  )
})
