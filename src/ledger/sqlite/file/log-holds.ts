// Checks that the log of a database has what SQLite wrote there, by the log's own checksums. What is behind its last page doesn't matter:
// SQLite ignores it, and a power cut can leave anything there. https://www.sqlite.org/fileformat2.html#wal_file_format
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { LogIndex } from './log-index.ts'

const header = { size: 32, summed: 24, magic: 0x377f0682, pageSizeAt: 8, saltsAt: 16, sumAt: 24 }
const frame = { header: 24, summed: 8, saltsAt: 8, sumAt: 16 }
type Sum = readonly [number, number]

/** Whether everything that the index knows of is in the log. */
export function logHolds(log: string, index: LogIndex): boolean {
  if (index.pages === 0) return true
  const handle = openSync(log, 'r')
  try {
    const first = Buffer.alloc(header.size)
    readSync(handle, first, 0, header.size, 0)
    const magic = first.readUInt32BE(0)
    if (magic >>> 1 !== header.magic >>> 1 || saltsOf(first, header.saltsAt) !== index.salts) return false
    const step = frame.header + first.readUInt32BE(header.pageSizeAt)
    if (fstatSync(handle).size < header.size + index.pages * step) return false
    // The last bit of the magic number says in which byte order the checksums were made.
    const isLittle = (magic & 1) === 0
    const sum = add([0, 0], first.subarray(0, header.summed), isLittle)
    if (!isSame(sum, sumIn(first, header.sumAt))) return false
    const last = addFrames({ handle, step, isLittle, index }, sum)
    return last !== undefined && isSame(last, index.checksum)
  } finally {
    closeSync(handle)
  }
}

type Frames = { readonly handle: number; readonly step: number; readonly isLittle: boolean; readonly index: LogIndex }

/** Undefined if one of them is of another log, or isn't what its own checksum says: after a crash, SQLite would end the log there. */
function addFrames({ handle, step, isLittle, index }: Frames, start: Sum): Sum | undefined {
  let sum = start
  const bytes = Buffer.alloc(step)
  for (let page = 0; page < index.pages; page++) {
    readSync(handle, bytes, 0, step, header.size + page * step)
    sum = add(add(sum, bytes.subarray(0, frame.summed), isLittle), bytes.subarray(frame.header), isLittle)
    if (saltsOf(bytes, frame.saltsAt) !== index.salts || !isSame(sum, sumIn(bytes, frame.sumAt))) return undefined
  }
  return sum
}

const saltsOf = (bytes: Buffer, at: number): string => bytes.toString('latin1', at, at + 8)

const sumIn = (bytes: Buffer, at: number): Sum => [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)]

const isSame = (one: Sum, other: Sum): boolean => one[0] === other[0] && one[1] === other[1]

/** https://www.sqlite.org/fileformat2.html#checksum_algorithm */
function add([one, two]: Sum, bytes: Uint8Array, isLittle: boolean): Sum {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = 0; at < bytes.length; at += 8) {
    one = (one + words.getUint32(at, isLittle) + two) >>> 0
    two = (two + words.getUint32(at + 4, isLittle) + one) >>> 0
  }
  return [one, two]
}
