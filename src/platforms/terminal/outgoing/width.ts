// How many columns a text takes on a terminal.

let segmenter: Intl.Segmenter | undefined

/** Made when first needed: it takes longer to make than to draw a screen. */
function graphemes(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return segmenter
}

/** Letters of two columns: Chinese, Japanese and Korean, full-width forms. https://www.unicode.org/reports/tr11/ */
const wide =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F200}-\u{1F2FF}\u{20000}-\u{3FFFD}]/u
/** Emoji, also those that only a selector or a joiner makes one. https://www.unicode.org/reports/tr51/#Display */
const emoji = /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}.*[\uFE0F\u200D]|.\uFE0F?\u20E3)/u
const nothing = /^[\p{M}\p{Cf}]+$/u
/** Latin, punctuation, arrows, rules and bars: one column each. */
const narrow = /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u203B\u2190-\u2193\u2500-\u25A0✓✗]*$/u

export function splitGraphemes(text: string): string[] {
  return narrow.test(text) ? [...text] : [...graphemes().segment(text)].map(({ segment }) => segment)
}

export function widthOf(text: string): number {
  if (narrow.test(text)) return text.length
  return splitGraphemes(text).reduce((sum, sign) => sum + widthOfSign(sign), 0)
}

function widthOfSign(sign: string): number {
  if (nothing.test(sign)) return 0
  return wide.test(sign) || emoji.test(sign) ? 2 : 1
}

/** The text in at most `width` columns, with an ellipsis where something was cut. */
export function cutTo(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  let used = 0
  for (const sign of splitGraphemes(text)) {
    used += widthOfSign(sign)
    if (used > width - 1) break
    kept += sign
  }
  return `${kept.trimEnd()}…`
}

export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

export function padBefore(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text
}
