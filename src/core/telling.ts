// How long somebody is tried to be told that a round was not held.
import { hour, minute, type Instant } from './time.ts'

const firstPause = 10 * minute
const longestPause = 4 * hour
/** Half a day in all. After that the status shows it to whoever asks. */
const mostTries = 8

/**
 * When to try again after nobody could be reached; null: never.
 *
 * @param tried how often it was tried, this time included
 * @param managers how many people could be told
 */
export function nextTry(tried: number, managers: number, now: Instant): Instant | null {
  if (managers === 0 || tried >= mostTries) return null
  return now + Math.min(firstPause * 2 ** (tried - 1), longestPause)
}
