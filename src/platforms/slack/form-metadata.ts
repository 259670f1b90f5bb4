// What a modal carries in its private metadata from its opening to its submission.
import type { ChannelId } from './ids.ts'
import { raw, text } from './raw.ts'

/** `channel`: where the form was asked for. `url`: the response_url that reaches the asker there. */
export type FormMetadata = { readonly channel: ChannelId | null; readonly url: string | null }

/** https://docs.slack.dev/reference/views/modal-views */
const mostCharacters = 3_000

/** Leaves out a URL that does not fit. */
export function writeFormMetadata(metadata: FormMetadata): string {
  const written = JSON.stringify(metadata)
  return written.length <= mostCharacters ? written : JSON.stringify({ ...metadata, url: null })
}

/** Nulls for metadata that is missing or malformed. */
export function readFormMetadata(written: string | undefined): FormMetadata {
  try {
    const metadata = raw(JSON.parse(written ?? ''))
    return { channel: text(metadata['channel']) ?? null, url: text(metadata['url']) ?? null }
  } catch {
    return { channel: null, url: null }
  }
}
