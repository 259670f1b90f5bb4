// Reads a picture of a course: what its bytes say it is, and whether both chats would show it.
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ImageType } from '../../core/question.ts'
import type { CoursePicture } from '../course.ts'
import type { TryToDraw } from './draw-once.ts'

type Fault = { readonly check: string; readonly message: string; readonly remedy: string }

/** In bytes. Discord takes 10 MB (https://docs.discord.com/developers/reference#uploading-files), but a phone waits for it, and each edit of a post sends it again. */
const largest: Readonly<Record<ImageType, number>> = { png: 1_000_000, jpeg: 1_000_000, gif: 1_000_000, svg: 200_000 }
/** Pixels of a side. Chats show far fewer, and draw very long pictures as a line. */
const [least, most] = [40, 4_000]

const endings: Readonly<Record<string, ImageType>> = { png: 'png', jpg: 'jpeg', jpeg: 'jpeg', gif: 'gif', svg: 'svg' }

/** Never throws: a picture that can't be shown is a fault. @param file relative to the folder @param draw see drawEachOnce */
export function readImage(dir: string, file: string, draw: TryToDraw): CoursePicture | Fault {
  const said = endings[/[^.]*$/u.exec(file)?.[0].toLowerCase() ?? '']
  if (said === undefined) return { check: 'picture-type', message: `${file} doesn't have the name of a PNG, JPEG, GIF, or SVG`, remedy: 'Save it as one of these' }
  const path = resolve(join(dir, file))
  let bytes: Buffer
  try {
    const { size } = statSync(path)
    if (size > largest[said]) return { check: 'picture-large', message: `${file} has ${Math.ceil(size / 1000)} kB`, remedy: `Make it smaller than ${largest[said] / 1000} kB; 1600 pixels are wide enough` }
    bytes = readFileSync(path)
  } catch (fault) {
    return { check: 'picture-missing', message: `${file} cannot be opened${fault instanceof Error && 'code' in fault ? ` (${String(fault.code)})` : ''}`, remedy: 'Check that it exists and that the bot can read it' }
  }
  const found = typeOf(bytes)
  if (found !== said) return { check: 'picture-type', message: `${file} is ${found === undefined ? 'no picture that the bot knows' : `really a ${found.toUpperCase()}`}`, remedy: 'Save it again in the format that its name says' }
  return faultOf(file, bytes, found) ?? (found === 'svg' ? faultOfDrawing(file, draw(path)) : undefined) ?? { file, path, type: found, hash: createHash('sha256').update(bytes).digest('hex') }
}

function typeOf(bytes: Buffer): ImageType | undefined {
  const start = bytes.toString('latin1', 0, 8)
  if (start === '\u0089PNG\r\n\u001a\n') return 'png'
  if (start.startsWith('\u00ff\u00d8\u00ff')) return 'jpeg'
  if (/^GIF8[79]a/u.test(start)) return 'gif'
  return /^\uFEFF?\s*(?:<\?xml[^>]*>\s*|<!--[^]*?-->\s*)*<svg\b/u.test(bytes.toString('utf8', 0, 4_000)) ? 'svg' : undefined
}

function faultOf(file: string, bytes: Buffer, type: ImageType): Fault | undefined {
  const size = sizes[type](bytes)
  if (size === undefined) return { check: 'picture-type', message: `${file} is damaged or incomplete`, remedy: type === 'svg' ? 'Give its <svg> a width and a height, or a viewBox' : 'Save it again' }
  const [width, height] = size
  if (Math.max(width, height) > most || Math.min(width, height) < least) {
    return { check: 'picture-large', message: `${file} has ${width} × ${height} pixels`, remedy: `Each side needs ${least} to ${most}` }
  }
  if (moves[type]?.(bytes) === true) return { check: 'picture-type', message: `${file} is animated`, remedy: 'Save one of its frames: people can’t stop it' }
  if (type === 'svg' && /<(?:script|image|foreignObject|use[^>]+href\s*=\s*["'](?!#))/iu.test(bytes.toString('utf8'))) {
    return { check: 'picture-type', message: `${file} has scripts, or parts that are in other files`, remedy: 'Save it as a PNG' }
  }
  return undefined
}

function faultOfDrawing(file: string, why: string | undefined): Fault | undefined {
  return why === undefined ? undefined : { check: 'picture-type', message: `${file} ${why}`, remedy: 'Open it in a browser to see what is wrong, or save it as a PNG' }
}

type Size = readonly [width: number, height: number]

/** Undefined for a file without its end. */
const sizes: Readonly<Record<ImageType, (bytes: Buffer) => Size | undefined>> = {
  // https://www.w3.org/TR/png-3/#11IHDR
  png: (bytes) => (bytes.length > 45 && bytes.includes('IEND', bytes.length - 12) ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : undefined),
  jpeg: (bytes) => (bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > 0 ? sizeOfJpeg(bytes) : undefined),
  // https://www.w3.org/Graphics/GIF/spec-gif89a.txt
  gif: (bytes) => (bytes.length > 20 && bytes.at(-1) === 0x3b ? [bytes.readUInt16LE(6), bytes.readUInt16LE(8)] : undefined),
  svg: (bytes) => sizeOfSvg(bytes.toString('utf8')),
}

const moves: Readonly<Partial<Record<ImageType, (bytes: Buffer) => boolean>>> = {
  // https://www.w3.org/TR/png-3/#acTL-chunk
  png: (bytes) => bytes.subarray(0, Math.max(0, bytes.indexOf('IDAT'))).includes('acTL'),
  // The delay in front of each frame.
  gif: (bytes) => {
    const first = bytes.indexOf(delay)
    return first !== -1 && bytes.indexOf(delay, first + 1) !== -1
  },
}

const delay = Buffer.from([0x21, 0xf9, 0x04])

/** The header of the frame: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.2.2 */
function sizeOfJpeg(bytes: Buffer): Size | undefined {
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) at += 1
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)]
    else at += 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}

function sizeOfSvg(text: string): Size | undefined {
  const [tag = ''] = /<svg\b[^>]*>/u.exec(text) ?? []
  if (!/<\/svg>\s*$/u.test(text)) return undefined
  const side = (name: string) => Number(new RegExp(String.raw`\s${name}\s*=\s*["']([\d.]+)(?:px)?["']`, 'u').exec(tag)?.[1])
  const [, , width, height] = (/\sviewBox\s*=\s*["']([^"']*)["']/u.exec(tag)?.[1] ?? '').trim().split(/[\s,]+/u).map(Number)
  const [wide, high] = [side('width') || width, side('height') || height]
  return wide === undefined || high === undefined || !(wide > 0) || !(high > 0) ? undefined : [wide, high]
}
