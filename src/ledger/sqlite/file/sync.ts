// Waits for the disk.
import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Waits until a file that was renamed has its new name on the disk. Windows cannot do that. */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {
    // The name gets to the disk a little later.
  }
}

/** Waits until the file is on the disk: before that, a power cut can lose it. */
export function sync(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
