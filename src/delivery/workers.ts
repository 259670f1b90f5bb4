// Handles many waiting rounds at once, each round once at a time, and lets no group hold up another.
import type { GroupId } from '../core/quiz.ts'
import type { Round, RoundId } from '../core/round.ts'
import type { Instant } from '../core/time.ts'
import { createFairShare } from './fair-share.ts'

export type Workers = {
  /** Fulfilled when nothing is left that can be started now; what is under way may go on. Calls may overlap. */
  runAll(): Promise<void>
  /** Whether rounds are being started. */
  running(): boolean
  /** The platform asked to wait with this round until then, and perhaps with all of its group. */
  asked(round: Round, until: Instant): void
  /** Fulfilled when nothing is under way. */
  idle(): Promise<void>
  /** Starts nothing more. */
  stop(): void
}

type Task<Item> = {
  /** What waits, fairly over the groups. */
  readonly list: (limit: number) => Promise<readonly Item[]>
  readonly step: (item: Item) => Promise<void>
  /** A step failed; it holds up no other. */
  readonly failed: (fault: unknown, round: Round) => void
  readonly now: () => Instant
}

/** A channel that does not answer occupies one of these. After a crash at most this many posts have to be looked for. */
const mostInFlight = 100
/** Small enough that a list is not stale before its end, large enough that the ledger is not asked all the time. */
const pageSize = 500
/** This many must have been started before another list is worth its cost. */
const startedPerPage = 10

export function createWorkers<Item extends { readonly round: Round }>({ list, step, failed, now }: Task<Item>): Workers {
  const share = createFairShare(now)
  const inFlight = new Map<RoundId, Promise<void>>()
  let freed = Promise.withResolvers<void>()
  let run: Promise<void> | undefined
  /** `again`: something may have changed since the list was made. */
  const state = { again: false, stopped: false }

  function start(item: Item): void {
    const { id, group } = item.round
    share.begin(group)
    const done = step(item)
      .catch((fault: unknown) => failed(fault, item.round))
      .finally(() => {
        inFlight.delete(id)
        share.end(group)
        wake()
      })
    inFlight.set(id, done)
  }

  function wake(): void {
    freed.resolve()
    freed = Promise.withResolvers()
  }

  /** Starts what can be started now. @returns what waits for a free worker; groups that have to wait are left for another time */
  function startSome(waiting: readonly Item[], { started, served }: Progress): readonly Item[] {
    return waiting.filter((item) => {
      const { id, group } = item.round
      const room = share.look(group)
      if (room === 'resting') return false
      if (room === 'full' || inFlight.size >= mostInFlight) return true
      started.add(id)
      served.set(group, (served.get(group) ?? 0) + 1)
      start(item)
      return false
    })
  }

  async function runPages(): Promise<void> {
    const progress: Progress = { started: new Set(), served: new Map() }
    const { started } = progress
    /** Already handled in this run but still listed: they may not hide what comes after them. */
    let stuck = 0
    try {
      while (!state.stopped) {
        if (state.again) started.clear()
        state.again = false
        // A round in flight before it was listed may have moved on since: what the list says of it is stale.
        const before = new Set(inFlight.keys())
        const found = await list(pageSize + before.size + stuck)
        stuck = found.filter(({ round }) => started.has(round.id)).length
        const fresh = found.filter(({ round }) => !before.has(round.id) && !started.has(round.id))
        if (!(await runPage(fresh, progress))) return
      }
    } finally {
      run = undefined
    }
  }

  /** @returns whether another page may have more */
  async function runPage(fresh: readonly Item[], progress: Progress): Promise<boolean> {
    const { started } = progress
    const before = started.size
    let waiting = startSome(leastServedFirst(fresh, progress), progress)
    if (waiting.length === 0 && started.size === before && !state.again) return false
    while (waiting.length > 0 && !state.again && !state.stopped) {
      // With workers free, only groups without room are left: the next page may have more of the others.
      if (inFlight.size < mostInFlight && started.size >= before + startedPerPage && countGroups(waiting) < countGroups(fresh)) break
      await freed.promise
      waiting = startSome(waiting, progress)
    }
    return true
  }

  return {
    runAll() {
      state.again = true
      wake()
      run ??= runPages()
      return run
    },
    running: () => run !== undefined,
    asked: share.asked,
    idle: async () => {
      await Promise.all(inFlight.values())
    },
    stop() {
      state.stopped = true
      wake()
    },
  }
}

const countGroups = (items: readonly { readonly round: Round }[]) => new Set(items.map(({ round }) => round.group)).size

/** What one run has started, and how many of each group. */
type Progress = { readonly started: Set<RoundId>; readonly served: Map<GroupId, number> }

/**
 * A list shows what is left of each group, not what it has had: groups that were served least come first. A full page has
 * more behind it, so its last fifth, of the groups that were served most, is left for the next page.
 */
function leastServedFirst<Item extends { readonly round: Round }>(fresh: readonly Item[], { served }: Progress): readonly Item[] {
  const ahead = new Map(served)
  const numbered = fresh.map((item) => {
    const place = ahead.get(item.round.group) ?? 0
    ahead.set(item.round.group, place + 1)
    return { item, place }
  })
  const ordered = numbered.sort((a, b) => a.place - b.place).map(({ item }) => item)
  return fresh.length < pageSize ? ordered : ordered.slice(0, pageSize * 0.8)
}
