// Tells whether somebody cut the log of a ledger that is in use. Its connection writes on where it stopped, so there is nothing left where
// the log began, or nothing in its middle. https://www.sqlite.org/fileformat.html#the_write_ahead_log
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'

const header = { size: 32, magic: 0x377f0682, pageSizeAt: 8 }
/** In front of each page; the salts tell which log a frame is of, and none has zeros. */
const frame = { size: 24, saltsAt: 8 }

/** A log that has just been emptied, by this connection or for good reason by another program, is not broken. */
export function isLogBroken(log: string): boolean {
  if (!existsSync(log)) return false
  const handle = openSync(log, 'r')
  try {
    const { size } = fstatSync(handle)
    if (size === 0) return false
    const read = (at: number, length: number): Buffer => {
      const bytes = Buffer.alloc(length)
      readSync(handle, bytes, 0, length, at)
      return bytes
    }
    const first = read(0, header.size)
    // The last bit says in which order its checksums were made.
    if (first.readUInt32BE(0) >>> 1 !== header.magic >>> 1) return true
    const step = frame.size + first.readUInt32BE(header.pageSizeAt)
    for (let at = header.size; at + step <= size; at += step) if (read(at + frame.saltsAt, 8).readBigUInt64BE() === 0n) return true
    return false
  } finally {
    closeSync(handle)
  }
}
