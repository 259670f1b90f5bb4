// How long a text is to the platforms, and what fits into one message on all of them.

/**
 * Discord takes 4000 characters of text and about 10,000 bytes in one message, Slack 3000 characters in one block: see the
 * tables in adapters. The figures leave room for the bot's own words.
 */
export const most = {
  /** A screen on which people choose. */
  ask: 2500,
  /** A screen that is only read. */
  read: 3600,
  /** What stands below a question on the same screen. */
  aside: 900,
} as const

/** Discord's limit in bytes comes first for scripts that take three bytes a letter. */
const bytesPerCharacter = 2.5

export function lengthOf(texts: readonly (string | undefined)[]): number {
  const text = texts.join('')
  return Math.max(text.length, Math.ceil(Buffer.byteLength(text) / bytesPerCharacter))
}

/** What `Read it in: “AWS Lambda” in Responsibilities by service (002)` comes to for some sources. */
export function citedTexts(sources: readonly { readonly document: string; readonly title: string; readonly section: string }[]): readonly string[] {
  return sources.map(({ document, title, section }) => `; “${section}” in ${title} (${document})`)
}
