// Checks that the log of a database has what SQLite wrote there, by the log's own checksums. What is behind its last page doesn't matter:
// SQLite ignores it, and a power cut can leave anything there. https://www.sqlite.org/fileformat2.html#wal_file_format
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { endianness } from 'node:os'
import type { LogIndex } from './log-index.ts'

const header = { size: 32, summed: 24, magic: 0x377f0682, pageSizeAt: 8, saltsAt: 16 }
const frame = { header: 24, summed: 8, saltsAt: 8 }
type Sum = readonly [number, number]

/** Whether everything that the index knows of is in the log. */
export function logHolds(log: string, index: LogIndex): boolean {
  if (index.pages === 0) return true
  const handle = openSync(log, 'r')
  try {
    const first = Buffer.alloc(header.size)
    if (readSync(handle, first, 0, header.size, 0) < header.size) return false
    const magic = first.readUInt32BE(0)
    if (magic >>> 1 !== header.magic >>> 1 || saltsOf(first, header.saltsAt) !== index.salts) return false
    const step = frame.header + first.readUInt32BE(header.pageSizeAt)
    if (fstatSync(handle).size < header.size + index.pages * step) return false
    // The last bit of the magic number says in which byte order the checksums were made.
    const swap = (magic & 1) === (endianness() === 'LE' ? 1 : 0)
    const words = wordsOf(first, swap)
    const sum = addFrames({ handle, step, swap, index }, add([0, 0], words, 0, header.summed / 4))
    return sum !== undefined && sum[0] === index.checksum[0] && sum[1] === index.checksum[1]
  } finally {
    closeSync(handle)
  }
}

type Frames = { readonly handle: number; readonly step: number; readonly swap: boolean; readonly index: LogIndex }

/** Undefined if one of them is of another log. */
function addFrames({ handle, step, swap, index }: Frames, start: Sum): Sum | undefined {
  let sum = start
  const bytes = Buffer.alloc(step)
  for (let page = 0; page < index.pages; page++) {
    if (readSync(handle, bytes, 0, step, header.size + page * step) < step) return undefined
    if (saltsOf(bytes, frame.saltsAt) !== index.salts) return undefined
    const words = wordsOf(bytes, swap)
    sum = add(add(sum, words, 0, frame.summed / 4), words, frame.header / 4, step / 4)
  }
  return sum
}

const saltsOf = (bytes: Buffer, at: number): string => bytes.toString('latin1', at, at + 8)

function wordsOf(bytes: Buffer, swap: boolean): Uint32Array {
  const copy = new Uint8Array(bytes)
  if (swap) Buffer.from(copy.buffer).swap32()
  return new Uint32Array(copy.buffer)
}

/** https://www.sqlite.org/fileformat2.html#checksum_algorithm */
function add([one, two]: Sum, words: Uint32Array, from: number, to: number): Sum {
  for (let at = from; at < to; at += 2) {
    one = (one + (words[at] ?? 0) + two) >>> 0
    two = (two + (words[at + 1] ?? 0) + one) >>> 0
  }
  return [one, two]
}
