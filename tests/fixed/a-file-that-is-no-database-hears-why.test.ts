// A folder was "disk I/O error; check the disk", an empty file "written by another version", and a database was restored from itself.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { restoreLedger } from '../../src/ledger/sqlite/file/restore.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'

const newFolder = temporaryFolder()

it.each([
  ['a folder', (folder: string) => folder, 'is a folder, not a database'],
  ['an empty file', (folder: string) => written(join(folder, 'empty.sqlite'), ''), 'is empty'],
  ['another file', (folder: string) => written(join(folder, 'notes.txt'), 'Buy milk.\n'.repeat(200)), "isn't a database of this bot"],
  ['no file', (folder: string) => join(folder, 'none.sqlite'), 'There is no database'],
])('%s is told for what it is, with what to name instead', (_, make, why) => {
  const folder = newFolder()
  const file = make(folder)
  for (const use of [() => verifyLedger(file), () => restoreLedger(file, join(folder, 'ledger.sqlite'), 'now')]) {
    expect(use).toThrow(why)
    expect(use).toThrow('Name the database that the bot uses, or a backup of it.')
  }
})

it('a database is not restored from itself', async () => {
  const folder = newFolder()
  const file = join(folder, 'ledger.sqlite')
  await (await openLedger(file)).close()
  expect(() => restoreLedger(join(folder, '.', 'ledger.sqlite'), file, 'now')).toThrow('is the database itself. Name a backup of it.')
})

function written(file: string, text: string): string {
  writeFileSync(file, text)
  return file
}
