// Which of many waiting rounds the workers start, in what order, and when they ask the ledger for more of them.
import { describe, expect, it } from 'vitest'
import type { Round } from '../../src/core/round.ts'
import { createWorkers } from '../../src/delivery/workers.ts'

type Waiting = { readonly round: Round }

/** So many rounds of a group, one after the other. */
const roundsOf = (group: string, count: number): Round[] => Array.from({ length: count }, (_, number) => ({ id: `${group} ${number}`, group, place: `${group}/${number}` }) as Round)
/** Groups with names of their own, each with so many rounds; all rounds of a group stand together. */
const groupsOf = (name: string, groups: number, count: number): Round[] => Array.from({ length: groups }, (_, number) => roundsOf(`${name}${number}`, count)).flat()

const soon = () => new Promise<void>((resolve) => setImmediate(resolve))
const settled = async () => {
  for (let turn = 0; turn < 50; turn += 1) await soon()
}

/** A ledger that lists these rounds in their order until a step has handled them. */
function open(rounds: readonly Round[], step: (round: Round) => Promise<void> = soon) {
  const waiting = [...rounds]
  const started: Round[] = []
  const inFlight: Round[] = []
  /** Of each list: how many were asked for, and how many had been started by then. */
  const lists: { readonly limit: number; readonly started: number }[] = []
  const remove = (from: Round[], round: Round) => void from.splice(from.indexOf(round), 1)
  const listed: { run: () => void } = { run: () => undefined }
  const workers = createWorkers<Waiting>({
    list: async (limit) => {
      lists.push({ limit, started: started.length })
      listed.run()
      return waiting.slice(0, limit).map((round) => ({ round }))
    },
    step: async ({ round }) => {
      started.push(round)
      inFlight.push(round)
      try {
        await step(round)
        remove(waiting, round)
      } finally {
        remove(inFlight, round)
      }
    },
    failed: () => undefined,
    now: () => 0,
  })
  const runAll = async () => {
    await workers.runAll()
    await workers.idle()
  }
  return { workers, runAll, waiting, started, inFlight, lists, listed }
}

const groupsIn = (rounds: readonly Round[]) => [...new Set(rounds.map(({ group }) => group))]
/** Steps that take until they are let go. */
function hold() {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { step: () => promise, release: resolve }
}

describe('of many groups', () => {
  it('at most a hundred rounds are in flight', async () => {
    const { step, release } = hold()
    const { runAll, inFlight } = open(groupsOf('group', 30, 6), step)
    const done = runAll()
    await settled()
    expect(inFlight).toHaveLength(100)
    release()
    await done
  })

  it('each gets its first round before any gets a second one, however they are listed', async () => {
    const { step, release } = hold()
    const { runAll, inFlight } = open([...groupsOf('large', 10, 40), ...groupsOf('small', 100, 1)], step)
    const done = runAll()
    await settled()
    expect([inFlight.length, groupsIn(inFlight).length]).toEqual([100, 100])
    release()
    await done
  })

  it('those that were served least come first in the next page', async () => {
    const { step, release } = hold()
    const early = (round: Round) => round.group.startsWith('early')
    const { runAll, started, inFlight } = open([...groupsOf('early', 20, 25), ...groupsOf('late', 20, 20)], (round) => (early(round) ? soon() : step()))
    const done = runAll()
    await expect.poll(() => inFlight.filter((round) => !early(round)).length).toBe(100)
    // A page is 500 rounds less the last fifth.
    expect(started.filter(early).length).toBeLessThan(450)
    release()
    await done
    expect(started).toHaveLength(900)
  })

  it('one that rests hides none of the others, however much of it is listed', async () => {
    const { workers, runAll, started } = open([...roundsOf('resting', 498), ...groupsOf('free', 30, 1)])
    for (const round of roundsOf('resting', 2)) workers.asked(round, 1_000)
    await runAll()
    expect(started).toHaveLength(30)
  })

  it('those with room are looked for in the next page once ten rounds are started and only full groups are left', async () => {
    const { step, release } = hold()
    const { runAll, waiting, started, lists, listed } = open([...roundsOf('full', 20), ...roundsOf('small', 2)], step)
    listed.run = () => {
      if (lists.length === 1) void soon().then(() => waiting.push(...roundsOf('new', 1)))
    }
    const done = runAll()
    await settled()
    expect(lists.slice(0, 2).map(({ started: begun }) => begun)).toEqual([0, 10])
    expect(started).toHaveLength(10)
    release()
    await done
    expect(started).toHaveLength(23)
  })

  it('no more are looked for while no worker is free', async () => {
    const { step, release } = hold()
    const { runAll, inFlight, lists } = open([...groupsOf('small', 4, 1), ...groupsOf('large', 13, 20)], step)
    const done = runAll()
    await settled()
    expect([inFlight.length, lists.length]).toEqual([100, 1])
    release()
    await done
  })
})

describe('the ledger', () => {
  it('is asked once for what one group has, and once whether that is all', async () => {
    const { runAll, lists, started } = open(roundsOf('one', 100))
    await runAll()
    expect([started.length, lists.map(({ started: begun }) => begun)]).toEqual([100, [0, 100]])
  })

  it('is asked again before the last fifth of a full page, which may be stale by then', async () => {
    const full = open(roundsOf('one', 500))
    await full.runAll()
    expect(full.lists.map(({ started }) => started)).toEqual([0, 400, 500])
    const short = open(roundsOf('one', 499))
    await short.runAll()
    expect(short.lists.map(({ started }) => started)).toEqual([0, 499])
  })

  it('is asked for as many more as are in flight', async () => {
    const { step, release } = hold()
    const { runAll, lists } = open(roundsOf('silent', 8), step)
    const done = runAll()
    await settled()
    expect(lists.map(({ limit }) => limit)).toEqual([500, 508])
    release()
    await done
  })

  it('is asked for what stands behind hundreds of rounds that fail', async () => {
    const { runAll, started } = open([...roundsOf('failing', 600), ...roundsOf('fine', 1)], async ({ group }) => {
      if (group === 'failing') throw new Error('broken')
    })
    await runAll()
    expect(started.map(({ id }) => id)).toContain('fine 0')
    expect(started).toHaveLength(601)
  })
})

describe('a run that is asked for during another one', () => {
  it('tries again what failed in that one', async () => {
    const tries = { failing: 0 }
    const { workers, runAll, lists, listed } = open([...roundsOf('failing', 1)], async () => {
      tries.failing += 1
      throw new Error('broken')
    })
    listed.run = () => {
      if (lists.length === 2) void workers.runAll()
    }
    await runAll()
    expect(tries.failing).toBe(2)
  })

  it('starts at once what is new, though everything else waits', async () => {
    const { step, release } = hold()
    const { workers, runAll, waiting, started, lists } = open(roundsOf('silent', 9), async ({ group }) => (group === 'silent' ? step() : soon()))
    const done = runAll()
    await settled()
    expect([started.length, lists.length, workers.running()]).toEqual([8, 1, true])
    waiting.push(...roundsOf('lively', 1))
    void workers.runAll()
    await settled()
    expect(started.map(({ id }) => id)).toContain('lively 0')
    release()
    await done
    expect([started.length, workers.running()]).toEqual([10, false])
  })
})

it('a stop ends a run at once, though no worker gets free', async () => {
  const { step, release } = hold()
  const { workers, started } = open(roundsOf('silent', 9), step)
  const done = workers.runAll()
  await settled()
  workers.stop()
  await done
  release()
  await workers.idle()
  expect(started).toHaveLength(8)
})
