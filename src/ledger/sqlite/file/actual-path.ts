// Where a file really is, whatever links lead to it: one ledger must not be taken for two.
import { readlinkSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/** Also of a file that does not exist yet. Links that lead nowhere are followed as far as they go. */
export function actualPath(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    const target = linkTarget(file)
    return target === undefined ? join(actualFolder(dirname(file)), basename(file)) : actualPath(target)
  }
}

function actualFolder(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return resolve(folder)
  }
}

/** Undefined for what is no link, and for a link to itself. */
function linkTarget(file: string): string | undefined {
  try {
    const target = resolve(dirname(file), readlinkSync(file))
    return target === resolve(file) ? undefined : target
  } catch {
    return undefined
  }
}
