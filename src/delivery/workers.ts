// The hands of the delivery: rounds that wait are taken up many at a time, each once, and no group holds up another.
import type { GroupId } from '../core/quiz.ts'
import type { Round, RoundId } from '../core/round.ts'
import type { Instant } from '../core/time.ts'
import { createFairShare } from './fair-share.ts'

export type Workers = {
  /** Fulfilled when nothing is left that can be taken up now; what is in hand then may go on. Calls may overlap. */
  takeAll(): Promise<void>
  /** Whether rounds are being taken up. */
  busy(): boolean
  /** The platform asked to wait with this round until then, and perhaps with all of its group. */
  asked(round: Round, until: Instant): void
  /** Fulfilled when nothing is in hand. */
  idle(): Promise<void>
  /** Takes up nothing more. */
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

/** A channel that does not answer keeps one of these and no more. After a crash so many posts have to be looked for at most. */
const hands = 100
/** Few enough that a list is not old before its end, and enough that the ledger is not asked all the time. */
const listed = 500
/** So many must have been taken up before another list is worth its making. */
const worthwhile = 10

export function createWorkers<Item extends { readonly round: Round }>({ list, step, failed, now }: Task<Item>): Workers {
  const turns = createFairShare(now)
  const inHand = new Map<RoundId, Promise<void>>()
  let freed = Promise.withResolvers<void>()
  let running: Promise<void> | undefined
  /** `again`: something may have changed since the list was made. */
  const told = { again: false, stopped: false }

  function take(item: Item): void {
    const { id, group } = item.round
    turns.begin(group)
    const done = step(item)
      .catch((fault: unknown) => failed(fault, item.round))
      .finally(() => {
        inHand.delete(id)
        turns.end(group)
        wake()
      })
    inHand.set(id, done)
  }

  function wake(): void {
    freed.resolve()
    freed = Promise.withResolvers()
  }

  /** Takes up what can be taken up now. @returns what waits for a free hand; whose group rests is left for another time */
  function takeSome(waiting: readonly Item[], { taken, served }: Taken): readonly Item[] {
    return waiting.filter((item) => {
      const { id, group } = item.round
      const turn = turns.look(group)
      if (turn === 'resting') return false
      if (turn === 'full' || inHand.size >= hands) return true
      taken.add(id)
      served.set(group, (served.get(group) ?? 0) + 1)
      take(item)
      return false
    })
  }

  async function run(): Promise<void> {
    const all: Taken = { taken: new Set(), served: new Map() }
    const { taken } = all
    /** Those that were handled and stand on the list all the same: they may not hide what comes after them. */
    let stuck = 0
    try {
      while (!told.stopped) {
        if (told.again) taken.clear()
        told.again = false
        // A round that was in hand before it was listed may have moved on since: what the list says of it is old.
        const before = new Set(inHand.keys())
        const found = await list(listed + before.size + stuck)
        stuck = found.filter(({ round }) => taken.has(round.id)).length
        const taking = taken.size
        const fresh = found.filter(({ round }) => !before.has(round.id) && !taken.has(round.id))
        let waiting = takeSome(inTurn(fresh, all), all)
        if (waiting.length === 0 && taken.size === taking && !told.again) return
        while (waiting.length > 0 && !told.again && !told.stopped) {
          // With hands free, only groups are left that have no room: the next list may have more of the others.
          if (inHand.size < hands && taken.size >= taking + worthwhile && groupsOf(waiting) < groupsOf(fresh)) break
          await freed.promise
          waiting = takeSome(waiting, all)
        }
      }
    } finally {
      running = undefined
    }
  }

  return {
    takeAll() {
      told.again = true
      wake()
      running ??= run()
      return running
    },
    busy: () => running !== undefined,
    asked: turns.asked,
    idle: async () => {
      await Promise.all(inHand.values())
    },
    stop() {
      told.stopped = true
      wake()
    },
  }
}

const groupsOf = (items: readonly { readonly round: Round }[]) => new Set(items.map(({ round }) => round.group)).size

/** What one run has taken up, and how many of each group. */
type Taken = { readonly taken: Set<RoundId>; readonly served: Map<GroupId, number> }

/**
 * A list knows what is left of each group and not what it has had, so whoever was served least comes first; and of a full list
 * whoever is ahead waits for the next one.
 */
function inTurn<Item extends { readonly round: Round }>(fresh: readonly Item[], { served }: Taken): readonly Item[] {
  const ahead = new Map(served)
  const turns = fresh.map((item) => {
    const turn = ahead.get(item.round.group) ?? 0
    ahead.set(item.round.group, turn + 1)
    return { item, turn }
  })
  const ordered = turns.sort((a, b) => a.turn - b.turn).map(({ item }) => item)
  return fresh.length < listed ? ordered : ordered.slice(0, listed * 0.8)
}
