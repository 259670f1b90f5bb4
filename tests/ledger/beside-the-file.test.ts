// What lies beside a database tells whether there was one before; and the files of a bot are for its own user alone.
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { missingFile } from '../../src/ledger/sqlite/file/missing.ts'
import { makePrivateFile, makePrivateFolder } from '../../src/ledger/sqlite/file/private.ts'
import { temporaryFolder } from './temporary-folder.ts'

const newFolder = temporaryFolder()
const rights = (file: string) => (statSync(file).mode & 0o777).toString(8)

it.each([
  ['a lock', ['db.lock'], ['db.lock']],
  ['what a restore kept', ['db.before-2026'], ['db.before-2026']],
  ['what was rescued', ['db.rescued-2026'], ['db.rescued-2026']],
  ['more than three of these', ['db.before-1', 'db.before-2', 'db.before-3', 'db.before-4'], ['db.before-1', 'db.before-2', 'db.before-3']],
])('%s beside no database says that the bot ran here before', (_, beside, named) => {
  const folder = newFolder()
  for (const name of beside) writeFileSync(join(folder, name), '')
  const said = missingFile(join(folder, 'db')) ?? ''
  expect(said).toContain(`is gone: the bot ran here before (${named.map((name) => join(folder, name)).join(', ')}).`)
  expect(said).toContain('study -- restore FILE')
})

it('what belongs to another database says nothing', () => {
  const folder = newFolder()
  for (const name of ['other.lock', 'db.lock.old', 'dbXlock', 'my-db.lock', 'db.sqlite']) writeFileSync(join(folder, name), '')
  expect(missingFile(join(folder, 'db'))).toContain('There is no database at')
  expect(missingFile(join(folder, 'no-folder', 'db'))).toContain('There is no database at')
})

it('nothing is missing where there is a file, and an empty log is no trace of answers', () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'db'), 'x')
  writeFileSync(join(folder, 'db-wal'), 'x')
  expect(missingFile(join(folder, 'db'))).toBeUndefined()
  writeFileSync(join(folder, 'new-wal'), '')
  expect(missingFile(join(folder, 'new'))).toContain('There is no database at')
})

it('a file that is made private keeps what it holds and what its owner may do', () => {
  const file = join(newFolder(), 'db')
  writeFileSync(file, 'answers')
  for (const [before, after] of [[0o666, '600'], [0o750, '700'], [0o604, '600'], [0o600, '600']] as const) {
    chmodSync(file, before)
    makePrivateFile(file)
    expect([rights(file), readFileSync(file, 'utf8')]).toEqual([after, 'answers'])
  }
})

it('the log and the index of the log that an older version left open to all are closed with their database', () => {
  const folder = newFolder()
  const parts = ['db', 'db-wal', 'db-shm'].map((name) => join(folder, name))
  for (const part of parts) {
    writeFileSync(part, '')
    chmodSync(part, 0o644)
  }
  makePrivateFile(join(folder, 'db'))
  expect(parts.map(rights)).toEqual(['600', '600', '600'])
})

it('a file that cannot be made is for SQLite to explain', () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'file'), '')
  expect(() => makePrivateFile(join(folder, 'file', 'db'))).not.toThrow()
})

it('folders that are made are private, and one that is there keeps its rights', () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'shared'))
  chmodSync(join(folder, 'shared'), 0o755)
  makePrivateFolder(join(folder, 'shared', 'one', 'two'))
  makePrivateFolder(join(folder, 'shared'))
  expect(['shared', 'shared/one', 'shared/one/two'].map((name) => rights(join(folder, name)))).toEqual(['755', '700', '700'])
})
