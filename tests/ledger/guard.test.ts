// What a running bot does when somebody else touches the files of its database, one look at a time.
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { createGuard, type Guard } from '../../src/ledger/sqlite/file/guard.ts'
import { lockFile, type Lock } from '../../src/ledger/sqlite/file/lock-file.ts'
import { openFilesIn, tellsOpenFiles } from './open-files.ts'
import { smallLedger } from './small-ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { withoutRoot } from './without-root.ts'

const newFolder = temporaryFolder()
let file: string
let db: Database.Database
let lock: Lock
let guard: Guard
let release: () => void
/** What the queue was told to refuse everything with; undefined where it was told to take everything. */
let refused: (string | undefined)[]

beforeEach(() => {
  file = join(newFolder(), 'volume', 'db')
  mkdirSync(dirname(file))
  smallLedger(file, { salt: 'grain', opened_at: '70', beat_at: '80' })
  lock = lockFile(file)
  db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = OFF')
  db.exec('CREATE TABLE texts (text TEXT)')
  const heard: typeof refused = []
  refused = heard
  guard = createGuard({ db, file: { path: file, lock }, queue: { refuse: (reason) => void heard.push(reason?.message) } })
  release = () => {
    guard.release()
    release = () => undefined
  }
  onTestFinished(() => {
    db.close()
    release()
    lock.release()
  })
})

/** As the bot does, or as another program does with SQLite. */
const bot = { writes: () => void db.exec(`INSERT INTO texts VALUES ('a text')`), sets: (name: string, value: string) => void db.exec(`UPDATE meta SET value = '${value}' WHERE name = '${name}'`) }

function another(sql = `INSERT INTO texts VALUES ('another text')`): void {
  const other = new Database(file)
  other.exec(sql)
  other.close()
}

const rescued = (): readonly string[] => readdirSync(dirname(file)).filter((name) => name.includes('rescued'))
const frame = 24 + 4096
const overwritten = /^Something other than the bot wrote into the database/u

it('what the bot writes itself is not looked into, even where its log begins again', () => {
  expect(guard.check()).toBeUndefined()
  bot.writes()
  guard.wrote()
  const { size } = statSync(`${file}-wal`)
  expect(guard.writing(() => db.pragma('wal_checkpoint(PASSIVE)'))).toBeDefined()
  bot.writes()
  guard.wrote()
  expect(statSync(`${file}-wal`).size).toBe(size)
  expect(guard.check()).toBeUndefined()
})

it('what another program writes is looked into once, and does no harm', async () => {
  another()
  await guard.check()
  expect(refused).toEqual([undefined])
  expect(guard.check()).toBeUndefined()
})

it.each(['salt', 'opened_at', 'beat_at'])('a database with another %s is not the bot’s, and neither is what is in it', async (name) => {
  another(`UPDATE meta SET value = '60' WHERE name = '${name}'`)
  await guard.check()
  expect(refused.at(-1)).toMatch(overwritten)
  expect(refused.at(-1)).toContain('Too much is gone')
  // Trying again would not make it the bot's.
  bot.sets(name, { salt: 'grain', opened_at: '70' }[name] ?? '80')
  await expect(guard.beat(90, () => Promise.resolve())).rejects.toThrow('Too much is gone')
  expect(rescued()).toEqual([])
})

it('while a beat is being saved, the one before is known as well', async () => {
  await guard.beat(90, async () => {
    another()
    await guard.check()
    bot.sets('beat_at', '90')
    guard.wrote()
    another()
    await guard.check()
  })
  expect(lock.lastBeat()).toBe(90)
  another()
  await guard.check()
  expect(refused).toEqual([undefined, undefined, undefined, undefined])
})

