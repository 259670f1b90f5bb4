// The pictures of the bot: drawn when they are first asked for, kept for a while, and off if this machine draws no text.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { keepLatest } from '../core/keep-latest.ts'
import type { Log } from '../core/log.ts'
import { drawSvg } from '../screens/pictures/draw.ts'
import type { DrawPicture, StillImage } from '../screens/pictures/picture.ts'
import { text } from '../screens/pictures/svg.ts'
import { createPngMaker, type PngMaker } from './png.ts'

export type Pictures = { readonly draw: DrawPicture; readonly close: () => Promise<void> }

/** Diagrams are the same for everybody; a picture of somebody's own is asked for again within minutes, if at all. */
const mostKept = 40

/** @param png draws; the usual one unless a test says otherwise */
export function createPictures(log: Log, png: PngMaker = createPngMaker()): Pictures {
  const kept = new Map<string, Promise<Uint8Array | undefined>>()
  let works: Promise<boolean> | undefined

  async function drawn(svg: string): Promise<Uint8Array | undefined> {
    if (!(await (works ??= drawsText(png, log)))) return undefined
    return png.draw(svg)
  }

  async function draw(picture: Parameters<DrawPicture>[0]): Promise<Uint8Array | undefined> {
    if (picture.kind === 'image' && picture.path === undefined) return undefined
    let key: string | undefined
    try {
      const image = picture.kind === 'image' ? await bytesOf(picture) : undefined
      if (picture.kind === 'image' && picture.type !== 'svg') return image
      const svg = picture.kind === 'image' ? new TextDecoder().decode(image) : drawSvg(picture)
      key = createHash('sha256').update(svg).digest('base64')
      const known = kept.get(key) ?? drawn(svg)
      keepLatest(kept, key, known, mostKept)
      return await known
    } catch (fault) {
      // It may work the next time.
      if (key !== undefined) kept.delete(key)
      log.warn({ picture: picture.kind, fault: fault instanceof Error ? fault.message : String(fault) }, picture.kind === 'image' ? 'could not read a picture of the course; its words stand for it' : 'could not draw a picture; the text stands without it')
      return undefined
    }
  }

  return { draw, close: png.close }
}

/** Read each time, since a picture of the course is asked for now and then, and most are large. @throws Error if it isn't the one that was checked */
async function bytesOf({ hash, path = '' }: StillImage): Promise<Uint8Array> {
  const bytes = await readFile(path)
  if (createHash('sha256').update(bytes).digest('hex') !== hash) throw new Error(`${basename(path)} has changed since the start`)
  return bytes
}

const sample = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#fff"/>${text(8, 30, 'x', { size: 30, color: '#000000' })}</svg>`

/** Without its font, the library draws nothing where text should be, and reports no error. Asked once. */
async function drawsText(png: PngMaker, log: Log): Promise<boolean> {
  const ink = await png.ink(sample).catch((fault: unknown) => (fault instanceof Error ? fault.message : String(fault)))
  if (typeof ink === 'number' && ink > 0) return true
  log.warn({ fault: ink === 0 ? 'no text is drawn' : ink }, 'pictures are off until the next start: this machine cannot draw text')
  return false
}
