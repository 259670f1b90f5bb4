// The pictures and files of a screen as files beside a message. The text never waits for pictures for long.
import { setTimeout as sleep } from 'node:timers/promises'
import { imagesOf, picturesOf } from '../../../screens/pictures/blocks.ts'
import { filesOf as filesIn } from '../../../screens/files.ts'
import { sentAs, type DrawPicture, type Picture, type StillImage } from '../../../screens/pictures/picture.ts'
import type { FileBlock, Screen } from '../../../screens/screen.ts'
import type { AttachedNames } from './message.ts'

export type Attached = {
  readonly names: AttachedNames
  readonly files: readonly { readonly name: string; readonly data: Buffer; readonly description: string }[]
}

export const nothingAttached: Attached = { names: new Map(), files: [] }

/** In milliseconds. A picture that is drawn by then comes with the text, any other one later. */
const patience = 300

/** `late`: undefined if all that can be drawn came in time. */
export type Drawing = { readonly inTime: Attached; readonly late: Promise<Attached> | undefined }

/** @param draw undefined for a bot without pictures */
export async function drawInTime(screen: Screen, draw: DrawPicture | undefined): Promise<Drawing> {
  const files = filesAlone(screen)
  if (draw === undefined || picturesOf(screen).length + imagesOf(screen).length === 0) return { inTime: files, late: undefined }
  const all = drawAll(screen, draw)
  const timer = new AbortController()
  const first = await Promise.race([all, sleep(patience, undefined, { signal: timer.signal }).catch(() => undefined)])
  timer.abort()
  return first === undefined ? { inTime: files, late: all } : { inTime: first, late: undefined }
}

/** The files that need no drawing. */
function filesAlone(screen: Screen): Attached {
  const files = filesIn(screen)
  if (files.length === 0) return nothingAttached
  return { names: new Map(files.map((file) => [file, file.name])), files: files.map(({ name, title, data }) => ({ name, data: Buffer.from(data), description: title })) }
}

/** What cannot be drawn is left out. @param draw undefined for a bot without pictures */
export async function drawAll(screen: Screen, draw: DrawPicture | undefined): Promise<Attached> {
  const alone = filesAlone(screen)
  if (draw === undefined) return alone
  const drawn = await Promise.all(picturesOf(screen).map(async ({ picture, alt }) => ({ picture, alt, png: await draw(picture) })))
  const made = drawn.flatMap(({ picture, alt, png }, index) => (png === undefined ? [] : [{ picture, name: `${picture.kind}-${index + 1}.png`, data: Buffer.from(png), description: alt }]))
  const read = await Promise.all(imagesOf(screen).map(async ({ image, alt }) => ({ picture: image, alt, bytes: await draw(image) })))
  const images = read.flatMap(({ picture, alt, bytes }, index) => (bytes === undefined ? [] : [{ picture, name: `picture-${index + 1}.${sentAs(picture).ending}`, data: Buffer.from(bytes), description: alt }]))
  return {
    names: new Map<Picture | StillImage | FileBlock, string>([...alone.names, ...[...made, ...images].map(({ picture, name }) => [picture, name] as const)]),
    files: [...alone.files, ...[...made, ...images].map(({ name, data, description }) => ({ name, data, description }))],
  }
}

/** As discord.js takes them. */
export const filesOf = ({ files }: Attached) => files.map(({ name, data, description }) => ({ attachment: data, name, description }))
