// What /healthz says of the whole service, whatever the machine's clock does.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { readConfig } from '../src/config/config.ts'
import { verifyLedger } from '../src/ledger/sqlite/file/verify.ts'
import { report } from '../src/ops/health.ts'
import { createLog } from '../src/ops/log.ts'
import { startService } from '../src/service.ts'

const minute = 60_000
const noon = Date.parse('2026-11-23T12:00:00Z')

/** The terminal on a clock of its own; nothing beats but what the test orders. */
async function openService(prepare: (file: string) => void = () => undefined) {
  vi.useFakeTimers({ toFake: ['performance'] })
  const clock = { now: noon }
  const heart = { beat: async () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-service-'))
  const config = await readConfig({ DATABASE_FILE: join(folder, 'studyhall.sqlite'), COURSE_FOLDER: 'tests/courses/house-rules' })
  prepare(config.databaseFile)
  const logged: string[] = []
  const [input, output] = [new PassThrough(), new PassThrough()] as unknown as [NodeJS.ReadStream, NodeJS.WriteStream]
  const heartbeat = (beat: () => Promise<void>) => {
    heart.beat = beat
    return { stop: async () => {} }
  }
  const around = { now: () => clock.now, heartbeat, log: createLog('warn', (line) => logged.push(line)), zone: 'UTC', input, output, userName: 'ada' }
  const service = await startService(config, around, () => undefined)
  const stop = vi.fn<() => Promise<void>>(service.stop)
  onTestFinished(async () => {
    if (stop.mock.calls.length === 0) await stop()
    vi.useRealTimers()
    rmSync(folder, { recursive: true })
  })
  const readyz = async () => (await report('/readyz', service.health)).status
  return { clock, stop, readyz, logged, file: config.databaseFile, beat: () => heart.beat(), pass: (time: number) => vi.advanceTimersByTime(time), healthz: async () => (await report('/healthz', service.health)).status }
}

test('the service is alive as long as its heart beats', async () => {
  const { beat, pass, healthz } = await openService()
  expect(await healthz()).toBe(200)
  pass(2 * minute)
  expect(await healthz()).toBe(200)
  pass(2 * minute)
  expect(await healthz()).toBe(503)
  await beat()
  expect(await healthz()).toBe(200)
})

test.each([['back', -1], ['forward', 1]])('a clock that is set %s by days makes no dead heart alive, and no living one dead', async (_, way) => {
  const { clock, pass, healthz } = await openService()
  clock.now += way * 3 * 24 * 60 * minute
  expect(await healthz()).toBe(200)
  pass(4 * minute)
  expect(await healthz()).toBe(503)
})

test('after a beat the file of the database has everything, also without the log beside it', async () => {
  const { file, beat } = await openService()
  await beat()
  const copy = `${file}.copy`
  copyFileSync(file, copy)
  expect(verifyLedger(copy)).toMatchObject({ problems: [], rounds: 1 })
})

test('a database that was copied without its log is named in the log at the start', async () => {
  const { logged } = await openService((file) => {
    const db = new Database(file)
    db.pragma('journal_mode = WAL')
    db.close()
  })
  expect(logged.join('')).toMatch(/copied without its -wal/u)
})

test('the service is not ready while its ledger cannot be written, and needs no new start when it can again', async () => {
  const { file, beat, healthz, readyz } = await openService()
  expect(await readyz()).toBe(200)
  const other = new Database(file)
  other.exec('BEGIN IMMEDIATE')
  await beat()
  expect([await healthz(), await readyz()]).toEqual([200, 503])
  other.close()
  await beat()
  expect([await healthz(), await readyz()]).toEqual([200, 200])
})

test('the service is not alive once its ledger is closed', async () => {
  const { stop, healthz } = await openService()
  await stop()
  expect(await healthz()).toBe(503)
})
