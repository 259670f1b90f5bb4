// What SQLite notes in the -shm file about the log (-wal) of a database: how many pages are in it, and what the last one must look like.
// https://www.sqlite.org/walformat.html#the_wal_index_header
import { endianness } from 'node:os'

export type LogIndex = {
  readonly pages: number
  /** As in the log, which gets new ones each time it starts over. */
  readonly salts: string
  /** Of everything in the log up to its last page. */
  readonly checksum: readonly [number, number]
  /** All of it, to compare. */
  readonly bytes: string
}

export const indexSize = 48

/** Undefined for what SQLite wouldn't use, either: then it makes the index again from the log. */
export function parseIndex(bytes: Buffer): LogIndex | undefined {
  const number = (at: number) => (endianness() === 'LE' ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at))
  if (bytes[12] !== 1) return undefined
  return { pages: number(16), checksum: [number(24), number(28)], salts: bytes.toString('latin1', 32, 40), bytes: bytes.toString('latin1') }
}

/** Whether an index says less than an earlier one about the same log. SQLite would write over what it leaves out. */
export const goesBack = (now: LogIndex, before: LogIndex): boolean => now.salts === before.salts && now.pages < before.pages
