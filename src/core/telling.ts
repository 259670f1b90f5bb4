// How often the bot tries to tell managers that something went wrong.
import { hour, minute, type Instant } from './time.ts'

const firstPause = 10 * minute
const longestPause = 4 * hour
/** Half a day in all. After that an owner or admin is told instead. */
const mostTries = 8

/** While a platform answers no call, it is left alone for this long: the next beat asks it again. */
export const retryWhileSilent = minute / 2

/** While nobody at all can be told, it is tried this often: what nobody heard stays news. */
export const retryForever = longestPause

/**
 * When to try again after nobody could be reached; null: never.
 *
 * @param tried how often it was tried, this time included
 */
export function nextTry(tried: number, now: Instant): Instant | null {
  if (tried >= mostTries) return null
  return now + Math.min(firstPause * 2 ** (tried - 1), longestPause)
}
