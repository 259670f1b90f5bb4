// Reports: what people say is wrong with a question, and when its managers hear of it.
import { day, hour, minute, type Instant } from './time.ts'

export const reportKinds = ['wrong', 'unclear', 'typo', 'outdated'] as const
export type ReportKind = (typeof reportKinds)[number]

export type Settled = 'done' | 'dismissed'

export const longestReport = 280

/** Somebody who reports more than this in a day is told to wait. */
export const mostReports = 10
export const reportsCountedFor = day

/** Words that follow a press within this time are about the same question. */
export const wordsFollowWithin = 10 * minute

/** What comes within this time comes in one message, and the next message not before the other has passed. */
const [collectedFor, restAfter] = [10 * minute, 12 * hour]

/** @param lastTold when the managers last heard of reports; null: never */
export const tellReportsAt = (now: Instant, lastTold: Instant | null): Instant => Math.max(now + collectedFor, (lastTold ?? -Infinity) + restAfter)
