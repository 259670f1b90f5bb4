// What a running bot can see of its database without reading it: which files are at its paths, when they were written last, and where
// SQLite's index of the log (-shm) says that the log ends. Cheap enough to ask before each commit.
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { parseIndex, indexSize, type LogIndex } from './log-index.ts'

/** Which file it is, whatever its name, and its last write. Undefined: there is none. */
export type Stamp = { readonly id: string; readonly size: bigint; readonly written: bigint } | undefined

export type FileState = { readonly db: Stamp; readonly log: Stamp; readonly index: Stamp; readonly logIndex: LogIndex | undefined }

export type FileView = { readonly look: () => FileState; readonly close: () => void }

/** Opens the index once: closing any handle of that file would end SQLite's own locks on it (https://www.sqlite.org/howtocorrupt.html). */
export function viewFiles(file: string): FileView {
  const handle = openSync(`${file}-shm`, 'r')
  const bytes = Buffer.alloc(indexSize)
  return {
    look: () => ({
      db: stampOf(file),
      log: stampOf(`${file}-wal`),
      index: stampOf(`${file}-shm`),
      logIndex: readSync(handle, bytes, 0, indexSize, 0) === indexSize ? parseIndex(bytes) : undefined,
    }),
    close: () => closeSync(handle),
  }
}

function stampOf(file: string): Stamp {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false })
  return stat && { id: `${stat.dev}:${stat.ino}`, size: stat.size, written: stat.mtimeNs }
}

export const isSameFile = (one: Stamp, other: Stamp): boolean => one?.id === other?.id

export const isUntouched = (one: Stamp, other: Stamp): boolean => isSameFile(one, other) && one?.size === other?.size && one?.written === other?.written

/** The index is mapped into memory, so the system doesn't say when it was written; its content does. */
export const isUnchanged = (one: FileState, other: FileState): boolean =>
  isUntouched(one.db, other.db) &&
  isUntouched(one.log, other.log) &&
  isSameFile(one.index, other.index) &&
  one.index?.size === other.index?.size &&
  one.logIndex?.bytes === other.logIndex?.bytes
