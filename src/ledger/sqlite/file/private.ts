// What people answered is for the bot's own user alone, so other users of the machine cannot read its files.
import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs'

/** Makes the folder, with those above it, unless it is there. One that is there keeps its rights: others may use it too. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}

/**
 * Makes an empty file unless there is one, and takes the rights of everybody but its owner away. SQLite gives the files that it makes
 * beside a database the same rights. Does nothing where the bot may not change them: what that means is for SQLite to say.
 */
export function makePrivateFile(file: string): void {
  try {
    closeSync(openSync(file, 'a', 0o600))
  } catch {
    return
  }
  for (const part of [file, `${file}-wal`, `${file}-shm`]) takeRights(part)
}

function takeRights(file: string): void {
  try {
    const { mode } = statSync(file)
    if ((mode & 0o077) !== 0) chmodSync(file, mode & 0o700)
  } catch {
    // There is no such file, or it belongs to somebody else.
  }
}
