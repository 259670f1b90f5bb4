// Keeps the number of answers under an open question up to date: one edit of the post for many answers.
import type { GroupId } from '../core/quiz.ts'
import type { Round, RoundId } from '../core/round.ts'
import { longestTransit } from '../core/sending.ts'
import { openPost } from './round-post.ts'
import type { Later, Work } from './work.ts'

export type LiveCount = {
  /** Somebody's first answer to this round counts. */
  counted(round: Round): void
  /** Waits for an edit in flight, so that it cannot arrive after the answer is shown. */
  settled(round: RoundId): Promise<void>
  stop(): void
}

/** Between two edits of one post, in milliseconds. */
const pausePerPost = 5_000
/** Slack allows about 50 edits a minute in a workspace; half of them are left for showing answers. https://docs.slack.dev/apis/web-api/rate-limits */
const pausePerEdit = 2_500

/** Fewer than a platform takes in a second, so that they hold up nothing else for long. */
const mostInFlight = 20

export function createLiveCount(work: Work, later: Later): LiveCount {
  const waiting = new Map<RoundId, () => void>()
  const waitingIn = new Map<GroupId, number>()
  const editing = new Map<RoundId, Promise<void>>()

  async function edit(round: Round): Promise<void> {
    const view = await work.ledger.rounds.view(round.id, round.group, null)
    const message = view?.round.message
    if (view === undefined || message === undefined || message === null) return
    // Not shortly before the close either: an edit that a crash leaves in flight must not arrive after the answer.
    if (view.round.state !== 'open' || work.now() >= view.round.closesAt - longestTransit) return
    await work.platform(round.place)?.redraw(message, openPost(work.course, view.round, view.answered))
  }

  function arm(round: Round): void {
    const others = waitingIn.get(round.group) ?? 0
    waitingIn.set(round.group, others + 1)
    waiting.set(round.id, later(Math.max(pausePerPost, pausePerEdit * (others + 1)), () => begin(round)))
  }

  function begin(round: Round): void {
    waiting.delete(round.id)
    const others = (waitingIn.get(round.group) ?? 1) - 1
    if (others > 0) waitingIn.set(round.group, others)
    else waitingIn.delete(round.group)
    if (editing.size >= mostInFlight || editing.has(round.id)) return arm(round)
    const edited = edit(round)
      .catch((fault: unknown) => work.log.debug({ fault, round: round.id }, 'a count was not brought up to date'))
      .finally(() => editing.delete(round.id))
    editing.set(round.id, edited)
  }

  return {
    counted(round) {
      // With several options to choose, an edit could undo a choice that somebody is in the middle of.
      if (round.key.length > 1 || waiting.has(round.id) || work.platform(round.place)?.editsQuietly !== true) return
      arm(round)
    },
    settled: async (round) => editing.get(round),
    stop() {
      for (const cancel of waiting.values()) cancel()
      waiting.clear()
      waitingIn.clear()
    },
  }
}
