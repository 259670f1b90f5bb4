// When everything is moved into the file of the ledger: whenever nobody is being served, and at least once an hour.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createCheckpoints } from '../../src/ops/checkpoints.ts'

const minute = 60_000
beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => vi.useRealTimers())

/** A ledger that is busy or not; what it was asked, once a minute. */
async function beats(minutes: number, done: (force: boolean, beat: number) => boolean | Error) {
  const asked: boolean[] = []
  const warned: string[] = []
  const ledger = {
    checkpoint: async (force: boolean) => {
      asked.push(force)
      const outcome = done(force, asked.length)
      if (outcome instanceof Error) throw outcome
      return outcome
    },
  }
  const checkpoint = createCheckpoints(ledger, { warn: (_, message) => warned.push(message) })
  for (let beat = 0; beat < minutes; beat++) {
    vi.advanceTimersByTime(minute)
    await checkpoint()
  }
  return { forced: asked.flatMap((force, beat) => (force ? [beat + 1] : [])), warned }
}

it('nothing is forced where it is done each minute', async () => {
  expect((await beats(200, () => true)).forced).toEqual([])
})

it('where somebody is always being served it is forced once an hour', async () => {
  expect((await beats(200, (force) => force)).forced).toEqual([60, 120, 180])
})

it('what could not be done is forced again a minute later', async () => {
  expect((await beats(63, (_, beat) => beat > 61)).forced).toEqual([60, 61, 62])
})

it('a failure is logged and tried again', async () => {
  const { forced, warned } = await beats(61, () => new Error('the disk is gone'))
  expect(forced).toEqual([60, 61])
  expect(warned).toHaveLength(61)
})
