// A backup takes the place of a ledger, and nothing of the old one is lost, wherever that was cut short.
import { chmodSync, linkSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { finishRestore, isRestoreInterrupted, putInPlace } from '../../src/ledger/sqlite/file/put-in-place.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { withoutRoot } from './without-root.ts'

const newFolder = temporaryFolder()
let file: string

beforeEach(() => {
  file = join(newFolder(), 'db')
  writeFileSync(`${file}.next`, 'the backup')
})

/** What is in the folder by name, with an old ledger that has its log. */
function files(): Readonly<Record<string, string>> {
  return Object.fromEntries(readdirSync(dirname(file)).toSorted().map((name) => [name, readFileSync(join(dirname(file), name), 'utf8').replaceAll('\0', '')]))
}

function oldLedger(log: string): void {
  writeFileSync(file, 'the old one')
  writeFileSync(`${file}-wal`, log)
  writeFileSync(`${file}-shm`, 'an index')
}

it('where no restore was interrupted, a start changes nothing', () => {
  const other = join(dirname(file), 'other')
  writeFileSync(other, 'another')
  expect([isRestoreInterrupted(file), isRestoreInterrupted(other)]).toEqual([true, false])
  expect(finishRestore(other)).toBeUndefined()
  expect(files()).toEqual({ 'db.next': 'the backup', other: 'another' })
})

it('where there was no ledger, an interrupted restore is finished without a word about an old one', () => {
  expect(finishRestore(file)).toBe(`A restore of the database ${file} was interrupted. The bot finished it and starts with the backup.`)
  expect(files()).toEqual({ db: 'the backup' })
})

it('an old ledger without a log is kept under a name with the time', () => {
  oldLedger('')
  const said = finishRestore(file)
  const [, kept = ''] = Object.keys(files())
  expect(kept).toMatch(/^db\.before-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/u)
  expect(said).toBe(`A restore of the database ${file} was interrupted. The bot finished it and starts with the backup. The old one is kept as ${file.replace(/db$/u, kept)}.`)
  expect(files()).toEqual({ db: 'the backup', [kept]: 'the old one' })
})

it('an old ledger keeps its log beside it, where SQLite finds it', () => {
  oldLedger('a log')
  const said = finishRestore(file)
  const [, kept = ''] = Object.keys(files())
  expect(files()).toEqual({ db: 'the backup', [kept]: 'the old one', [`${kept}-shm`]: 'an index', [`${kept}-wal`]: 'a log' })
  expect(said).toContain(` The old one is kept as ${file.replace(/db$/u, kept)} and ${file.replace(/db$/u, kept)}-wal.`)
})

it('an empty ledger is not kept, but its log is, where SQLite does not find it', () => {
  oldLedger('a log')
  writeFileSync(file, '')
  expect(putInPlace(file, 'then')).toEqual({ keptAs: null, keptLog: `${file}.before-then-log` })
  expect(files()).toEqual({ db: 'the backup', 'db.before-then-log': 'a log' })
})

it('a log of another database is not put beside the old one', () => {
  oldLedger('a log')
  const header = Buffer.alloc(100)
  header.write('SQLite format 3')
  header[18] = 1
  writeFileSync(file, header)
  expect(putInPlace(file, 'then')).toEqual({ keptAs: `${file}.before-then`, keptLog: `${file}.before-then-log` })
  expect(Object.keys(files())).toEqual(['db', 'db.before-then', 'db.before-then-log'])
})

it('what earlier restores kept is not overwritten, and the old ledger is for the user of the bot alone', () => {
  oldLedger('')
  chmodSync(file, 0o644)
  writeFileSync(`${file}.before-then`, 'an earlier one')
  expect(putInPlace(file, 'then')).toEqual({ keptAs: `${file}.before-then-2`, keptLog: null })
  expect(files()).toEqual({ db: 'the backup', 'db.before-then': 'an earlier one', 'db.before-then-2': 'the old one' })
  expect(statSync(`${file}.before-then-2`).mode & 0o777).toBe(0o600)
})

it('a restore that was killed goes on with the name that it had begun with', () => {
  oldLedger('a log')
  linkSync(file, `${file}.before-earlier`)
  expect(putInPlace(file, 'then')).toEqual({ keptAs: `${file}.before-earlier`, keptLog: `${file}.before-earlier-wal` })
  expect(files()).toEqual({ db: 'the backup', 'db.before-earlier': 'the old one', 'db.before-earlier-shm': 'an index', 'db.before-earlier-wal': 'a log' })
})

it('an old ledger that cannot have a second name is kept as a copy', async () => {
  oldLedger('a log')
  // Linux gives nobody a second name for a file of another user that they cannot write. Elsewhere this is as above.
  chmodSync(file, 0o644)
  chmodSync(dirname(file), 0o777)
  await withoutRoot(() => expect(putInPlace(file, 'then')).toEqual({ keptAs: `${file}.before-then`, keptLog: `${file}.before-then-wal` }))
  expect(files()).toEqual({ db: 'the backup', 'db.before-then': 'the old one', 'db.before-then-shm': 'an index', 'db.before-then-wal': 'a log' })
})
