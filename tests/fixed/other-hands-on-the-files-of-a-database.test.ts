// Somebody removed, replaced, emptied, cut or overwrote the files of a running bot's database, and stopped the bot before the next beat, or
// killed it: answers were confirmed that were gone, the log was moved into a file that it didn't belong to, and the bot ended as if all were well.
import { copyFileSync, existsSync, linkSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { restoreLedger } from '../../src/ledger/sqlite/file/restore.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'
import { monday, quizOf } from '../ledger/world.ts'

const newFolder = temporaryFolder()
const minute = 60_000
let events = 0
const save = (ledger: Ledger, place: string) => ledger.quizzes.change(place, `event ${(events += 1)}`, monday, () => ({ quiz: { ...quizOf(), place } }))
const parts = ['', '-wal', '-shm']

async function open(file: string) {
  const heard: string[] = []
  const ledger = await openLedger(file, { warn: (sentence) => heard.push(sentence) })
  onTestFinished(() => ledger.close().catch(() => undefined))
  return { ledger, heard }
}

/** A ledger with a quiz in C1 that isn't in the log anymore, a backup and raw copies of its files from then, and a quiz in C2 that was saved since. */
async function inUse() {
  const folder = newFolder()
  const file = join(folder, 'db')
  const { ledger } = await open(file)
  await save(ledger, 'slack:T1/C1')
  const earlier = { backup: join(folder, 'backup'), copy: join(folder, 'copy') }
  await ledger.upkeep.checkpoint(true)
  await ledger.upkeep.backup(earlier.backup)
  await save(ledger, 'slack:T1/C1')
  for (const part of parts) copyFileSync(file + part, earlier.copy + part)
  await save(ledger, 'slack:T1/C2')
  return { folder, file, earlier, ledger }
}

type Earlier = { readonly backup: string; readonly copy: string }

/** As `cp` does, but without emptying the file first. */
function writeInto(file: string, content: Uint8Array): void {
  writeSync(openSync(file, 'r+'), content, 0, content.length, 0)
  truncateSync(file, content.length)
}

const moved = (from: string, to: string) => (copyFileSync(from, `${to}.new`), renameSync(`${to}.new`, to))
const tampers: readonly [string, 'missing' | 'damaged', (file: string, earlier: Earlier) => void][] = [
  ['the database is removed', 'missing', (file) => rmSync(file)],
  ['all of its files are removed', 'missing', (file) => parts.forEach((part) => rmSync(file + part))],
  ['a backup is moved over the database', 'missing', (file, { backup }) => moved(backup, file)],
  ['a backup is copied over the database', 'damaged', (file, { backup }) => copyFileSync(backup, file)],
  ['the log is removed and a backup is copied over the database', 'damaged', (file, { backup }) => (rmSync(`${file}-wal`), rmSync(`${file}-shm`), copyFileSync(backup, file))],
  ['the database is emptied', 'damaged', (file) => truncateSync(file, 0)],
  ['the database is cut', 'damaged', (file) => truncateSync(file, 8192)],
  ['the log is removed', 'missing', (file) => rmSync(`${file}-wal`)],
  ['the index of the log is removed', 'missing', (file) => rmSync(`${file}-shm`)],
  ['an earlier copy is moved over the log', 'missing', (file, { copy }) => moved(`${copy}-wal`, `${file}-wal`)],
  ['the log is emptied', 'damaged', (file) => truncateSync(`${file}-wal`, 0)],
  ['the log is cut', 'damaged', (file) => truncateSync(`${file}-wal`, 4152)],
  ['an earlier copy is copied over the log', 'damaged', (file, { copy }) => copyFileSync(`${copy}-wal`, `${file}-wal`)],
  ['zeros are written into the log', 'damaged', (file) => writeSync(openSync(`${file}-wal`, 'r+'), new Uint8Array(4120), 0, 4120, 4152)],
  ['the checksum of a page in the log is overwritten', 'damaged', (file) => writeSync(openSync(`${file}-wal`, 'r+'), new Uint8Array(8), 0, 8, 32 + 16)],
  ['an earlier copy is written into the index of the log', 'damaged', (file, { copy }) => writeInto(`${file}-shm`, readFileSync(`${copy}-shm`))],
]

const rescuedIn = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('db.rescued-'))

/** Refuses to start with what is there, unless the stop moved everything into it, as where only the log was gone. */
async function startBySupervisor(file: string, copy: string, said: string): Promise<void> {
  const start = openLedger(file).then(
    async (ledger) => {
      const quiz = await ledger.quizzes.at('slack:T1/C2')
      await ledger.close()
      return `knows ${quiz?.place ?? 'nothing'}`
    },
    ({ message }: Error) => message,
  )
  expect(await start).toContain(said.includes('The log of the database') ? 'knows slack:T1/C2' : `restore ${copy}"`)
}

