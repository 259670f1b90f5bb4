// `restore` copied the file of a backup alone: of a ledger whose process had been killed, which has a log beside it, the last answers were
// lost, although `verify` had just counted them.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { restoreLedger } from '../../src/ledger/sqlite/file/restore.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { ada, worldOf } from '../ledger/world.ts'

test('what stands in the log of a ledger is restored with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-restore-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [live, kept, file] = ['live', 'kept', 'ledger'].map((name) => join(folder, name)) as [string, string, string]
  const ledger = await openLedger(live)
  const world = worldOf(ledger)
  await world.setUp()
  await world.answer(await world.post(), ada, 'b')
  // As a killed process leaves it.
  for (const part of ['', '-wal']) copyFileSync(live + part, kept + part)
  await ledger.close()
  expect(restoreLedger(kept, file, 'now').verdict.answers).toBe(1)
  expect(verifyLedger(file)).toMatchObject({ problems: [], answers: 1 })
})
