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
  const wanted = [
    ...picturesOf(screen).map(({ picture, alt }, index) => ({ picture, alt, name: `${picture.kind}-${index + 1}.png` })),
    ...imagesOf(screen).map(({ image, alt }, index) => ({ picture: image, alt, name: `picture-${index + 1}.${sentAs(image).ending}` })),
  ]
  const drawn = await Promise.all(wanted.map(async (each) => ({ ...each, bytes: await draw(each.picture) })))
  const made = drawn.flatMap(({ picture, name, alt, bytes }) => (bytes === undefined ? [] : [{ picture, name, data: Buffer.from(bytes), description: alt }]))
  return {
    names: new Map<Picture | StillImage | FileBlock, string>([...alone.names, ...made.map(({ picture, name }) => [picture, name] as const)]),
    files: [...alone.files, ...made.map(({ name, data, description }) => ({ name, data, description }))],
  }
}
