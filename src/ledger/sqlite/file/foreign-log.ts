// A log (-wal) beside a database that it doesn't belong to: somebody put another file in the database's place. SQLite can't tell and would
// move the log into that file, which damages it.
import { closeSync, existsSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { actualPath } from './actual-path.ts'
import { syncFolder } from './sync.ts'

/**
 * Whether the log next to the file is another database's. The bot's own database is in WAL mode whenever it has a log; backups, restored
 * files and rescued ones are not. https://www.sqlite.org/fileformat2.html#file_format_version_numbers
 */
export function hasForeignLog(name: string): boolean {
  const file = actualPath(name)
  if (sizeOf(`${file}-wal`) === 0 || sizeOf(file) < 100) return false
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(20)
    readSync(handle, bytes, 0, 20, 0)
    return bytes.toString('latin1', 0, 15) === 'SQLite format 3' && bytes[18] === 1
  } finally {
    closeSync(handle)
  }
}

/** At a start. @returns what the operator should know of it */
export function setForeignLogAside(file: string): string | undefined {
  if (!hasForeignLog(file)) return undefined
  const kept = setLogAside(file, `${file}.replaced-${stampNow()}`)
  return `The log next to ${file} belonged to another database, which this one replaced. It's kept as ${kept}. Answers that were only in that log aren't in this database.`
}

/** For whoever only reads. */
export const foreignLogSentence = (file: string): string =>
  `The log ${file}-wal belongs to another database, which ${file} replaced. Move the log away, or start the bot: it does that itself.`

/**
 * Moves the log away from its database. The new name isn't one under which SQLite finds it: beside an empty file or one that is already
 * whole, SQLite would delete it or apply it again.
 *
 * @returns where it is now; undefined if there was nothing in it
 */
export function setLogAside(file: string, name: string): string | undefined {
  rmSync(`${file}-shm`, { force: true })
  if (!existsSync(`${file}-wal`)) return undefined
  if (sizeOf(`${file}-wal`) === 0) {
    rmSync(`${file}-wal`)
    return undefined
  }
  const kept = freeName(`${name}-log`)
  renameSync(`${file}-wal`, kept)
  syncFolder(dirname(file))
  return kept
}

/** In bytes; 0 if there is no such file. */
export function sizeOf(file: string): number {
  try {
    return statSync(file).size
  } catch {
    return 0
  }
}

/** The name, or with a number behind it if it is taken. */
export function freeName(name: string, number = 1): string {
  const each = number === 1 ? name : `${name}-${number}`
  return existsSync(each) || existsSync(`${each}-log`) ? freeName(name, number + 1) : each
}

/** The time as a part of a file's name. */
export const stampNow = (): string => new Date().toISOString().replaceAll(/[:.]/gu, '-')
