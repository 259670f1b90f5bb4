// The number of answers under an open question: one edit for many answers, spread over a workspace, none shortly before the close.
import { describe, expect, it, vi } from 'vitest'
import type { Round } from '../../src/core/round.ts'
import { createLiveCount } from '../../src/delivery/live-count.ts'
import type { Work } from '../../src/delivery/work.ts'
import { PostError } from '../../src/platforms/platform.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { words } from '../bot/stage.ts'
import { onlyCourse } from '../../src/course/courses.ts'
import { courseOf } from '../fakes/course-of.ts'
// Loaded with the first edit; here before, so that no turn of the loop waits for the disk.
import '../../src/delivery/round-post.ts'

const closesAt = Date.UTC(2026, 0, 6, 8)
const { course, lookup } = courseOf('tests/courses/house-rules')
const [question] = course.questions
const roundOf = (number: number, group = 'terminal:team', change: Partial<Round> = {}): Round => ({
  id: `${group} ${number}`, group, place: `${group}:${number}`, occasion: '2026-01-05', state: 'open', question: question?.id ?? '', message: `post ${number}`,
  order: question?.options.map(({ id }) => id) ?? [], key: ['a'], feedback: 'instant', zone: 'UTC', rolloverHour: 4, day: '2026-01-05', dueAt: 0, openedAt: 0,
  closesAt, closedAt: null, reason: null, missedUntil: null, words: null, ...change,
})

function open(change: { readonly failures?: Error[]; readonly stored?: (round: Round) => Round | undefined; readonly quietly?: boolean; readonly away?: boolean; readonly held?: Promise<void>; readonly stale?: readonly Round[]; readonly lost?: boolean } = {}) {
  const clock = { now: closesAt - 60 * 60_000 }
  const timers: { readonly after: number; readonly run: () => void; cancelled: boolean }[] = []
  const rounds = new Map<string, Round>()
  const edited: string[] = []
  const shown: string[] = []
  const platform = {
    editsQuietly: change.quietly ?? true,
    redraw: async (message: string, screen: Screen) => {
      edited.push(message)
      shown.push(words(screen))
      await change.held
      const failure = change.failures?.shift()
      if (failure !== undefined) throw failure
    },
  }
  const saved: unknown[] = []
  const work = {
    courses: onlyCourse(course, lookup), now: () => clock.now, log: { debug: () => undefined }, platform: () => (change.away === true ? undefined : platform),
    ledger: {
      rounds: {
        view: async (id: string) => {
          const round = rounds.get(id)
          const stored = round === undefined ? undefined : (change.stored ?? ((same) => same))(round)
          return stored === undefined ? undefined : { round: stored, answered: 3, votes: new Map(), right: [], mine: null }
        },
      },
      recaps: { extrasOf: async () => ({ recap: null, mention: null }) },
      upkeep: { fault: () => (change.lost === true ? new Error('another process is at work') : undefined) },
      counts: { saveShown: async (id: string, answered: number) => void saved.push([id, answered]), stale: async () => change.stale ?? [] },
    },
  } as unknown as Work
  const count = createLiveCount(work, (after, run) => {
    const timer = { after, run, cancelled: false }
    timers.push(timer)
    return () => void (timer.cancelled = true)
  })
  const counted = (round: Round) => {
    rounds.set(round.id, round)
    count.counted(round)
  }
  for (const round of change.stale ?? []) rounds.set(round.id, round)
  return { count, counted, timers, edited, shown, saved, clock, soon: async () => { for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate) } }
}

