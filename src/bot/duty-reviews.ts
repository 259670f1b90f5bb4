// Posts the quarterly reviews of duties that are due, in the channels that want them.
import type { PlaceId } from '../core/quiz.ts'
import { hour, minute, type Instant } from '../core/time.ts'
import type { ReviewAdvice } from '../course/course.ts'
import { matrixServices } from '../course/matrix-services.ts'
import type { Services } from '../features/services.ts'
import type { ClaimedReview } from '../ledger/duties.ts'
import { PostError, type Platform } from '../platforms/platform.ts'

/** At one beat, for each of which a platform may need a second. */
const atOnce = 20

/** After a refusal somebody has to act. While a platform is busy or away nobody does, so it's tried again sooner. */
const afterRefusal = hour
const whileAway = 5 * minute

const mayBeOut = 'The database was restored from a backup, so the bot doesn’t know whether it was posted between the backup and now.'

type Platforms = (place: PlaceId) => Pick<Platform, 'announce' | 'healthy'> | undefined

/** At every beat. A review is claimed before it is posted: after a crash in between a channel may miss one, but never gets one twice. */
export async function postDutyReviews(services: Services, platform: Platforms, now: Instant): Promise<void> {
  const { reviews } = services.course
  if (reviews === undefined) return
  for (const claimed of await services.ledger.duties.claimDue(now, atOnce)) await post(claimed, reviews, { services, platform, now })
}

type Beat = { readonly services: Services; readonly platform: Platforms; readonly now: Instant }

async function post(claimed: ClaimedReview, advice: ReviewAdvice, { services: { course, ledger, log }, platform, now }: Beat): Promise<void> {
  const { place, quarter } = claimed
  const unsure = ledger.upkeep.unsure()
  if (unsure?.restored === true && claimed.dueAt < unsure.before) return ledger.duties.noteProblem(claimed, mayBeOut)
  const there = platform(place)
  if (there === undefined || !there.healthy()) return ledger.duties.giveBack(claimed, now + whileAway, null)
  try {
    const { dutiesPost } = await import('../features/duties/duties-post.ts')
    await there.announce(place, dutiesPost(advice, matrixServices(course)), `duties ${quarter}`)
  } catch (fault) {
    log.warn({ fault, place, quarter }, 'could not post a review of duties')
    if (!(fault instanceof PostError)) return ledger.duties.noteProblem(claimed, 'Something went wrong in the bot. Its log says what.')
    switch (fault.code) {
      case 'refused':
        return ledger.duties.giveBack(claimed, now + afterRefusal, fault.message)
      case 'busy':
        return ledger.duties.giveBack(claimed, now + Math.max(whileAway, fault.retryAfter), null)
      case 'unclear':
        return ledger.duties.noteProblem(claimed, fault.message)
    }
  }
}
