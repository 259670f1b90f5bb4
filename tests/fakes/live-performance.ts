// For code that measures silence by `performance.now()`: a machine that gives this process no turn for a while makes no silence.
import { onTestFinished } from 'vitest'
import { livedTime } from './lived-time.ts'

/** Until the test is over, `performance.now()` counts lived time. */
export function livePerformance(): void {
  const { now } = performance
  performance.now = livedTime
  onTestFinished(() => void (performance.now = now))
}
