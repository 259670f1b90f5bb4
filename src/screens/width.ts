// How many columns a text takes in a font of fixed width: on a terminal, or in a code block of a chat.

let segmenter: Intl.Segmenter | undefined

/** Created when first needed, because that takes longer than drawing a screen. */
function graphemes(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return segmenter
}

/** Characters of two columns: Chinese, Japanese and Korean, full-width forms. https://www.unicode.org/reports/tr11/ */
const wide =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F200}-\u{1F2FF}\u{20000}-\u{3FFFD}]/u
/** Emoji, including those that become one by a selector or a joiner. https://www.unicode.org/reports/tr51/#Display */
const emoji = /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}.*[\uFE0F\u200D]|.\uFE0F?\u20E3)/u
/** Marks that stand beside a letter (Mc) take a column of their own, unless they are part of what the letter before them is. */
const noWidth = /^[\p{Mn}\p{Me}\p{Cf}]+$/u
/** Latin, punctuation, arrows, rules and bars: one column each. */
const narrow = /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u203B\u2190-\u2193\u2500-\u25A0✓✗]*$/u

export function splitGraphemes(text: string): string[] {
  return narrow.test(text) ? [...text] : [...graphemes().segment(text)].map(({ segment }) => segment)
}

export function widthOf(text: string): number {
  if (narrow.test(text)) return text.length
  return splitGraphemes(text).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0)
}

function graphemeWidth(grapheme: string): number {
  if (noWidth.test(grapheme)) return 0
  return wide.test(grapheme) || emoji.test(grapheme) ? 2 : 1
}

/** The text in at most `width` columns. Cut text ends in an ellipsis. */
export function cutTo(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  let used = 0
  for (const grapheme of splitGraphemes(text)) {
    used += graphemeWidth(grapheme)
    if (used > width - 1) break
    kept += grapheme
  }
  return `${kept.trimEnd()}…`
}

/** With spaces after the text. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

/** With spaces before the text. */
export function padBefore(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text
}
