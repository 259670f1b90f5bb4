// A database that was gone was made anew without a word: the volume was not mounted, somebody removed the file of the running bot, or
// a restore was cut between its two renames. And a second bot got in through a link, or after the lock file was removed.
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { restoreLedger } from '../../src/ledger/sqlite/file/restore.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'
import { monday, quizOf } from '../ledger/world.ts'

const newFolder = temporaryFolder()
const quiz = quizOf()
let events = 0
const save = (ledger: Ledger, paused = false) => ledger.quizzes.change(quiz.place, `event ${(events += 1)}`, monday, () => ({ quiz: { ...quiz, paused } }))

/** Opens a ledger that is closed at the end of the test, and what the operator heard. */
async function open(file: string): Promise<{ readonly ledger: Ledger; readonly heard: readonly string[] }> {
  const heard: string[] = []
  const ledger = await openLedger(file, { warn: (sentences) => heard.push(sentences) })
  onTestFinished(() => ledger.close().catch(() => undefined))
  return { ledger, heard }
}

async function used(file: string): Promise<void> {
  const ledger = await openLedger(file)
  await save(ledger)
  await ledger.close()
}

it('a first start says where it makes a new database, and what to check if it is not the first', async () => {
  const { heard } = await open(join(newFolder(), 'var', 'db'))
  expect(heard).toEqual([expect.stringMatching(/^There is no database at .+db yet.+that its volume is mounted\.$/u)])
})

it('a second start says nothing', async () => {
  const file = join(newFolder(), 'db')
  await used(file)
  expect((await open(file)).heard).toEqual([])
})

it.each([
  ['removed', (file: string) => rmSync(file)],
  ['emptied', (file: string) => writeFileSync(file, '')],
])('where the database was %s, the start says that it is gone and how to go on with a backup', async (_, lose) => {
  const file = join(newFolder(), 'db')
  await used(file)
  lose(file)
  expect((await open(file)).heard).toEqual([expect.stringMatching(/is gone: the bot ran here before .+restore FILE/u)])
})

it.each([['removed', (file: string) => rmSync(file)], ['emptied', (file: string) => writeFileSync(file, '')]])('a database that was %s while its log is there is not made anew, and the log is kept', async (_, lose) => {
  const file = join(newFolder(), 'db')
  await used(file)
  writeFileSync(`${file}-wal`, Buffer.alloc(32, 1))
  lose(file)
  await expect(openLedger(file)).rejects.toMatchObject({ code: 'missing', message: expect.stringContaining('its log') })
  expect(statSync(`${file}-wal`).size).toBe(32)
})

it.each([
  ['removed', (file: string) => rmSync(file)],
  ['moved away', (file: string) => renameSync(file, `${file}.elsewhere`)],
  ['replaced', (file: string) => (copyFileSync(file, `${file}.copy`), renameSync(`${file}.copy`, file))],
  ['removed with its log', (file: string) => ['', '-wal', '-shm'].forEach((part) => rmSync(file + part, { force: true }))],
])('a database that is %s while the bot runs is noticed at the next beat: nothing more is taken, and what there was is saved', async (_, lose) => {
  const folder = newFolder()
  const file = join(folder, 'db')
  const { ledger } = await open(file)
  await save(ledger)
  await ledger.upkeep.noteBeat(monday)
  lose(file)
  await expect(ledger.upkeep.noteBeat(monday + 60_000)).rejects.toMatchObject({ code: 'missing', message: expect.stringMatching(/Everything up to now is in .+restore/u) })
  await expect(save(ledger, true)).rejects.toMatchObject({ code: 'missing' })
  await expect(ledger.upkeep.noteBeat(monday + 120_000)).rejects.toMatchObject({ code: 'missing' })
  const [rescued, ...more] = readdirSync(folder).filter((name) => name.includes('rescued'))
  expect(more).toEqual([])
  expect(verifyLedger(join(folder, rescued ?? 'none')).problems).toEqual([])
  const { ledger: again } = await open(join(folder, rescued ?? 'none'))
  expect(await again.quizzes.at(quiz.place)).toMatchObject({ paused: false })
})

