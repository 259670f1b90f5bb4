// Keeps the number of answers under an open question up to date: one edit of the post for many answers.
import { courseOfRound } from '../course/courses.ts'
import type { GroupId } from '../core/quiz.ts'
import type { Round, RoundId } from '../core/round.ts'
import { PostError } from '../platforms/platform.ts'
import { longestTransit } from '../core/sending.ts'
import type { Later, Work } from './work.ts'

export type LiveCount = {
  /** Somebody's first answer to this round counts. */
  counted(round: Round): void
  /** Brings posts up to date that say a wrong number since the last stop. Once, at the start. */
  catchUp(): Promise<void>
  /** Waits for an edit in flight, so that it cannot arrive after the answer is shown. */
  settled(round: RoundId): Promise<void>
  /** Edits what still waits, as far as there is time; the next start brings the rest up to date. Fulfilled soon, whatever the platforms do. */
  stop(): Promise<void>
}

/** Between two edits of one post, in milliseconds. */
const pausePerPost = 5_000
/** Slack allows about 50 edits a minute in a workspace; half of them are left for showing answers. https://docs.slack.dev/apis/web-api/rate-limits */
const pausePerEdit = 2_500

/** Fewer than a platform takes in a second, so that they hold up nothing else for long. */
const mostInFlight = 20

/** In milliseconds, of the 10 s that a stop may take. */
const longestDrain = 2_500
/** At a stop there is no time to spread edits, so this many of one group must do: more would spend what showing answers needs. */
const mostPerGroupAtStop = 10

export function createLiveCount(work: Work, later: Later): LiveCount {
  const waiting = new Map<RoundId, { readonly round: Round; readonly cancel: () => void }>()
  const waitingIn = new Map<GroupId, number>()
  const editing = new Map<RoundId, Promise<void>>()
  const state = { stopped: false }

  async function edit(round: Round): Promise<void> {
    const view = await work.ledger.rounds.view(round.id, round.group, null)
    const message = view?.round.message
    if (view === undefined || message === undefined || message === null) return
    // Not shortly before the close either: an edit that a crash leaves in flight must not arrive after the answer.
    if (view.round.state !== 'open' || work.now() >= view.round.closesAt - longestTransit) return
    const platform = work.platform(round.place)
    if (platform === undefined) return
    const { openPost } = await import('./round-post.ts')
    const extras = await work.ledger.recaps.extrasOf(round.id)
    // While this process hung, another one may have closed the round.
    if (work.ledger.upkeep.fault() !== undefined) return
    await platform.redraw(message, openPost(courseOfRound(work.courses, view.round), view.round, extras, view.answered))
    // Nobody waits for it: if it gets lost, the next start edits the post once more.
    work.ledger.counts.saveShown(round.id, view.answered).catch((fault: unknown) => work.log.debug({ fault, round: round.id }, 'could not save the number of answers shown'))
  }

  function arm(round: Round, atLeast = pausePerPost): void {
    if (state.stopped || waiting.has(round.id)) return
    const others = waitingIn.get(round.group) ?? 0
    waitingIn.set(round.group, others + 1)
    const cancel = later(Math.max(atLeast, pausePerEdit * (others + 1)), () => begin(round))
    waiting.set(round.id, { round, cancel })
  }

  function begin(round: Round): void {
    waiting.delete(round.id)
    const others = (waitingIn.get(round.group) ?? 1) - 1
    if (others > 0) waitingIn.set(round.group, others)
    else waitingIn.delete(round.group)
    if (editing.size >= mostInFlight || editing.has(round.id)) return arm(round)
    void editNow(round)
  }

  /** Never fails. */
  function editNow(round: Round): Promise<void> {
    const edited = edit(round)
      .catch((fault: unknown) => {
        work.log.debug({ fault, round: round.id }, 'could not update the number of answers in a post')
        if (fault instanceof PostError && fault.code === 'busy') arm(round, Math.max(pausePerPost, fault.retryAfter))
      })
      .finally(() => editing.delete(round.id))
    editing.set(round.id, edited)
    return edited
  }

  function counted(round: Round): void {
    // With several options to choose, an edit could undo a choice that somebody is in the middle of.
    if (round.key.length > 1 || work.platform(round.place)?.editsQuietly !== true) return
    arm(round)
  }

  /** Cancels the timers. @returns the rounds to edit before the stop */
  function takeWaiting(): Round[] {
    const rounds = [...waiting.values()].map(({ round }) => round)
    for (const { cancel } of waiting.values()) cancel()
    waiting.clear()
    waitingIn.clear()
    return [...Map.groupBy(rounds, ({ group }) => group).values()].flatMap((ofGroup) => ofGroup.slice(0, mostPerGroupAtStop))
  }

  async function editAll(rounds: Round[], time: { over: boolean }): Promise<void> {
    const worker = async (): Promise<void> => {
      for (let round = rounds.shift(); round !== undefined && !time.over; round = rounds.shift()) {
        await editing.get(round.id)
        await editNow(round)
      }
    }
    await Promise.all(Array.from({ length: mostInFlight }, worker))
  }

  return {
    counted,
    catchUp: async () => (await work.ledger.counts.stale()).forEach(counted),
    settled: async (round) => editing.get(round),
    async stop() {
      state.stopped = true
      const time = { over: false }
      const { promise: timeIsOver, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(resolve, longestDrain)
      await Promise.race([editAll(takeWaiting(), time), timeIsOver])
      time.over = true
      clearTimeout(timer)
    },
  }
}
