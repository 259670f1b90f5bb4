// Judging answers: all or nothing, once, and the same for a repeated press.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Feedback, OptionId } from '../../src/core/quiz.ts'
import { judge, lateGrace } from '../../src/core/answer.ts'
import { isRight, type Round, type RoundState } from '../../src/core/round.ts'

type Judged = Pick<Round, 'state' | 'order' | 'key' | 'feedback' | 'closesAt'>

const round = (change: Partial<Judged> = {}): Judged => ({
  state: 'open',
  order: ['c', 'a', 'd', 'b'],
  key: ['b'],
  feedback: 'instant',
  closesAt: 1000,
  ...change,
})

const letters: readonly OptionId[] = ['a', 'b', 'c', 'd', 'e', 'f']
const options = fc.subarray([...letters], { minLength: 2 })
const chosenFrom = fc.array(fc.constantFrom(...letters, 'z', ''), { maxLength: 4 })
const anyRound: fc.Arbitrary<Judged> = options.chain((order) =>
  fc.record({
    state: fc.constantFrom<RoundState>('claimed', 'sending', 'open', 'closed', 'failed', 'missed', 'skipped'),
    order: fc.constant(order),
    key: fc.subarray(order, { minLength: 1 }),
    feedback: fc.constantFrom<Feedback>('instant', 'at-close'),
    closesAt: fc.nat(2000),
  }),
)

describe('a choice', () => {
  it.each([
    ['b', 'b', true],
    ['a', 'b', false],
    ['ab', 'ba', true],
    ['ab', 'ac', false],
    ['ab', 'a', false],
    ['a', 'ab', false],
    ['ab', 'aa', false],
    ['a', '', false],
  ])('with the key %s and %s chosen is right: %s', (key, chosen, right) => {
    expect(isRight([...key], [...chosen])).toBe(right)
  })
})

describe('an answer', () => {
  it.each<[string, Partial<Judged>, string | undefined, string, unknown]>([
    ['counts', {}, undefined, 'b', { kind: 'counted', right: true, changed: false }],
    ['counts as wrong', {}, undefined, 'a', { kind: 'counted', right: false, changed: false }],
    ['counts while the post is being confirmed', { state: 'sending' }, undefined, 'b', { kind: 'counted', right: true, changed: false }],
    ['does not replace an earlier one', {}, 'a', 'b', { kind: 'stands', earlier: ['a'], right: false }],
    ['is not judged before the close', { feedback: 'at-close' }, undefined, 'b', { kind: 'counted', right: null, changed: false }],
    ['may be changed before the close', { feedback: 'at-close' }, 'a', 'b', { kind: 'counted', right: null, changed: true }],
    ['is no change in another order', { feedback: 'at-close', key: ['a', 'b'] }, 'ab', 'ba', { kind: 'counted', right: null, changed: false }],
    ['comes too late', { closesAt: 500 }, undefined, 'b', { kind: 'closed' }],
    ['comes after the close', { state: 'closed' }, 'a', 'b', { kind: 'closed' }],
    ['comes to a round that was never posted', { state: 'failed' }, undefined, 'b', { kind: 'not-open' }],
    ['comes before the post', { state: 'claimed' }, undefined, 'b', { kind: 'not-open' }],
    ['names no option', {}, undefined, '', { kind: 'bad-choice', pick: 1 }],
    ['names too many options', {}, undefined, 'ab', { kind: 'bad-choice', pick: 1 }],
    ['names an option twice', { key: ['a', 'b'] }, undefined, 'aa', { kind: 'bad-choice', pick: 2 }],
    ['names an option that is not there', {}, undefined, 'f', { kind: 'bad-choice', pick: 1 }],
  ])('%s', (_, change, earlier, chosen, verdict) => {
    expect(judge(round(change), earlier === undefined ? undefined : [...earlier], [...chosen], 500)).toEqual(verdict)
  })

  it.each<[Feedback, string | undefined, string, unknown]>([
    ['instant', undefined, 'b', { kind: 'counted', right: true, changed: false }],
    ['instant', 'a', 'b', { kind: 'stands', earlier: ['a'], right: false }],
    ['at-close', undefined, 'a', { kind: 'counted', right: false, changed: false }],
    ['at-close', 'a', 'b', { kind: 'counted', right: true, changed: true }],
  ])('given before the close is judged at once if it arrives up to a minute after it (%s)', (feedback, earlier, chosen, verdict) => {
    const late = (arrived: number, at = 999) => judge(round({ state: 'closed', feedback }), earlier === undefined ? undefined : [...earlier], [...chosen], at, arrived)
    expect([late(1000), late(1000 + lateGrace)]).toEqual([verdict, verdict])
    expect([late(999), late(1001 + lateGrace), late(1000, 1000)]).toEqual(Array.from({ length: 3 }, () => ({ kind: 'closed' })))
  })

  it('changes nothing when it comes twice', () => {
    fc.assert(
      fc.property(anyRound, chosenFrom, fc.nat(2000), (round, chosen, at) => {
        const first = judge(round, undefined, chosen, at)
        const again = judge(round, first.kind === 'counted' ? chosen : undefined, chosen, at)
        const stands = first.kind === 'counted' && round.feedback === 'instant'
        expect(again).toEqual(stands ? { kind: 'stands', earlier: chosen, right: first.right } : first)
      }),
    )
  })

  it('gives nothing away before the close where explanations wait for it', () => {
    fc.assert(
      fc.property(anyRound, fc.option(chosenFrom, { nil: undefined }), chosenFrom, fc.nat(2000), (round, earlier, chosen, at) => {
        const verdict = judge({ ...round, feedback: 'at-close' }, earlier, chosen, at)
        expect('right' in verdict ? verdict.right : null).toBeNull()
      }),
    )
  })

  it('counts only in a posted round, before its close, with options that it has', () => {
    fc.assert(
      fc.property(anyRound, chosenFrom, fc.nat(2000), (round, chosen, at) => {
        const distinct = new Set(chosen).size === chosen.length
        const wellFormed = distinct && chosen.length === round.key.length && chosen.every((option) => round.order.includes(option))
        const posted = round.state === 'open' || round.state === 'sending'
        expect(judge(round, undefined, chosen, at).kind === 'counted').toBe(posted && at < round.closesAt && wellFormed)
      }),
    )
  })

  it('is right in any order of its options', () => {
    fc.assert(
      fc.property(anyRound, chosenFrom, (round, chosen) => {
        expect(isRight(round.key, chosen.toReversed())).toBe(isRight(round.key, chosen))
        expect(isRight(round.key, round.key.toReversed())).toBe(true)
      }),
    )
  })
})
