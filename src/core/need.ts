// How much somebody needs to be asked something again.
import { isDue, recall, type Memory } from './memory.ts'
import type { LocalDate } from './time.ts'

/**
 * What is due comes before what is new, and that before what is still remembered; the more likely forgotten, the more. Tens set the three
 * apart, so a caller can add something smaller of its own.
 */
export function needOf(memory: Memory | undefined, day: LocalDate): number {
  if (memory === undefined) return 20
  const forgotten = 1 - recall(memory, day)
  return isDue(memory, day) ? 40 + forgotten : forgotten
}
