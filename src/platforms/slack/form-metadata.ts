// What a modal carries in its private metadata from its opening to a press or its submission.
import type { ChannelId } from './ids.ts'
import { raw, text } from './raw.ts'

/** `channel`: which one the modal is about; null if nobody has chosen yet. `url`: the response_url that reaches the asker there. */
export type FormMetadata = { readonly channel: ChannelId | null; readonly url: string | null }

/** https://docs.slack.dev/reference/views/modal-views */
const mostCharacters = 3_000

/** Leaves out a URL that does not fit. */
export function writeFormMetadata(metadata: FormMetadata): string {
  const written = JSON.stringify(metadata)
  return written.length <= mostCharacters ? written : JSON.stringify({ ...metadata, url: null })
}

/** Undefined if it is missing or malformed, as in a form that this version did not make. */
export function readFormMetadata(written: string | undefined): FormMetadata | undefined {
  if (written === undefined) return undefined
  try {
    const metadata = raw(JSON.parse(written))
    if (metadata['channel'] === undefined) return undefined
    return { channel: text(metadata['channel']) ?? null, url: text(metadata['url']) ?? null }
  } catch {
    return undefined
  }
}
