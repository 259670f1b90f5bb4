// How many posts of one workspace are under way at once, and what a workspace that is asked to wait may do.
import { describe, expect, it } from 'vitest'
import type { Round } from '../../src/core/round.ts'
import { createFairShare, type FairShare } from '../../src/delivery/fair-share.ts'

const roundOf = (group: string, number: number) => ({ id: `${group} ${number}`, group, place: `${group}/${number}` }) as Round

function open() {
  const clock = { now: 1_000 }
  return { clock, share: createFairShare(() => clock.now) }
}

/** Begins as many as may be under way, and says how many that were. */
function fill(share: FairShare, group: string): number {
  let begun = 0
  while (share.look(group) === 'free' && begun < 1_000) {
    share.begin(group)
    begun += 1
  }
  return begun
}

function drain(share: FairShare, group: string, count: number): void {
  for (let ended = 0; ended < count; ended += 1) share.end(group)
}

describe('a workspace', () => {
  it('begins with eight posts at once, whatever the others do', () => {
    const { share } = open()
    expect([fill(share, 'one'), share.look('one'), share.look('two'), fill(share, 'two')]).toEqual([8, 'full', 'free', 8])
  })

  it('gets a little more room with each that gets through, up to a third of all', () => {
    const { share } = open()
    const rooms = Array.from({ length: 6 }, () => {
      const room = fill(share, 'one')
      drain(share, 'one', room)
      return room
    })
    expect(rooms).toEqual([8, 8, 9, 10, 11, 12])
    for (let more = 0; more < 60; more += 1) drain(share, 'one', fill(share, 'one'))
    expect(fill(share, 'one')).toBe(32)
  })
})

describe('a workspace that is asked to wait', () => {
  it('goes on after the first, which may mean one channel, and rests after a second', () => {
    const { share, clock } = open()
    share.asked(roundOf('one', 1), 2_000)
    share.asked(roundOf('one', 1), 2_000)
    expect(share.look('one')).toBe('free')
    share.asked(roundOf('one', 2), 3_000)
    expect([share.look('one'), share.look('two')]).toEqual(['resting', 'free'])
    clock.now = 2_999
    expect(share.look('one')).toBe('resting')
    clock.now = 3_000
    expect(share.look('one')).toBe('free')
  })

  it('rests until the latest moment that it was asked for', () => {
    const { share, clock } = open()
    share.asked(roundOf('one', 1), 9_000)
    share.asked(roundOf('one', 2), 3_000)
    share.asked(roundOf('one', 3), 4_000)
    clock.now = 8_999
    expect(share.look('one')).toBe('resting')
    clock.now = 9_000
    expect(share.look('one')).toBe('free')
  })

  it('halves its room once for all that are refused together', () => {
    const { share, clock } = open()
    fill(share, 'one')
    for (let number = 1; number <= 6; number += 1) share.asked(roundOf('one', number), 2_000)
    drain(share, 'one', 8)
    clock.now = 2_000
    expect(fill(share, 'one')).toBe(4)
  })

  it('always keeps room for one', () => {
    const { share, clock } = open()
    for (let time = 0; time < 5; time += 1) {
      share.asked(roundOf('one', 1), clock.now + 100)
      share.asked(roundOf('one', 2), clock.now + 100)
      clock.now += 100
    }
    expect(fill(share, 'one')).toBe(1)
  })

  it('gets no more room from what ends while it rests', () => {
    const { share, clock } = open()
    for (let time = 0; time < 3; time += 1) {
      share.asked(roundOf('one', 1), clock.now + 100)
      share.asked(roundOf('one', 2), clock.now + 100)
      if (time < 2) clock.now += 100
    }
    for (let ended = 0; ended < 5; ended += 1) {
      share.begin('one')
      share.end('one')
    }
    clock.now += 100
    expect(fill(share, 'one')).toBe(1)
  })

  it('forgets the first request once its time is over', () => {
    const { share, clock } = open()
    share.asked(roundOf('one', 1), 2_000)
    clock.now = 2_000
    share.asked(roundOf('one', 2), 3_000)
    expect(share.look('one')).toBe('free')
  })

  it('does not rest longer because the clock was set back', () => {
    const { share, clock } = open()
    share.asked(roundOf('one', 1), 2_000)
    share.asked(roundOf('one', 2), 2_000)
    clock.now = 500
    expect(share.look('one')).toBe('free')
  })
})