it('a database that is back is used again', async () => {
  const file = join(newFolder(), 'db')
  const { ledger } = await open(file)
  renameSync(file, `${file}.elsewhere`)
  await expect(ledger.upkeep.noteBeat(monday)).rejects.toMatchObject({ code: 'missing' })
  renameSync(`${file}.elsewhere`, file)
  await ledger.upkeep.noteBeat(monday + 60_000)
  await save(ledger)
  expect(await ledger.quizzes.at(quiz.place)).toMatchObject({ place: quiz.place })
})

it('a second bot is kept out through a link to the database, and through a link to its folder', async () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'real'))
  await open(join(folder, 'real', 'db'))
  symlinkSync(join(folder, 'real', 'db'), join(folder, 'link'))
  symlinkSync(join(folder, 'real'), join(folder, 'linked'))
  for (const path of [join(folder, 'link'), join(folder, 'linked', 'db')]) await expect(openLedger(path)).rejects.toMatchObject({ code: 'in-use' })
})

it('a lock file that was removed is made and locked again at the next beat', async () => {
  const file = join(newFolder(), 'db')
  const { ledger } = await open(file)
  rmSync(`${file}.lock`)
  await ledger.upkeep.noteBeat(monday)
  await expect(openLedger(file)).rejects.toMatchObject({ code: 'in-use' })
})

it('of two bots on one database, the one whose lock was removed saves nothing more', async () => {
  const file = join(newFolder(), 'db')
  const { ledger } = await open(file)
  rmSync(`${file}.lock`)
  await open(file)
  await expect(ledger.upkeep.noteBeat(monday)).rejects.toMatchObject({ code: 'in-use', message: expect.stringContaining('Stop one of the two') })
  await expect(save(ledger)).rejects.toMatchObject({ code: 'in-use' })
})

it('a restore keeps the old database under a second name before the backup takes its place, through a link as well', async () => {
  const folder = newFolder()
  const [file, backup] = [join(folder, 'db'), join(folder, 'backup')]
  await used(file)
  await used(backup)
  symlinkSync(file, join(folder, 'link'))
  linkSync(file, join(folder, 'witness'))
  const { keptAs } = restoreLedger(backup, join(folder, 'link'), 'now')
  expect(statSync(keptAs ?? '').ino).toBe(statSync(join(folder, 'witness')).ino)
  expect(statSync(file).ino).not.toBe(statSync(join(folder, 'witness')).ino)
  expect(readdirSync(folder).filter((name) => /^db.*(?:incoming|-wal|-shm)/u.test(name))).toEqual([])
})

it('a restore leaves no log of the old database beside the new one, and what was in the log is kept', async () => {
  const folder = newFolder()
  const [file, backup] = [join(folder, 'db'), join(folder, 'backup')]
  await used(backup)
  // A bot that was killed: its quiz is in the log alone.
  const { ledger } = await open(join(folder, 'running'))
  await save(ledger, true)
  for (const part of ['', '-wal']) copyFileSync(join(folder, `running${part}`), file + part)
  const { keptAs } = restoreLedger(backup, file, 'now')
  expect(existsSync(`${file}-wal`)).toBe(false)
  const kept = new Database(keptAs ?? '', { readonly: true })
  onTestFinished(() => void kept.close())
  expect(kept.prepare('SELECT count(*) FROM quizzes').pluck().get()).toBe(1)
})

it('a restore does not wait for ever for somebody who reads the database, and changes nothing', async () => {
  const folder = newFolder()
  const [file, backup] = [join(folder, 'db'), join(folder, 'backup')]
  await used(file)
  await used(backup)
  const reader = new Database(file)
  onTestFinished(() => void reader.close())
  reader.exec(`BEGIN; SELECT count(*) FROM quizzes`)
  const writer = new Database(file)
  writer.exec(`INSERT INTO meta VALUES ('later', '1')`)
  writer.close()
  reader.prepare('SELECT count(*) FROM quizzes').get()
  const before = statSync(file).ino
  expect(() => restoreLedger(backup, file, 'now', undefined, 100)).toThrow(/Another program is reading the database/u)
  expect(statSync(file).ino).toBe(before)
})
