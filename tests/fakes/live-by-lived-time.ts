// For code that gives up after a while: a machine that gives this process no turn for that long makes no silence and no lost request.
import { onTestFinished } from 'vitest'
import { livedTime } from './lived-time.ts'

/** Shorter waits are pauses, and nobody gives up after them. */
const shortest = 100

/** Until the test is over, `performance.now()` counts lived time, and `setTimeout` waits until that much was lived through. */
export function liveByLivedTime(): void {
  const { now } = performance
  if (now === livedTime) return
  const { setTimeout: begin } = globalThis
  const later = (run: (...args: unknown[]) => void, wait = 0, ...args: unknown[]): NodeJS.Timeout => {
    if (wait < shortest) return begin(run, wait, ...args)
    const end = livedTime() + wait
    const timer: NodeJS.Timeout = begin(() => {
      if (livedTime() < end - shortest / 2) timer.refresh()
      else run(...args)
    }, wait)
    return timer
  }
  performance.now = livedTime
  globalThis.setTimeout = Object.defineProperties(later, Object.getOwnPropertyDescriptors(begin)) as typeof setTimeout
  onTestFinished(() => {
    performance.now = now
    globalThis.setTimeout = begin
  })
}
