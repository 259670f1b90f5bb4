// An outage of hours was counted against the managers: when the platform answered again, news waited up to four hours for its next try.
import { afterEach, expect, it } from 'vitest'
import { openStage, PostError, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage.close())

const minutes = async (from: string, count: number) => {
  for (let beat = 1; beat <= count; beat += 1) await stage.until(new Date(Date.parse(from) + beat * 60_000).toISOString())
}

/** A question that was refused, when the platform stops answering. */
async function open() {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 UTC mon-fri')
  const calls = { probes: 0, tried: 0, silent: true, refused: false }
  const { tell } = stage.channel.platform
  Object.assign(stage.channel.platform, {
    unanswered: async () => (calls.probes++, calls.silent ? 'HTTP 503' : undefined),
    refused: () => calls.refused,
    tell: async (...what: Parameters<typeof tell>) => (calls.tried++, calls.silent || calls.refused ? false : tell(...what)),
  })
  stage.channel.failures.push(new PostError('refused', 'The bot may not write here.'))
  return calls
}

it('nobody is tried while the platform answers no call, and they hear with the first beat after that, once', async () => {
  const calls = await open()
  await stage.until('2026-03-02T09:00Z')
  await minutes('2026-03-02T09:00Z', 200)
  expect([calls.tried, calls.probes]).toEqual([0, 201])
  calls.silent = false
  await stage.until('2026-03-02T12:21Z')
  await minutes('2026-03-02T12:21Z', 5)
  expect([calls.tried, stage.channel.told.map(({ person }) => person)]).toEqual([1, ['terminal:team:ada']])
})

it('nor while it refuses the bot', async () => {
  const calls = await open()
  Object.assign(calls, { silent: false, refused: true })
  await stage.until('2026-03-02T09:00Z')
  await minutes('2026-03-02T09:00Z', 60)
  expect(calls.tried).toBe(0)
  calls.refused = false
  await minutes('2026-03-02T10:00Z', 1)
  expect(stage.channel.told).toHaveLength(1)
})

it('somebody who cannot be reached though the platform answers is tried less and less often', async () => {
  const calls = await open()
  calls.silent = false
  stage.channel.stored.unreachable = ['terminal:team:ada']
  await stage.until('2026-03-02T09:00Z')
  await minutes('2026-03-02T09:00Z', 60)
  expect(calls.tried).toBe(3)
})
