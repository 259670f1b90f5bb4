// The log of a small database as SQLite wrote it, and the same log with other bytes or in the other byte order.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { parseIndex, type LogIndex } from '../../src/ledger/sqlite/file/log-index.ts'

export const pageSize = 512
export const frameSize = 24 + pageSize
export const rows = 6

export type WrittenLog = { readonly log: Buffer; readonly index: LogIndex }

/** `earlier`: what the index was before the rows were written. */
export type WrittenDatabase = WrittenLog & { readonly db: Buffer; readonly earlier: LogIndex }

/** Of a database with what a ledger is recognized by. */
export function writtenLog(folder: string): WrittenDatabase {
  const file = join(folder, 'written')
  const db = new Database(file)
  db.pragma(`page_size = ${pageSize}`)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = OFF')
  db.exec(`CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT); INSERT INTO meta VALUES ('salt', 'grain'), ('opened_at', '7'), ('beat_at', '8')`)
  db.exec(`CREATE TABLE topics (id INTEGER PRIMARY KEY); CREATE TABLE texts (text TEXT, topic INTEGER REFERENCES topics)`)
  const earlier = indexIn(`${file}-shm`)
  for (let row = 0; row < rows; row++) db.prepare('INSERT INTO texts (text) VALUES (?)').run(String(row).repeat(300))
  const written = { db: readFileSync(file), log: readFileSync(`${file}-wal`), index: indexIn(`${file}-shm`), earlier }
  db.close()
  return written
}

export function indexIn(file: string): LogIndex {
  const index = parseIndex(readFileSync(file).subarray(0, 48))
  if (index === undefined) throw new Error(`${file} is no index`)
  return index
}

/** The log with checksums that fit its bytes, in one of the two byte orders, and the index that SQLite would make of it. */
export function signed({ log, index }: WrittenLog, isLittle: boolean, magic = 0x377f0682): WrittenLog {
  const copy = Buffer.from(log)
  copy.writeUInt32BE(isLittle ? magic : magic + 1, 0)
  const sums: [number, number] = [0, 0]
  const add = (from: number, to: number): void => {
    for (let at = from; at < to; at += 4) {
      const word = isLittle ? copy.readUInt32LE(at) : copy.readUInt32BE(at)
      const which = (at - from) % 8 === 0 ? 0 : 1
      sums[which] = (sums[which] + word + sums[1 - which as 0 | 1]) % 2 ** 32
    }
  }
  const sign = (at: number): void => sums.forEach((sum, word) => copy.writeUInt32BE(sum, at + 4 * word))
  add(0, 24)
  sign(24)
  for (let at = 32; at < copy.length; at += frameSize) {
    add(at, at + 8)
    add(at + 24, at + frameSize)
    sign(at + 16)
  }
  return { log: copy, index: { ...index, checksum: sums } }
}
