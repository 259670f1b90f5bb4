// Pictures of what the bot posts in a channel: a file in the thread of the post, since Slack shows one there without another message in
// the channel. Who may not be shown any more takes it along, so it can be deleted.
import type { Log } from '../../../core/log.ts'
import { curlyQuotes } from '../../../screens/curly-quotes.ts'
import { picturesOf } from '../../../screens/pictures/blocks.ts'
import type { DrawPicture } from '../../../screens/pictures/picture.ts'
import type { Screen } from '../../../screens/screen.ts'
import { faultName } from '../connection/fault.ts'
import { postError } from '../connection/post-errors.ts'
import type { WebClients } from '../connection/web-clients.ts'
import { messageRef, type FileId } from '../ids.ts'
import { upload } from './upload.ts'

type PictureTools = Pick<WebClients, 'once' | 'web'> & { /** Absent: no pictures. */ readonly drawPicture?: DrawPicture | undefined; readonly log: Log }

/** The first picture of the screen. Never fails: undefined if there is none, or it can't be sent, and the text stands. */
export async function addPicture({ once, drawPicture, log }: PictureTools, { channel, ts }: { readonly channel: string; readonly ts: string }, screen: Screen): Promise<FileId | undefined> {
  const [block] = picturesOf(screen)
  const png = block === undefined ? undefined : await drawPicture?.(block.picture)
  if (block === undefined || png === undefined) return undefined
  try {
    const file = { name: `${block.picture.kind}.png`, title: block.picture.title, data: png, type: 'image/png', alt: curlyQuotes(block.alt) }
    return await upload({ once }, { channel_id: channel, thread_ts: ts }, file)
  } catch (error) {
    log.warn({ message: messageRef(channel, ts), fault: faultName(error) }, 'could not send the picture of a post; the text stands without it')
    return undefined
  }
}

/** @returns whether it is gone. @throws PostError if it is worth trying again */
export async function deletePicture({ web, log }: PictureTools, file: FileId): Promise<boolean> {
  try {
    await web.apiCall('files.delete', { file })
    return true
  } catch (error) {
    const failure = postError(error)
    if (failure.code !== 'refused') throw failure
    // Gone already, or the bot may not delete it.
    log.warn({ file, fault: faultName(error) }, 'could not delete the picture of a post')
    return false
  }
}
