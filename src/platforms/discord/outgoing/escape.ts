// Makes text safe for Discord: it is shown as it was typed, and does nothing else. Everything that people or the course wrote passes
// through this file.

/**
 * Invisible characters with an effect: they change the direction of what follows, hide letters or join words. Joiners and variation
 * selectors stay, because scripts and emoji need them.
 */
const invisible = /(?!\p{Variation_Selector}|\p{Join_Control})[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\uFFF9-\uFFFB]/gu

/** No script needs more than three marks on one letter; more would cover the lines above and below. */
const stackedMarks = /(\p{M}{3})\p{M}+/gu

/** Letters, marks and quotes without an effect. Most texts contain nothing else, and the full check is slow. */
const harmless = /^[\n\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E]*$/u

/** Well-formed text of several lines, without control characters. */
export function clean(text: string): string {
  const kept = harmless.test(text) ? text : withoutEffects(text)
  return kept.replace(/\n{3,}/gu, '\n\n')
}

function withoutEffects(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\v\f]/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(/[^\P{Cc}\n]/gu, '')
    .replace(invisible, '')
    .replace(/(\p{Join_Control})\p{Join_Control}+/gu, '$1')
    .replace(stackedMarks, '$1')
}

/** Like {@link clean}, with all of its blank lines and no end of a block of code in it. */
export function cleanCode(text: string): string {
  const kept = harmless.test(text) ? text : withoutEffects(text)
  return kept.replace(/`(?=``)/gu, '`\u200B')
}

/** Like {@link clean}, on one line; empty if nothing in it is visible. */
export function cleanLine(text: string): string {
  const joined = clean(text).split('\n').map((line) => line.trim()).join(' ').trim()
  return /[^\s\p{Join_Control}\p{Variation_Selector}]/u.test(joined) ? joined : ''
}

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** At most `length` UTF-16 units. Cut text ends in an ellipsis, never within a letter or an emoji. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text
  let kept = ''
  for (const { segment } of segments.segment(text.slice(0, length + 64))) {
    if (kept.length + segment.length > length - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/**
 * Escapes Discord's markdown. A backslash before punctuation shows the character: https://support.discord.com/hc/en-us/articles/210298617
 *
 * `@everyone` and `@here` are also broken by a zero-width space, so that no client highlights them. `allowed_mentions` is what keeps them
 * from pinging anybody.
 */
export function escape(text: string): string {
  return text
    .replace(/[\\*_~`|<[\]]/gu, String.raw`\$&`)
    .replace(/@(?=everyone|here)/giu, '@\u200B')
    .replace(/:\/\//gu, String.raw`:\/\/`)
    .replace(/:(?=[^\s:]+:)/gu, String.raw`\:`)
    .replace(/^(\s*)([#>+-])/gmu, String.raw`$1\$2`)
    .replace(/^(\s*\d+)([.)])/gmu, String.raw`$1\$2`)
}

/** For a code block, in which nothing is escaped: only the end of the block must not appear in it. */
export function inCodeBlock(text: string): string {
  return cleanLine(text).replace(/`/gu, '`\u200B')
}
