import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { verifyLedger } from '../../src/ledger/sqlite/verify.ts'
import { createUpkeep } from '../../src/ops/upkeep.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'upkeep-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const log = { info: () => undefined, error: (fields: object) => expect(fields).toBeUndefined() }
const at = (date: string) => Date.parse(`${date}T10:00Z`)

it('saves one whole backup a date and keeps the newest', async () => {
  const ledger = await openLedger(join(folder, 'ledger.sqlite'))
  const backups = { folder: join(folder, 'backups'), keep: 2 }
  const upkeep = createUpkeep(ledger, backups, log)
  for (const date of ['2026-03-01', '2026-03-01', '2026-03-02', '2026-03-03']) await upkeep(at(date))
  writeFileSync(join(backups.folder, 'mine.sqlite'), 'somebody else’s')
  await createUpkeep(ledger, backups, log)(at('2026-03-03'))
  await ledger.close()
  expect(readdirSync(backups.folder).sort()).toEqual(['mine.sqlite', 'studyhall-2026-03-02.sqlite', 'studyhall-2026-03-03.sqlite'])
  expect(verifyLedger(join(backups.folder, 'studyhall-2026-03-03.sqlite')).problems).toEqual([])
})

it('goes on where a backup cannot be made, and says so in the log', async () => {
  const ledger = await openLedger(':memory:')
  writeFileSync(join(folder, 'file'), '')
  const errors: object[] = []
  await createUpkeep(ledger, { folder: join(folder, 'file'), keep: 2 }, { ...log, error: (fields) => errors.push(fields) })(at('2026-03-01'))
  await ledger.close()
  expect(errors).toHaveLength(1)
})
