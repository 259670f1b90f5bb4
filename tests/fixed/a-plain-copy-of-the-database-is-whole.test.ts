// A plain copy of the file of a running bot was empty until 40 MB had been written; “verify” called it foreign, and a start took it for a
// new bot without a word.
import { copyFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished, vi } from 'vitest'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { restoreLedger } from '../../src/ledger/sqlite/file/restore.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'
import { ada, ben, someone, worldOf } from '../ledger/world.ts'

const newFolder = temporaryFolder()
const hint = /isn't new, but there's nothing in it\. Perhaps it was copied without its -wal/u

async function running(file = join(newFolder(), 'ledger')) {
  const warned: string[] = []
  const ledger = await openLedger(file, { warn: (sentences) => warned.push(sentences) })
  onTestFinished(() => ledger.close())
  return { file, ledger, world: worldOf(ledger), warned }
}

/** The file alone, as `cp` copies it. */
function copyOf(file: string): string {
  const copy = join(newFolder(), 'copy')
  copyFileSync(file, copy)
  return copy
}

it('has everything once nobody is being served, and the log beside it is empty', async () => {
  const { file, ledger, world } = await running()
  await world.setUp()
  const round = await world.post()
  for (const person of [ada, ben]) await world.answer(round, person, 'b')
  expect(await ledger.upkeep.checkpoint(false)).toBe(true)
  expect(verifyLedger(copyOf(file))).toEqual({ problems: [], answers: 2, studied: 2, learners: 2, rounds: 1, people: 2 })
  expect(statSync(`${file}-wal`).size).toBe(0)
})

it('waits while many are being served, unless it has waited for too long', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const { file, ledger, world } = await running()
  await world.setUp()
  const round = await world.post()
  const everybody = Array.from({ length: 60 }, (_, index) => world.answer(round, someone(`P${index}`), 'b'))
  expect(await ledger.upkeep.checkpoint(false)).toBe(false)
  await Promise.all(everybody)
  expect(await ledger.upkeep.checkpoint(false)).toBe(false)
  expect(await ledger.upkeep.checkpoint(true)).toBe(true)
  expect(verifyLedger(copyOf(file)).answers).toBe(60)
  vi.advanceTimersByTime(2_000)
  expect(await ledger.upkeep.checkpoint(false)).toBe(true)
})

it('is not whole while somebody else reads an earlier state, and nobody waits for them', async () => {
  const { file, ledger, world } = await running()
  await world.setUp()
  const reader = new Database(file, { readonly: true })
  onTestFinished(() => void reader.close())
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM quizzes').get()
  await world.answer(await world.post(), ada, 'b')
  expect(await ledger.upkeep.checkpoint(true)).toBe(false)
  reader.exec('COMMIT')
  expect(await ledger.upkeep.checkpoint(true)).toBe(true)
})

it('that was made before anything was in it is told by “verify”, and not put back', async () => {
  const { file, world } = await running()
  await world.setUp()
  const copy = copyOf(file)
  expect(() => verifyLedger(copy)).toThrow(hint)
  expect(() => restoreLedger(copy, join(newFolder(), 'ledger'), 'now')).toThrow(hint)
})

it('that was made before anything was in it is told at the start, in the log', async () => {
  const { file, world } = await running()
  await world.setUp()
  const { ledger, warned } = await running(copyOf(file))
  expect(warned).toEqual([expect.stringMatching(hint)])
  expect(await ledger.quizzes.of('slack:T1')).toEqual([])
})

it('of a file with nothing but its tables is told once it is an hour old', async () => {
  const { file, ledger } = await running()
  await ledger.upkeep.checkpoint(true)
  const copy = copyOf(file)
  expect(verifyLedger(copy).problems).toEqual([])
  const db = new Database(copy)
  db.prepare(`UPDATE meta SET value = ? WHERE name = 'opened_at'`).run(String(Date.now() - 61 * 60_000))
  db.close()
  expect(verifyLedger(copy).problems).toEqual([expect.stringMatching(hint)])
  expect((await running(copy)).warned).toEqual([expect.stringMatching(hint)])
})

it('a new file, an empty one, and one in use are no such copies', async () => {
  const empty = join(newFolder(), 'ledger')
  writeFileSync(empty, '')
  const { file, ledger, world, warned } = await running()
  await world.setUp()
  await ledger.close()
  expect([...warned, ...(await running(empty)).warned, ...(await running(file)).warned].filter((said) => hint.test(said))).toEqual([])
})
