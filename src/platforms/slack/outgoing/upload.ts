// Uploads a file into the direct messages with one person, into the thread of a message, or for the bot alone, to show it in blocks.
import type { WebClients } from '../connection/web-clients.ts'
import type { FileId, UserId } from '../ids.ts'
import { raw } from '../raw.ts'

/** `alt`: what people hear who cannot see a picture. */
export type Upload = { readonly name: string; readonly title: string; readonly data: Uint8Array; readonly type: string; readonly alt?: string }

const longestAlt = 1_000
/** In milliseconds. */
const uploadLimit = 20_000

/**
 * In three steps: https://docs.slack.dev/messaging/working-with-files#upload. The library's own way through them sends the alternative
 * text under another name than Slack's `alt_txt`, so it would be lost.
 *
 * @param to a person by `channels`: `channel_id` takes none; null: nobody yet
 * @throws what Slack answers
 */
export async function upload({ once }: Pick<WebClients, 'once'>, to: { readonly channels: UserId } | { readonly channel_id: string; readonly thread_ts: string } | null, { name, title, data, type, alt }: Upload): Promise<FileId> {
  const described = alt === undefined ? {} : { alt_txt: alt.slice(0, longestAlt) }
  const { upload_url: url, file_id: id } = raw(await once.apiCall('files.getUploadURLExternal', { filename: name, length: data.byteLength, ...described }))
  if (typeof url !== 'string' || typeof id !== 'string') throw new Error('Slack gave no address for the upload')
  const answer = await fetch(url, { method: 'POST', body: new Uint8Array(data), headers: { 'content-type': type }, signal: AbortSignal.timeout(uploadLimit) })
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`the upload was answered with HTTP ${answer.status}`)
  // https://docs.slack.dev/reference/methods/files.completeUploadExternal
  await once.apiCall('files.completeUploadExternal', { files: [{ id, title }], ...to })
  return id
}
