// How platforms count the length of a text, and how much fits into one message on all of them.

/**
 * In characters. Discord takes 4000 characters and about 10,000 bytes in one message, Slack 3000 characters in one block: see
 * platforms/discord/connection/limits.ts and platforms/slack/outgoing/limits.ts. The figures leave room for the bot's own words.
 */
export const most = {
  /** A screen on which people choose. */
  ask: 2500,
  /** A screen that people only read. */
  read: 3600,
  /** What is added below a question on the same screen. */
  aside: 900,
} as const

/** For scripts with three bytes a letter, Discord's limit in bytes is reached before the one in characters. */
const bytesPerCharacter = 2.5

/** In characters; converted from bytes if those are the tighter limit. */
export function lengthOf(texts: readonly (string | undefined)[]): number {
  const text = texts.join('')
  return Math.max(text.length, Math.ceil(Buffer.byteLength(text) / bytesPerCharacter))
}

/** The sources as screens show them, up to wording: `Read it in: “AWS Lambda” in Responsibilities by Service (002)`. */
export function citedTexts(sources: readonly { readonly document: string; readonly title: string; readonly section: string }[]): readonly string[] {
  return sources.map(({ document, title, section }) => `; “${section}” in ${title} (${document})`)
}
