// Posts the final boards of weeks and seasons, in the channels that want them, and keeps what they show up to date.
import type { PlaceId } from '../core/quiz.ts'
import { hour, minute, type Instant } from '../core/time.ts'
import type { Services } from '../features/services.ts'
import type { ClaimedFinal, PostedFinal } from '../ledger/final-boards.ts'
import type { Unsure } from '../ledger/upkeep.ts'
import { PostError, type Platform } from '../platforms/platform.ts'

/** At one beat, for each of which a platform may need a second. */
const atOnce = 20

/** After a refusal somebody has to act. While a platform is busy or away nobody does, so it's tried again sooner. */
const afterRefusal = hour
const whileAway = 5 * minute

type Platforms = (place: PlaceId) => Pick<Platform, 'announce' | 'healthy' | 'redraw' | 'editsQuietly' | 'shared'> | undefined
type Beat = { readonly services: Services; readonly platform: Platforms; readonly now: Instant }

/** At every beat. A board is claimed before it is posted: after a crash in between a channel may miss one, but never gets one twice. */
export async function postFinalBoards(services: Services, platform: Platforms, now: Instant): Promise<void> {
  const beat = { services, platform, now }
  for (const claimed of await services.ledger.finalBoards.claimDue(now, atOnce)) await post(claimed, beat)
  for (const posted of await services.ledger.finalBoards.stale(atOnce)) await drawAgain(posted, beat)
}

/** A ledger that was restored does not know what it has posted since the backup, and none what another process posts. */
const mayBeOut = (unsure: Unsure | null, at: Instant, platform: Pick<Platform, 'shared'>) => platform.shared?.() === true || (unsure?.restored === true && at < unsure.before)

async function post(claimed: ClaimedFinal, { services, platform, now }: Beat): Promise<void> {
  const { ledger, log } = services
  const { place, ending, dueAt } = claimed
  const there = platform(place)
  if (there === undefined || !there.healthy()) return ledger.finalBoards.giveBack(claimed, now + whileAway, null)
  if (mayBeOut(ledger.upkeep.unsure(), dueAt, there)) return ledger.finalBoards.noteProblem(claimed, 'It may have been posted before, so it wasn’t posted again.')
  try {
    const { finalScreen } = await import('../features/final-board/final-post.ts')
    const screen = await finalScreen(place, ending, ledger)
    if (screen === undefined) return
    await ledger.finalBoards.notePosted(claimed, await there.announce(place, screen, `final ${ending.from} ${ending.to}`))
  } catch (fault) {
    log.warn({ fault, place, ending: ending.to }, 'could not post a final board')
    if (!(fault instanceof PostError)) return ledger.finalBoards.noteProblem(claimed, 'Something went wrong in the bot. Its log says what.')
    switch (fault.code) {
      case 'refused':
        return ledger.finalBoards.giveBack(claimed, now + afterRefusal, fault.message)
      case 'busy':
        return ledger.finalBoards.giveBack(claimed, now + Math.max(whileAway, fault.retryAfter), null)
      case 'unclear':
        return ledger.finalBoards.noteProblem(claimed, fault.message)
    }
  }
}

/** The next beat tries again what a platform cannot take now. */
async function drawAgain(posted: PostedFinal, { services, platform }: Beat): Promise<void> {
  const { ledger, log } = services
  const { place, ending, message } = posted
  const there = platform(place)
  if (there === undefined || !there.healthy()) return
  try {
    const { finalScreen, withoutBoard } = await import('../features/final-board/final-post.ts')
    const screen = (await finalScreen(place, ending, ledger)) ?? withoutBoard(ending)
    if (there.editsQuietly) await there.redraw(message, screen)
  } catch (fault) {
    log.warn({ fault, place, ending: ending.to }, 'could not update a final board')
    if (fault instanceof PostError && fault.code !== 'refused') return
  }
  await ledger.finalBoards.markDrawn(posted)
}
