// Pictures that belong to questions: uploaded once, to nobody's channel, and shown as a block wherever the question is asked, also in what
// one person alone sees. https://docs.slack.dev/reference/block-kit/composition-objects/slack-file-object
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../../core/log.ts'
import { minute, type Instant } from '../../../core/time.ts'
import { imagesOf } from '../../../screens/pictures/blocks.ts'
import { sentAs, type DrawPicture } from '../../../screens/pictures/picture.ts'
import type { Block, ImageBlock, Screen } from '../../../screens/screen.ts'
import { faultName } from '../connection/fault.ts'
import type { WebClients } from '../connection/web-clients.ts'
import type { FileId } from '../ids.ts'
import { upload } from './upload.ts'

export type Images = {
  /** The screen with the pictures that Slack has, or gets soon. Never fails: where one is missing, its words stand for it. */
  ready(screen: Screen): Promise<Screen>
  /** With those that Slack has already. */
  known(screen: Screen): Screen
  /** Slack took the screen only without its pictures. */
  refused(screen: Screen, error: unknown): void
}

type ImageTools = Pick<WebClients, 'once'> & {
  /** Absent: no pictures. */
  readonly drawPicture?: DrawPicture | undefined
  readonly timing?: Partial<ImageTiming> | undefined
  readonly now: () => Instant
  readonly log: Log
}

/**
 * In milliseconds. `settle`: how long Slack takes to look at a file after its upload; before that, it refuses a block with it. `patience`: a
 * text waits no longer for its picture; the next time it's there.
 */
export type ImageTiming = { readonly settle: number; readonly patience: number }

/** https://github.com/slackapi/python-slack-sdk/issues/1521 */
const usual: ImageTiming = { settle: 1_500, patience: 4_000 }
/** After a failure. */
const rest = 10 * minute

/** `file`: once it can be shown. `failedAt`: when that went wrong. */
type Known = { readonly coming: Promise<void>; file?: FileId; failedAt?: Instant }

export function createImages({ once, drawPicture, timing, now, log }: ImageTools): Images {
  const { settle, patience } = { ...usual, ...timing }
  const all = new Map<string, Known>()

  async function bring(block: ImageBlock, known: { file?: FileId; failedAt?: Instant }): Promise<void> {
    const bytes = await drawPicture?.(block.image)
    if (bytes === undefined) return void (known.failedAt = now())
    const { ending, mime } = sentAs(block.image)
    try {
      const file = await upload({ once }, null, { name: `picture.${ending}`, title: 'Picture', data: bytes, type: mime, alt: block.alt })
      await sleep(settle)
      known.file = file
    } catch (error) {
      known.failedAt = now()
      log.warn({ fault: faultName(error) }, 'could not upload the picture of a question; its words stand for it')
    }
  }

  function comingOf(block: ImageBlock): Known {
    const before = all.get(block.image.hash)
    if (before !== undefined && (before.failedAt === undefined || now() - before.failedAt < rest)) return before
    const state: { file?: FileId; failedAt?: Instant } = {}
    const known: Known = Object.assign(state, { coming: bring(block, state) })
    all.set(block.image.hash, known)
    return known
  }

  const known = (screen: Screen): Screen => withSent(screen, ({ image }) => all.get(image.hash)?.file)

  return {
    known,
    ready: async (screen) => {
      const images = imagesOf(screen)
      if (images.length === 0) return screen
      const timer = new AbortController()
      await Promise.race([Promise.all(images.map((block) => comingOf(block).coming)), sleep(patience, undefined, { signal: timer.signal }).catch(() => undefined)])
      timer.abort()
      return known(screen)
    },
    refused: (screen, error) => {
      for (const { image } of imagesOf(screen)) all.set(image.hash, { coming: Promise.resolve(), failedAt: now() })
      log.warn({ screen: screen.name, fault: faultName(error) }, 'Slack took a question only without its picture; its words stand for it')
    },
  }
}

export const hasSent = (screen: Screen): boolean => imagesOf(screen).some(({ sent }) => sent !== undefined)

export const withoutSent = (screen: Screen): Screen => withSent(screen, () => undefined)

function withSent(screen: Screen, fileOf: (block: ImageBlock) => FileId | undefined): Screen {
  if (imagesOf(screen).length === 0) return screen
  const inBlock = (block: Block): Block => {
    if (block.kind !== 'image') return block
    const { sent: _, ...rest } = block
    const file = fileOf(block)
    return file === undefined ? rest : { ...rest, sent: file }
  }
  return { ...screen, blocks: screen.blocks.map(inBlock), ...(screen.above === undefined ? {} : { above: screen.above.map(inBlock) }) }
}
