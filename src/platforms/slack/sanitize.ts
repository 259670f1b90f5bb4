// Makes any text safe to show: nothing invisible in it can break a line, turn the writing direction, or make Slack refuse it as empty.

// Control characters but the line feed; marks that turn the writing direction; invisible letters.
// https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings, https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
const invisible = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\u2800\u3164\ufeff\uffa0]/gu
/** More combining marks on one letter than any language uses; they would climb into the lines above. */
const stackedMarks = /(\p{M}{4})\p{M}+/gu

// Nearly all text is clean, and this test is four times as fast as replacing nothing.
const clean = /^[\n -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u2190-\u27ff]*$/

/** The same text without what a person cannot see. Tabs and other breaks become spaces. */
export function sanitize(text: string): string {
  if (clean.test(text)) return text
  const whole = text.isWellFormed() ? text : text.toWellFormed()
  return whole.replace(invisible, (mark) => (/[\t\v\f\r\u0085\u2028\u2029]/u.test(mark) ? ' ' : '')).replace(stackedMarks, '$1')
}

/** Sanitized and on one line: for titles, labels and columns. */
export function oneLine(text: string): string {
  return sanitize(text).replace(/\s*\n\s*/gu, ' ')
}