/** What the bot knows after its operator has done what the bot said. */
async function afterTheRemedy(folder: string, said: string): Promise<readonly (string | undefined)[]> {
  const file = join(folder, 'db')
  const copy = /restore (?<copy>\S+db\.rescued-[^\s"]+)"/u.exec(said)?.groups?.['copy']
  if (copy !== undefined) {
    await startBySupervisor(file, copy, said)
    restoreLedger(copy, file, 'now')
  }
  expect(verifyLedger(file).problems).toEqual([])
  // The process of the test still has the old files open; that of a bot has ended.
  const { ledger } = await open(copy === undefined ? killed(file) : file)
  return Promise.all(['slack:T1/C1', 'slack:T1/C2'].map(async (place) => (await ledger.quizzes.at(place))?.place))
}

it.each(tampers)('where %s and the bot is stopped at once, the stop fails with a word, and nothing that was saved is lost', async (_, code, tamper) => {
  const { folder, file, earlier, ledger } = await inUse()
  tamper(file, earlier)
  const fault = await ledger.close().then(() => undefined, (error: Error) => error)
  expect(fault).toMatchObject({ code })
  // What was put in its place is as it was put there.
  const isBackup = existsSync(file) && readFileSync(file).equals(readFileSync(earlier.backup))
  expect(isBackup ? verifyLedger(file).problems : []).toEqual([])
  expect(await afterTheRemedy(folder, fault?.message ?? '')).toEqual(['slack:T1/C1', 'slack:T1/C2'])
})

it.each(tampers)('where %s, nothing more is confirmed, not even before the next beat', async (_, code, tamper) => {
  const { file, earlier, ledger } = await inUse()
  tamper(file, earlier)
  await expect(save(ledger, 'slack:T1/C3')).rejects.toMatchObject({ code })
  await expect(ledger.upkeep.noteBeat(monday)).rejects.toMatchObject({ code })
  expect(await ledger.upkeep.checkpoint(true)).toBe(false)
})

it.each<[string, (file: string) => void]>([
  ['the database is removed', (file) => rmSync(file)],
  ['the log is removed', (file) => rmSync(`${file}-wal`)],
])('where %s in the moment of a commit, nothing more is confirmed after it', async (_, remove) => {
  const file = join(newFolder(), 'db')
  const { ledger } = await open(file)
  await ledger.upkeep.checkpoint(true)
  await ledger.quizzes.change('slack:T1/C1', 'event', monday, () => (remove(file), { quiz: quizOf() }))
  await expect(save(ledger, 'slack:T1/C2')).rejects.toMatchObject({ code: 'missing' })
})

/** The files as they are, which is what a kill leaves. */
function killed(file: string): string {
  const copy = join(newFolder(), 'db')
  for (const part of ['', '-wal']) if (existsSync(file + part)) copyFileSync(file + part, copy + part)
  return copy
}

it('a log that has leftovers behind its last commit after a power cut is fine', async () => {
  const { file } = await inUse()
  const copy = killed(file)
  writeFileSync(`${copy}-wal`, Buffer.concat([readFileSync(`${copy}-wal`), new Uint8Array(3 * 4120)]))
  const { ledger } = await open(copy)
  for (const beat of [1, 2]) {
    await ledger.upkeep.noteBeat(monday + beat * minute)
    await save(ledger, `slack:T1/D${beat}`)
  }
  await ledger.close()
  expect(verifyLedger(copy).problems).toEqual([])
})

it('where a backup was put in place of the database and the bot was killed, the start takes the backup, keeps the log, and says so', async () => {
  const { file, earlier } = await inUse()
  const copy = killed(file)
  const log = readFileSync(`${copy}-wal`)
  copyFileSync(earlier.backup, copy)
  expect(() => verifyLedger(copy)).toThrow(/belongs to another database/u)
  const { ledger, heard } = await open(copy)
  expect(heard).toEqual([expect.stringMatching(/belonged to another database.+kept as \S+-log/u)])
  const kept = readdirSync(dirname(copy)).find((name) => name.endsWith('-log')) ?? ''
  expect(readFileSync(join(dirname(copy), kept))).toEqual(log)
  expect(await ledger.quizzes.at('slack:T1/C1')).toBeDefined()
  await ledger.close()
  expect(verifyLedger(copy).problems).toEqual([])
})

it.each<[string, (file: string) => void]>([
  ['gone', (file) => rmSync(file)],
  ['empty', (file) => truncateSync(file, 0)],
  ['a backup', (file) => copyFileSync(join(dirname(file), 'backup'), file)],
  ['damaged', (file) => writeInto(file, Buffer.concat([readFileSync(file).subarray(0, 8192), new Uint8Array(40_960)]))],
])('a restore where the database is %s and its log is there keeps the log and leaves a whole database', async (_, lose) => {
  const { file, earlier } = await inUse()
  const copy = killed(file)
  copyFileSync(earlier.backup, join(dirname(copy), 'backup'))
  const log = readFileSync(`${copy}-wal`)
  lose(copy)
  const [first, second] = ['one', 'two'].map((stamp) => restoreLedger(earlier.backup, copy, stamp))
  expect(readFileSync(first?.keptLog ?? '')).toEqual(log)
  expect(second?.keptLog).toBeNull()
  expect(verifyLedger(copy).problems).toEqual([])
  const { ledger } = await open(copy)
  await ledger.close()
  expect(verifyLedger(copy).problems).toEqual([])
})

it.each<[string, (file: string) => void]>([
  ['before the old database has its second name', () => {}],
  ['after that', (file) => linkSync(file, `${file}.before-then`)],
  ['after the log was moved away', (file) => (linkSync(file, `${file}.before-then`), renameSync(`${file}-wal`, `${file}.before-then-wal`))],
])('a restore that was killed %s is finished by the next start', async (_, reach) => {
  const { file, earlier } = await inUse()
  const copy = killed(file)
  copyFileSync(earlier.backup, `${copy}.next`)
  reach(copy)
  const { ledger, heard } = await open(copy)
  expect(heard).toEqual([expect.stringMatching(/was interrupted\. The bot finished it.+kept as/u)])
  expect([await ledger.quizzes.at('slack:T1/C1'), await ledger.quizzes.at('slack:T1/C2')]).toEqual([expect.anything(), undefined])
  const kept = readdirSync(dirname(copy)).filter((name) => name.startsWith('db.before-') && !/-(?:wal|shm)$/u.test(name))
  expect(kept).toHaveLength(1)
  const { ledger: old } = await open(join(dirname(copy), kept[0] ?? ''))
  expect(await old.quizzes.at('slack:T1/C2')).toBeDefined()
})

it('a rescue that fails is tried again at each beat and at the stop, and says what a stop would cost until then', async () => {
  const folder = join(newFolder(), 'volume')
  mkdirSync(folder)
  const file = join(folder, 'db')
  const { ledger } = await open(file)
  await save(ledger, 'slack:T1/C1')
  rmSync(folder, { recursive: true })
  writeFileSync(folder, 'not a folder')
  for (const beat of [1, 2]) {
    await expect(ledger.upkeep.noteBeat(monday + beat * minute)).rejects.toThrow(/failed \(.+\)\. It tries again every minute\. Stopping the bot before that works destroys the only copy/u)
  }
  rmSync(folder)
  await expect(ledger.upkeep.noteBeat(monday + 3 * minute)).rejects.toThrow(/Everything up to now is in/u)
  rmSync(join(folder, rescuedIn(folder)[0] ?? ''))
  await expect(ledger.close()).rejects.toThrow(/Everything up to now is in/u)
  expect(verifyLedger(join(folder, rescuedIn(folder)[0] ?? '')).problems).toEqual([])
})

it('a database with a second name is refused, and one that has it through a killed restore is not', async () => {
  const file = join(newFolder(), 'db')
  await (await open(file)).ledger.close()
  linkSync(file, `${file}.before-then`)
  await (await open(file)).ledger.close()
  linkSync(file, join(dirname(file), 'other'))
  for (const name of [file, join(dirname(file), 'other')]) await expect(openLedger(name)).rejects.toMatchObject({ code: 'in-use', message: expect.stringContaining('second name') })
})

it('an older backup that is copied to the place of a database that was rescued is refused, until what was rescued is moved away', async () => {
  const folder = newFolder()
  const file = join(folder, 'db')
  const { ledger } = await open(file)
  await save(ledger, 'slack:T1/C1')
  await ledger.upkeep.noteBeat(monday)
  await ledger.upkeep.backup(join(folder, 'backup'))
  await ledger.upkeep.noteBeat(monday + minute)
  await save(ledger, 'slack:T1/C2')
  rmSync(file)
  await expect(ledger.close()).rejects.toThrow(/Everything up to now is in/u)
  for (const part of parts) rmSync(file + part, { force: true })
  copyFileSync(join(folder, 'backup'), file)
  const [copy = ''] = rescuedIn(folder)
  await expect(openLedger(file)).rejects.toMatchObject({ code: 'missing', message: expect.stringContaining(`restore ${join(folder, copy)}"`) })
  renameSync(join(folder, copy), join(folder, 'elsewhere'))
  const { ledger: older } = await open(file)
  expect(await older.quizzes.at('slack:T1/C2')).toBeUndefined()
})
