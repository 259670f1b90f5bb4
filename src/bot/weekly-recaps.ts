// Posts the recaps of weeks that are due, in the channels that want them, and keeps what they show up to date.
import type { PlaceId } from '../core/quiz.ts'
import { hour, minute, type Instant } from '../core/time.ts'
import type { Services } from '../features/services.ts'
import type { Unsure } from '../ledger/upkeep.ts'
import type { ClaimedWeek, PostedWeek } from '../ledger/weekly.ts'
import { PostError, type Platform } from '../platforms/platform.ts'

/** At one beat, for each of which a platform may need a second. */
const atOnce = 20

/** After a refusal somebody has to act. While a platform is busy or away nobody does, so it's tried again sooner. */
const afterRefusal = hour
const whileAway = 5 * minute

type Platforms = (place: PlaceId) => Pick<Platform, 'announce' | 'healthy' | 'redraw' | 'editsQuietly' | 'shared'> | undefined
type Beat = { readonly services: Services; readonly platform: Platforms; readonly now: Instant }

/** At every beat. A recap is claimed before it is posted: after a crash in between a channel may miss one, but never gets one twice. */
export async function postWeeklyRecaps(services: Services, platform: Platforms, now: Instant): Promise<void> {
  const beat = { services, platform, now }
  for (const claimed of await services.ledger.weekly.claimDue(now, atOnce)) await post(claimed, beat)
  for (const posted of await services.ledger.weekly.stale(atOnce)) await drawAgain(posted, beat)
}

/** A ledger that was restored does not know what it has posted since the backup, and none what another process posts. */
const mayBeOut = (unsure: Unsure | null, at: Instant, platform: Pick<Platform, 'shared'>) => platform.shared?.() === true || (unsure?.restored === true && at < unsure.before)

const inLog = 'Something went wrong in the bot. Its log says what.'

async function post(claimed: ClaimedWeek, { services, platform, now }: Beat): Promise<void> {
  const { ledger, log } = services
  const { place, week } = claimed
  const there = platform(place)
  if (there === undefined || !there.healthy()) return ledger.weekly.giveBack(claimed, now + whileAway, null)
  if (mayBeOut(ledger.upkeep.unsure(), claimed.at, there)) return ledger.weekly.noteProblem(claimed, 'It may have been posted before, so it wasn’t posted again.')
  try {
    const { weekScreen } = await import('../features/weekly/week-post.ts')
    const screen = await weekScreen(place, week, services)
    if (screen === undefined) return
    await ledger.weekly.notePosted(claimed, await there.announce(place, screen, `weekly ${week}`))
  } catch (fault) {
    log.warn({ fault, place, week }, 'could not post the recap of a week')
    if (!(fault instanceof PostError)) return ledger.weekly.noteProblem(claimed, inLog)
    switch (fault.code) {
      case 'refused':
        return ledger.weekly.giveBack(claimed, now + afterRefusal, fault.message)
      case 'busy':
        return ledger.weekly.giveBack(claimed, now + Math.max(whileAway, fault.retryAfter), null)
      case 'unclear':
        return ledger.weekly.noteProblem(claimed, fault.message)
    }
  }
}

/** The next beat tries again what a platform cannot take now. */
async function drawAgain(posted: PostedWeek, { services, platform }: Beat): Promise<void> {
  const { ledger, log } = services
  const { place, week, message } = posted
  const there = platform(place)
  if (there === undefined || !there.healthy()) return
  try {
    const { weekScreen } = await import('../features/weekly/week-post.ts')
    const screen = await weekScreen(place, week, services)
    if (screen !== undefined && there.editsQuietly) await there.redraw(message, screen)
  } catch (fault) {
    log.warn({ fault, place, week }, 'could not update the recap of a week')
    if (fault instanceof PostError && fault.code !== 'refused') return
  }
  await ledger.weekly.markDrawn(posted)
}