describe('the count of one question', () => {
  it('is edited five seconds after the first answer, once for all that came since, and saved', async () => {
    const { counted, timers, edited, shown, saved, soon } = open()
    for (let answer = 0; answer < 3; answer++) counted(roundOf(1))
    expect(timers.map(({ after }) => after)).toEqual([5_000])
    timers[0]?.run()
    await soon()
    expect([edited, saved]).toEqual([['post 1'], [['terminal:team 1', 3]]])
    expect(shown[0]).toContain('3 answers so far')
    expect(shown[0]).toContain(question?.stem)
    counted(roundOf(1))
    expect(timers).toHaveLength(2)
  })

  it('is not edited where people may be choosing several options, an edit disturbs, or the platform is not running', () => {
    const { counted, timers } = open()
    counted(roundOf(1, 'terminal:team', { key: ['a', 'b'] }))
    const loud = open({ quietly: false })
    loud.counted(roundOf(1))
    const away = open({ away: true })
    away.counted(roundOf(1))
    expect([timers.length, loud.timers.length, away.timers.length]).toEqual([0, 0, 0])
  })

  it.each<[string, (round: Round) => Round | undefined]>([
    ['is gone', () => undefined],
    ['has no post', (round) => ({ ...round, message: null })],
    ['is closed', (round) => ({ ...round, state: 'closed' })],
    ['closes within the time an edit may travel', (round) => ({ ...round, closesAt: round.closesAt - 60 * 60_000 + 30_000 })],
  ])('is not edited once the question %s', async (_, stored) => {
    const { counted, timers, edited, soon } = open({ stored })
    counted(roundOf(1))
    timers[0]?.run()
    await soon()
    expect(edited).toEqual([])
  })

  it('is not edited by a process that hung, since another one may have shown the answer meanwhile', async () => {
    const { counted, timers, edited, soon } = open({ lost: true })
    counted(roundOf(1))
    timers[0]?.run()
    await soon()
    expect(edited).toEqual([])
  })

  it('is still edited just before that', async () => {
    const { counted, timers, edited, soon } = open({ stored: (round) => ({ ...round, closesAt: round.closesAt - 60 * 60_000 + 30_001 }) })
    counted(roundOf(1))
    timers[0]?.run()
    await soon()
    expect(edited).toEqual(['post 1'])
  })

  it('is edited again when the platform has time, and not after any other failure', async () => {
    const { counted, timers, soon } = open({ failures: [new PostError('busy', 'Busy.', { retryAfter: 40_000 }), new PostError('busy', 'Busy.'), new PostError('unclear', 'Broken.')] })
    counted(roundOf(1))
    for (let time = 0; time < 3; time++) {
      timers.at(-1)?.run()
      await soon()
    }
    expect(timers.map(({ after }) => after)).toEqual([5_000, 40_000, 5_000])
  })

  it('is finished before the answer is shown', async () => {
    const held = Promise.withResolvers<void>()
    const { count, counted, timers, soon } = open({ held: held.promise })
    counted(roundOf(1))
    timers[0]?.run()
    await soon()
    let settled = false
    const waits = count.settled('terminal:team 1').then(() => (settled = true))
    await soon()
    expect(settled).toBe(false)
    held.resolve()
    await waits
    await count.settled('terminal:team 1')
  })

  it('waits for another edit of the same post', async () => {
    const held = Promise.withResolvers<void>()
    const { counted, timers, edited, soon } = open({ held: held.promise })
    counted(roundOf(1))
    timers[0]?.run()
    await soon()
    counted(roundOf(1))
    timers[1]?.run()
    expect([edited.length, timers.length]).toEqual([1, 3])
    held.resolve()
    await soon()
    timers[2]?.run()
    await soon()
    expect(edited).toHaveLength(2)
  })
})

describe('the counts of a workspace', () => {
  it('are spread, two and a half seconds for each, apart from other workspaces', () => {
    const { counted, timers } = open()
    for (let number = 0; number < 4; number++) counted(roundOf(number))
    counted(roundOf(0, 'terminal:other'))
    expect(timers.map(({ after }) => after)).toEqual([5_000, 5_000, 7_500, 10_000, 5_000])
    timers[0]?.run()
    timers[1]?.run()
    counted(roundOf(9))
    expect(timers.at(-1)?.after).toBe(7_500)
  })

  it('are edited twenty at a time, and the others later', async () => {
    const held = Promise.withResolvers<void>()
    const { counted, timers, edited, soon } = open({ held: held.promise })
    for (let number = 0; number < 22; number++) counted(roundOf(number, `terminal:${number}`))
    for (const { run } of timers.slice(0, 22)) run()
    await soon()
    expect([edited.length, timers.length]).toEqual([20, 24])
    held.resolve()
    await soon()
    for (const { run } of timers.slice(22)) run()
    await soon()
    expect(edited).toHaveLength(22)
  })
})

describe('a start', () => {
  it('brings posts up to date that say a wrong number', async () => {
    const { count, timers, edited, soon } = open({ stale: [roundOf(1), roundOf(2)] })
    await count.catchUp()
    for (const { run } of timers.slice(0, 2)) run()
    await soon()
    expect(edited).toEqual(['post 1', 'post 2'])
  })
})

describe('a stop', () => {
  it('edits what still waits, ten of each workspace, and takes nothing more', async () => {
    const { count, counted, timers, edited } = open()
    for (let number = 0; number < 12; number++) counted(roundOf(number))
    counted(roundOf(0, 'terminal:other'))
    await count.stop()
    expect(edited).toHaveLength(11)
    expect(timers.every(({ cancelled }) => cancelled)).toBe(true)
    counted(roundOf(20))
    expect(timers).toHaveLength(13)
  })

  it('edits a post only after the edit of it that is under way', async () => {
    const held = Promise.withResolvers<void>()
    const { count, counted, timers, edited, soon } = open({ held: held.promise })
    counted(roundOf(1))
    timers[0]?.run()
    await soon()
    counted(roundOf(1))
    const stopped = count.stop()
    await soon()
    expect(edited).toHaveLength(1)
    held.resolve()
    await stopped
    expect(edited).toHaveLength(2)
  })

  it('takes two and a half seconds at the longest, and then starts no more edits', async () => {
    const held = Promise.withResolvers<void>()
    const { count, counted, edited, soon } = open({ held: held.promise })
    for (let number = 0; number < 40; number++) counted(roundOf(number, `terminal:${number}`))
    await count.stop()
    expect(edited).toHaveLength(20)
    held.resolve()
    await soon()
    expect(edited).toHaveLength(20)
  })

  it('that is over early keeps the process no longer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      await open().count.stop()
      expect(vi.getTimerCount()).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })
})