it('a log that was cut is looked into before the next commit, even if the bot wrote in between', async () => {
  bot.writes()
  guard.wrote()
  truncateSync(`${file}-wal`, statSync(`${file}-wal`).size - frame)
  guard.wrote()
  await guard.check()
  expect(refused.at(-1)).toMatch(/^Something other than the bot wrote into the database's log/u)
  // Moved into the database, what is left of the log could damage it.
  expect(guard.writing(() => 'moved')).toBeUndefined()
  expect(await guard.end()).toMatchObject({ fault: { code: 'damaged' }, mayClose: false })
})

it('an index of the log that is removed in the moment of a commit is noticed before the next one', async () => {
  rmSync(`${file}-shm`)
  bot.writes()
  guard.wrote()
  await guard.check()
  expect(refused.at(-1)).toMatch(/^The log of the database.+Everything up to now is in/u)
})

it('files that cannot be read just now are looked into until they can, even if the bot writes in between', async () => {
  for (const folder of [dirname(dirname(file)), dirname(file)]) chmodSync(folder, 0o755)
  another(`UPDATE meta SET value = 'other' WHERE name = 'salt'`)
  for (const part of ['', '-wal']) chmodSync(file + part, 0o000)
  await withoutRoot(async () => {
    await guard.check()
    await guard.check()
  })
  expect(refused).toEqual([undefined, undefined])
  for (const part of ['', '-wal']) chmodSync(file + part, 0o600)
  bot.writes()
  guard.wrote()
  await guard.check()
  expect(refused.at(-1)).toMatch(overwritten)
})

it('a database that is gone is saved once, and says the same until it is back', async () => {
  renameSync(file, `${file}.elsewhere`)
  await guard.check()
  expect(refused).toEqual([expect.stringMatching(/is saving what it has next to it/u), expect.stringMatching(/Everything up to now is in/u)])
  const said = refused.at(-1)
  let saves = 0
  await expect(guard.beat(90, async () => void saves++)).rejects.toThrow(said)
  expect([refused.slice(2), saves, rescued().length]).toEqual([[said, said], 0, 1])
  renameSync(`${file}.elsewhere`, file)
  await guard.beat(90, async () => void saves++)
  expect([refused.at(-1), saves]).toEqual([undefined, 1])
})

it('a rescued copy that is gone is made again', async () => {
  renameSync(file, `${file}.elsewhere`)
  await guard.check()
  rmSync(join(dirname(file), rescued()[0] ?? ''))
  await guard.check()
  expect(rescued()).toHaveLength(1)
  expect(refused.at(-1)).toContain(`Everything up to now is in ${join(dirname(file), rescued()[0] ?? '')}.`)
})

it.each<[string, () => void]>([
  ['moved over the database', () => (writeFileSync(`${file}.other`, 'Buy milk.'), renameSync(`${file}.other`, file))],
  ['written over the database', () => writeFileSync(file, 'Buy milk.')],
])('another file that is %s stays as it is, and the log is kept elsewhere', async (_, put) => {
  const log = readFileSync(`${file}-wal`)
  put()
  for (let time = 0; time < 2; time++) {
    await guard.check()
    const kept = readdirSync(dirname(file)).find((name) => name.includes('replaced')) ?? ''
    expect(readFileSync(join(dirname(file), kept)).equals(log)).toBe(true)
    expect(refused.at(-1)).toContain(` The log of the old file is kept as ${join(dirname(file), kept)}.`)
  }
  expect(readFileSync(file, 'utf8')).toBe('Buy milk.')
})

it('what happens next is saved anew', async () => {
  renameSync(file, `${file}.elsewhere`)
  await guard.check()
  renameSync(`${file}.elsewhere`, file)
  rmSync(`${file}-wal`)
  await guard.check()
  expect(refused.at(-1)).toMatch(/^The log of the database/u)
  expect(rescued()).toHaveLength(2)
})

it('nothing is saved next to a database that is whole', async () => {
  const index = readFileSync(`${file}-shm`)
  bot.writes()
  guard.wrote()
  rmSync(`${file}.lock`)
  const faster = lockFile(file)
  await expect(guard.beat(90, () => Promise.resolve())).rejects.toThrow('Stop one of the two')
  faster.release()
  const handle = openSync(`${file}-shm`, 'r+')
  writeSync(handle, index, 0, index.length, 0)
  closeSync(handle)
  await expect(guard.beat(90, () => Promise.resolve())).rejects.toThrow('Nothing is lost')
  expect(readdirSync(dirname(file)).toSorted()).toEqual(['db', 'db-shm', 'db-wal', 'db.lock'])
})

it('the log is moved into the database only while nothing else is going on', async () => {
  const move = (): string => 'moved'
  expect(guard.writing(move)).toBe('moved')
  const beat = guard.beat(80, () => Promise.resolve())
  expect(guard.writing(move)).toBeUndefined()
  await beat
  expect(guard.writing(move)).toBe('moved')
  another()
  expect(guard.writing(move)).toBeUndefined()
  await guard.check()
  expect(guard.writing(move)).toBe('moved')
})

it('a database that is moved away while its log is moved into it is noticed before the next commit', async () => {
  guard.writing(() => renameSync(file, `${file}.elsewhere`))
  await guard.check()
  expect(refused.at(-1)).toMatch(/was removed or replaced/u)
})

it('the last word at a stop is what the stop costs', async () => {
  rmSync(dirname(file), { recursive: true })
  writeFileSync(dirname(file), 'not a folder')
  await expect(guard.beat(90, () => Promise.resolve())).rejects.toThrow('Stopping the bot before that works destroys the only copy')
  const { fault, mayClose } = await guard.end()
  expect(fault?.message).toContain('What was saved since the last backup is lost')
  expect(mayClose).toBe(true)
})

it('after the end nothing is looked at', async () => {
  another()
  release()
  guard.wrote()
  expect(guard.check()).toBeUndefined()
  expect(await guard.end()).toEqual({ fault: undefined, mayClose: true })
})

it.skipIf(!tellsOpenFiles)('after the end no file stays open', () => {
  release()
  db.close()
  lock.release()
  expect(openFilesIn(dirname(file))).toEqual([])
})
