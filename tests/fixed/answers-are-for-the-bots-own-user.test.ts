// Other users of the machine could read the database, its log, and each backup: SQLite makes files with the usual rights.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { backupFrom } from '../../src/ledger/sqlite/file/backup.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { createUpkeep } from '../../src/ops/upkeep.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'

const rights = (file: string) => (statSync(file).mode & 0o777).toString(8)
const newFolder = temporaryFolder()
const silent = { info() {}, error() {} }

it('a new database, its log, its lock, their folder and each backup are for the owner alone', async () => {
  const folder = join(newFolder(), 'var')
  const file = join(folder, 'studyhall.sqlite')
  const ledger = await openLedger(file)
  await createUpkeep(ledger.upkeep, { folder: join(folder, 'backups'), keep: 3 }, silent)(Date.parse('2026-03-02T09:00Z'))
  await backupFrom(file, join(folder, 'by-hand.sqlite'))
  const made = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => [entry.name, rights(join(entry.parentPath, entry.name))])
  expect(Object.fromEntries(made)).toMatchObject({
    'studyhall.sqlite': '600', 'studyhall.sqlite-wal': '600', 'studyhall.sqlite-shm': '600', 'studyhall.sqlite.lock': '600',
    backups: '700', 'studyhall-2026-03-02.sqlite': '600', 'by-hand.sqlite': '600',
  })
  expect(rights(folder)).toBe('700')
  await ledger.close()
})

it('a database that others could read until now is closed to them', async () => {
  const file = join(newFolder(), 'studyhall.sqlite')
  await (await openLedger(file)).close()
  chmodSync(file, 0o644)
  const ledger = await openLedger(file)
  expect(rights(file)).toBe('600')
  await ledger.close()
})

it('a read-only database stays read-only, and a folder of others keeps its rights', async () => {
  const folder = newFolder()
  chmodSync(folder, 0o755)
  const file = join(folder, 'studyhall.sqlite')
  writeFileSync(file, '')
  chmodSync(file, 0o444)
  await openLedger(file).then((ledger) => ledger.close(), () => undefined)
  expect(rights(file)).toBe('400')
  expect([rights(folder), existsSync(file)]).toEqual(['755', true])
})

it('the folder that the start makes for its code cache and the database is for the owner alone', () => {
  const folder = newFolder()
  symlinkSync(resolve('data'), join(folder, 'data'))
  const { status, stderr } = spawnSync(process.execPath, [resolve('src/start.js')], { cwd: folder, input: '/help\n', encoding: 'utf8' })
  expect({ status, stderr }).toMatchObject({ status: 0 })
  expect([rights(join(folder, 'var')), rights(join(folder, 'var/studyhall.sqlite'))]).toEqual(['700', '600'])
})
