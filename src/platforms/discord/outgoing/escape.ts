// Somebody's words as Discord text: shown as they were typed, and nothing more than shown. Everything that people or the
// course wrote passes through here, and through nothing else.

/**
 * Marks that are not seen but act: they turn the direction of what follows, hide letters or join what stands apart. Joiners and
 * variation selectors stay, since scripts and emoji need them.
 */
const unseen = /(?!\p{Variation_Selector}|\p{Join_Control})[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\uFFF9-\uFFFB]/gu

/** No script needs more than three marks on one letter; more of them would run over the lines above and below. */
const heapedMarks = /(\p{M}{3})\p{M}+/gu

/** Letters, marks and quotes of most texts here, none of which acts. Most texts are nothing else, and looking closer is slow. */
const harmless = /^[\n\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E]*$/u

/** Well-formed text of several lines, without control codes. */
export function clean(text: string): string {
  const kept = harmless.test(text) ? text : withoutActing(text)
  return kept.replace(/\n{3,}/gu, '\n\n')
}

function withoutActing(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\v\f]/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(/[^\P{Cc}\n]/gu, '')
    .replace(unseen, '')
    .replace(/(\p{Join_Control})\p{Join_Control}+/gu, '$1')
    .replace(heapedMarks, '$1')
}

/** The same in one line; empty where nothing would be seen. */
export function cleanLine(text: string): string {
  const joined = clean(text).split('\n').map((line) => line.trim()).join(' ').trim()
  return /[^\s\p{Join_Control}\p{Variation_Selector}]/u.test(joined) ? joined : ''
}

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** At most `length` UTF-16 units; what is cut ends in an ellipsis, never within a letter or an emoji. */
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
 * Escapes Discord's markdown. A backslash before a mark of punctuation shows the mark:
 * https://support.discord.com/hc/en-us/articles/210298617
 *
 * `@everyone` and `@here` are broken by a space of no width as well, so that no client lights them up; that they ping nobody is
 * the work of `allowed_mentions`.
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

/** Inside a block of code nothing is escaped; only the end of the block must not be written. */
export function inCodeBlock(text: string): string {
  return cleanLine(text).replace(/`/gu, '`\u200B')
}
