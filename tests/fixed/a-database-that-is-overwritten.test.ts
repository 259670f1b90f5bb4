// Somebody copied a backup over the database of a running bot, or emptied it, in place: the bot went on as if it were saving answers.
import { appendFileSync, closeSync, copyFileSync, existsSync, openSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'
import { bankOf, monday, quizOf, someone } from '../ledger/world.ts'

const newFolder = temporaryFolder()
const minute = 60_000

let events = 0
const save = (ledger: Ledger, place = quizOf().place) => ledger.quizzes.change(place, `event ${(events += 1)}`, monday, () => ({ quiz: { ...quizOf(), place } }))

/** A ledger in use that has come through a beat, and a backup of it that knows less. */
async function inUse() {
  const folder = newFolder()
  const [file, backup] = [join(folder, 'db'), join(folder, 'backup')]
  const ledger = await openLedger(file)
  onTestFinished(() => ledger.close().catch(() => undefined))
  await save(ledger)
  await ledger.upkeep.backup(backup)
  await save(ledger, 'slack:T1/C2')
  await ledger.upkeep.noteBeat(monday)
  await ledger.upkeep.checkpoint(true)
  return { folder, file, backup, ledger }
}

/** Writes through the file that is there, as `cp` and a shell's `>` do. */
function overwrite(file: string, content: Uint8Array, at = 0): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, content, 0, content.length, at)
  closeSync(handle)
}

it.each<[string, (file: string, backup: string) => void]>([
  ['emptied', (file) => truncateSync(file, 0)],
  ['cut in half', (file) => truncateSync(file, Math.floor(readFileSync(file).length / 8192) * 4096)],
  ['overwritten with an older backup of itself', (file, backup) => (overwrite(file, readFileSync(backup)), truncateSync(file, readFileSync(backup).length))],
  ['overwritten with text', (file) => overwrite(file, Buffer.from('hello\n'.repeat(2000)))],
  ['overwritten with zeros in its middle', (file) => overwrite(file, new Uint8Array(8192), 8192)],
])('a database that is %s while the bot runs is noticed at the next beat, and nothing more is taken', async (_, damage) => {
  const { file, backup, ledger } = await inUse()
  damage(file, backup)
  const says = { code: 'damaged', message: expect.stringMatching(/Something other than the bot wrote into the database .+restore (?:FILE|.+rescued)/u) }
  await expect(ledger.upkeep.noteBeat(monday + minute)).rejects.toMatchObject(says)
  await expect(save(ledger, 'slack:T1/C3')).rejects.toMatchObject(says)
})

it('a database that was overwritten isn’t taken for whole again when the old file is copied back', async () => {
  const { file, folder, backup, ledger } = await inUse()
  copyFileSync(file, join(folder, 'kept'))
  overwrite(file, readFileSync(backup))
  await expect(ledger.upkeep.noteBeat(monday + minute)).rejects.toMatchObject({ code: 'damaged' })
  overwrite(file, readFileSync(join(folder, 'kept')))
  await expect(ledger.upkeep.noteBeat(monday + 2 * minute)).rejects.toMatchObject({ code: 'damaged' })
})

it('what the bot moves into the file itself is no damage, and neither is another program that does so', async () => {
  const { file, folder, ledger } = await inUse()
  for (let beat = 1; beat < 4; beat++) {
    await save(ledger, `slack:T1/C${beat}`)
    if (beat === 2) {
      const other = new Database(file)
      other.pragma('wal_checkpoint(TRUNCATE)')
      other.close()
    }
    await ledger.upkeep.noteBeat(monday + beat * minute)
    await ledger.upkeep.checkpoint(true)
  }
  await ledger.upkeep.noteBeat(monday + 5 * minute)
  expect(readdirSync(folder).filter((name) => name.includes('rescued'))).toEqual([])
})

it('a program that only changes when the file was written last does no harm', async () => {
  const { file, ledger } = await inUse()
  appendFileSync(file, '')
  writeFileSync(file, readFileSync(file))
  await ledger.upkeep.noteBeat(monday + minute)
  await save(ledger, 'slack:T1/C9')
  expect(await ledger.quizzes.at('slack:T1/C9')).toBeDefined()
})

const answers = (path: string) => {
  const copy = join(newFolder(), 'db')
  for (const part of ['', '-wal']) if (existsSync(path + part)) copyFileSync(path + part, copy + part)
  return verifyLedger(copy)
}

it.each<[string, (log: string) => void]>([
  ['emptied', (log) => truncateSync(log, 0)],
  ['cut', (log) => truncateSync(log, 32 + 4120)],
])('where the log was %s, nothing of it is moved into the database, nothing more is taken after the next beat, and the database stays whole', async (_, damage) => {
  const { file, ledger } = await inUse()
  for (let place = 0; place < 20; place++) await save(ledger, `slack:T1/D${place}`)
  damage(`${file}-wal`)
  const beats = []
  for (let beat = 1; beat < 4; beat++) {
    beats.push(await ledger.upkeep.noteBeat(monday + beat * minute).then(() => 'ok', ({ code }: { code: string }) => code))
    await ledger.upkeep.checkpoint(true)
    expect(answers(file).problems).toEqual([])
  }
  expect(beats.slice(1)).toEqual(['damaged', 'damaged'])
  await expect(save(ledger, 'slack:T1/C3')).rejects.toMatchObject({ code: 'damaged' })
  await expect(ledger.close()).rejects.toMatchObject({ code: 'damaged' })
  expect(answers(file).problems).toEqual([])
})

it('a log that is removed while the bot runs is noticed, and everything in it is saved', async () => {
  const { file, folder, ledger } = await inUse()
  await save(ledger, 'slack:T1/C7')
  rmSync(`${file}-wal`)
  await expect(ledger.upkeep.noteBeat(monday + minute)).rejects.toMatchObject({ code: 'missing', message: expect.stringContaining('Everything up to now is in') })
  const rescued = readdirSync(folder).find((name) => name.includes('rescued')) ?? 'none'
  const again = await openLedger(join(folder, rescued))
  onTestFinished(() => again.close())
  expect(await again.quizzes.at('slack:T1/C7')).toBeDefined()
})

it('an older copy over the database is noticed though the log still has the last beat and answers', async () => {
  const { file, folder, ledger } = await inUse()
  copyFileSync(file, join(folder, 'old'))
  const [claim] = await ledger.delivery.claimDue(monday, bankOf(), 9)
  const id = claim?.round.id ?? ''
  await ledger.delivery.markSending(id, monday, null)
  const answer = (name: string) => ledger.answers.take(id, someone(name), ['b'], monday + minute)
  for (const name of ['Ada', 'Ben', 'Cleo']) await answer(name)
  await ledger.upkeep.noteBeat(monday + minute)
  await ledger.upkeep.checkpoint(true)
  await ledger.upkeep.noteBeat(monday + 2 * minute)
  await answer('Dora')
  overwrite(file, readFileSync(join(folder, 'old')))
  await expect(ledger.upkeep.noteBeat(monday + 3 * minute)).rejects.toMatchObject({ code: 'damaged' })
})
