// A clock that had been ahead for a moment left a backup of a date to come; it counted as the newest for ever, and with one to keep
// each new backup was removed as soon as it was made.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createUpkeep } from '../../src/ops/upkeep.ts'

test('the newest backups are kept, whatever a clock that was ahead has left', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-upkeep-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const ledger = { backup: async (file: string) => writeFileSync(file, 'a copy'), forgetEvents: async () => 0 }
  const upkeep = createUpkeep(ledger, { folder, keep: 1 }, { info: () => undefined, error: (fields) => expect(fields).toBeUndefined() })
  for (const date of ['2026-03-01', '2027-03-01', '2026-03-02', '2026-03-03']) await upkeep(Date.parse(`${date}T10:00Z`))
  expect(readdirSync(folder)).toEqual(['studyhall-2026-03-03.sqlite', 'studyhall-2027-03-01.sqlite'])
})
