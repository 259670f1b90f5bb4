// Posts what channels get unasked, and once each, and keeps what such posts show up to date.
import type { EventId, PlaceId } from '../core/quiz.ts'
import { hour, minute, type Instant } from '../core/time.ts'
import { mayBeOut } from '../delivery/may-be-out.ts'
import type { Services } from '../features/services.ts'
import type { ClaimedPost, DrawnPost, DrawnPosts, PostsOnce } from '../ledger/posts-once.ts'
import { PostError, type Platform } from '../platforms/platform.ts'
import type { Screen } from '../screens/screen.ts'

/** At one beat, for each of which a platform may need a second. */
const atOnce = 20

/** After a refusal somebody has to act. While a platform is busy or away nobody does, so it's tried again sooner. */
const afterRefusal = hour
const whileAway = 5 * minute

const notConnected = 'The bot isn’t connected to this channel’s platform.'
const restored = 'The database was restored from a backup, so the bot doesn’t know whether it was posted between the backup and now.'
const shared = 'Another bot seems to use the same token, so it may have been posted by that one.'
const inLog = 'Something went wrong in the bot. Its log says what.'

/** `platform`: of a channel; undefined if it does not run. */
export type Beat<Use extends keyof Platform> = {
  readonly services: Pick<Services, 'ledger' | 'log'>
  readonly platform: (place: PlaceId) => Pick<Platform, Use> | undefined
  readonly now: Instant
}

type Posting = Beat<'announce' | 'healthy' | 'shared'>
type Drawing = Beat<'redraw' | 'healthy' | 'editsQuietly'>

/** `what`: for the log. `screen`: undefined where there is nothing to post. */
type Kind<Claimed extends ClaimedPost> = {
  readonly what: string
  readonly posts: PostsOnce<Claimed>
  readonly event: (claimed: Claimed) => EventId
  readonly screen: (claimed: Claimed) => Promise<Screen | undefined>
}

/** At every beat. Each is claimed before it is posted: after a crash in between a channel may miss one, but never gets one twice. */
export async function postOnce<Claimed extends ClaimedPost>(kind: Kind<Claimed>, beat: Posting): Promise<void> {
  for (const claimed of await kind.posts.claimDue(beat.now, atOnce)) await post(claimed, kind, beat)
}

async function post<Claimed extends ClaimedPost>(claimed: Claimed, { what, posts, event, screen }: Kind<Claimed>, { services: { ledger, log }, platform, now }: Posting): Promise<void> {
  const { place, dueAt } = claimed
  const there = platform(place)
  if (there === undefined || !there.healthy()) return posts.giveBack(claimed, now + whileAway, notConnected)
  if (mayBeOut(ledger, dueAt, there)) return posts.noteProblem(claimed, there.shared?.() === true ? shared : restored)
  try {
    const shown = await screen(claimed)
    await posts.notePosted(claimed, shown === undefined ? null : await there.announce(place, shown, event(claimed)))
  } catch (fault) {
    log.warn({ fault, place, event: event(claimed) }, `could not post ${what}`)
    if (!(fault instanceof PostError)) return posts.noteProblem(claimed, inLog)
    switch (fault.code) {
      case 'refused':
        return posts.giveBack(claimed, now + afterRefusal, fault.message)
      case 'busy':
        return posts.giveBack(claimed, now + Math.max(whileAway, fault.retryAfter), fault.message)
      case 'unclear':
        return posts.noteProblem(claimed, fault.message)
    }
  }
}

/** `screen`: undefined where the post may stay as it is. */
type DrawnKind<Posted extends DrawnPost> = { readonly what: string; readonly posts: DrawnPosts<Posted>; readonly screen: (posted: Posted) => Promise<Screen | undefined> }

/** At every beat. */
export async function drawAgain<Posted extends DrawnPost>({ what, posts, screen }: DrawnKind<Posted>, { services: { log }, platform }: Drawing): Promise<void> {
  for (const posted of await posts.stale(atOnce)) {
    const { place, message } = posted
    const there = platform(place)
    if (there === undefined || !there.healthy()) continue
    try {
      const shown = await screen(posted)
      if (shown !== undefined && there.editsQuietly) await there.redraw(message, shown)
    } catch (fault) {
      log.warn({ fault, place, message }, `could not update ${what}`)
      // The next beat tries again what a platform cannot take now.
      if (fault instanceof PostError && fault.code !== 'refused') continue
    }
    await posts.markDrawn(posted)
  }
}
