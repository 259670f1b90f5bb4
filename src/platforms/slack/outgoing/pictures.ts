// The pictures of a screen, sent after its text: as files in the direct messages with the person, since Slack puts none into a message
// that only one person sees in a channel.
import { keepLatest } from '../../../core/keep-latest.ts'
import type { Log } from '../../../core/log.ts'
import { minute, type Instant } from '../../../core/time.ts'
import { curlyQuotes } from '../../../screens/curly-quotes.ts'
import { picturesOf } from '../../../screens/pictures/blocks.ts'
import type { DrawPicture } from '../../../screens/pictures/picture.ts'
import type { PictureBlock, Screen } from '../../../screens/screen.ts'
import { faultName, readFault } from '../connection/fault.ts'
import type { WebClients } from '../connection/web-clients.ts'
import type { UserId } from '../ids.ts'
import { upload } from './upload.ts'

/** Never fails: a picture that cannot be sent is a line in the log, and the text stands. */
export type SendPictures = (screen: Screen, user: UserId) => Promise<void>

type PictureTools = Pick<WebClients, 'once'> & {
  /** Absent: no pictures. */
  readonly drawPicture?: DrawPicture | undefined
  readonly now: () => Instant
  readonly log: Log
}

/** Answers that no second try changes: https://docs.slack.dev/reference/methods/files.getUploadURLExternal#errors */
const forGood: Readonly<Record<string, string>> = {
  missing_scope: 'the app has no permission files:write; update it with the manifest (npm run -s study -- slack-manifest) and install it again',
  file_uploads_disabled: 'this workspace allows no files',
}

/** A screen that comes again and again, as by its own buttons, brings its picture once in a while; and a second press none of its own. */
const notAgainWithin = 10 * minute
const mostRemembered = 500

export function createPictureSender(tools: PictureTools): SendPictures {
  const { drawPicture, now, log } = tools
  const sent = new Map<string, Instant>()
  let off = drawPicture === undefined

  async function send(block: PictureBlock, user: UserId): Promise<void> {
    const key = JSON.stringify([user, block])
    const before = sent.get(key)
    if (off || drawPicture === undefined || (before !== undefined && now() - before < notAgainWithin)) return
    // Before it is sent: a second press comes while the first picture is on its way.
    keepLatest(sent, key, now(), mostRemembered)
    const png = await drawPicture(block.picture)
    if (png === undefined) return void sent.delete(key)
    try {
      await upload(tools, { channels: user }, { name: `${block.picture.kind}.png`, title: block.picture.title, data: png, type: 'image/png', alt: curlyQuotes(block.alt) })
    } catch (error) {
      sent.delete(key)
      const fault = readFault(error)
      const reason = fault.kind === 'platform' ? forGood[fault.error] : undefined
      if (reason === undefined) log.warn({ user, fault: faultName(error) }, 'could not send a picture; the text stands without it')
      else if (!off) log.warn({ fault: faultName(error) }, `pictures are off until the next start: ${reason}`)
      off ||= reason !== undefined
    }
  }

  return async (screen, user) => {
    for (const block of picturesOf(screen)) await send(block, user)
  }
}
