// Single files out of a zip, never larger than they may be: a head can say less than what comes out.
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
import { inflateRawSync } from 'node:zlib'

const signatures = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 }
const endSize = 22
const longestComment = 65_535

interface Entry {
  readonly method: number
  readonly packed: number
  readonly at: number
}

/** A text can begin with PK as well. An empty one begins with its end. */
export function isZip([p, k, three, four]: Uint8Array): boolean {
  return p === 0x50 && k === 0x4b && ((three === 3 && four === 4) || (three === 5 && four === 6))
}

/** @throws RangeError or an error of zlib if the zip is damaged */
export function zipEntries(data: Uint8Array): ReadonlyMap<string, Entry> {
  const view = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  let end = view.length - endSize
  while (end >= 0 && view.readUInt32LE(end) !== signatures.end && end > view.length - endSize - longestComment) end -= 1
  if (end < 0 || view.readUInt32LE(end) !== signatures.end) throw new RangeError('The list of files is missing.')
  const entries = new Map<string, Entry>()
  let at = view.readUInt32LE(end + 16)
  for (let nth = view.readUInt16LE(end + 10); nth > 0; nth -= 1) {
    if (view.readUInt32LE(at) !== signatures.entry) throw new RangeError('The list of files is damaged.')
    const [name, extra, comment] = [28, 30, 32].map((field) => view.readUInt16LE(at + field)) as [number, number, number]
    entries.set(view.toString('utf8', at + 46, at + 46 + name), { method: view.readUInt16LE(at + 10), packed: view.readUInt32LE(at + 20), at: view.readUInt32LE(at + 42) })
    at += 46 + name + extra + comment
  }
  return entries
}

/** @throws an error with the code ERR_BUFFER_TOO_LARGE if more than `most` bytes come out of it */
export function unpacked(data: Uint8Array, { method, packed, at }: Entry, most: number): Uint8Array {
  const view = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  if (view.readUInt32LE(at) !== signatures.local) throw new RangeError('A file is not where it should be.')
  const begins = at + 30 + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28)
  if (begins + packed > view.length) throw new RangeError('A file goes beyond the end.')
  const content = view.subarray(begins, begins + packed)
  if (method === 0) return content
  if (method !== 8) throw new RangeError('A file is packed in an unknown way.')
  return inflateRawSync(content, { maxOutputLength: most })
}
