// What was asked to wait is taken up again at its moment, not only at the next beat.
import { expect, it } from 'vitest'
import { createTimers } from '../../src/delivery/timers.ts'

function open(now = 10_000) {
  const set: { readonly after: number; readonly run: () => void; cancelled: boolean }[] = []
  let woken = 0
  const timers = createTimers(
    (after, run) => {
      const timer = { after, run, cancelled: false }
      set.push(timer)
      return () => void (timer.cancelled = true)
    },
    () => now,
    () => void (woken += 1),
  )
  return { timers, set, woken: () => woken }
}

it('wakes at the next half second, never before the moment', () => {
  const { timers, set } = open()
  timers.at(12_000)
  timers.at(12_001)
  expect(set.map(({ after }) => after)).toEqual([2_000, 2_500])
})

it('wakes at once for a moment that is over', () => {
  const { timers, set } = open()
  timers.at(3_000)
  expect(set.map(({ after }) => after)).toEqual([0])
})

it('wakes once for moments that are close, and again for one that is asked for later', () => {
  const { timers, set, woken } = open()
  timers.at(12_001)
  timers.at(12_400)
  expect(set).toHaveLength(1)
  set[0]?.run()
  expect(woken()).toBe(1)
  timers.at(12_300)
  expect(set).toHaveLength(2)
})

it('wakes nobody after a stop', () => {
  const { timers, set } = open()
  timers.at(12_000)
  timers.stop()
  timers.at(13_000)
  expect(set.map(({ cancelled }) => cancelled)).toEqual([true])
})
