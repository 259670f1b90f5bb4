// Makes any text safe to show: what cannot be seen cannot break a line, turn its direction or be refused as no text at all.

// Control characters but the line feed; marks that turn the direction of what follows; letters that nobody sees.
// https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings, https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
const unseen = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\u2800\u3164\ufeff\uffa0]/gu
/** More marks on one letter than any language has climb into the lines above. */
const heaped = /(\p{M}{4})\p{M}+/gu

// Nearly all text holds nothing of the kind. To know that is four times as fast as to replace nothing.
const harmless = /^[\n -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u2190-\u27ff]*$/

/** The same text for a person, without what a person cannot see. Tabs and other breaks become spaces. */
export function neutral(text: string): string {
  if (harmless.test(text)) return text
  const whole = text.isWellFormed() ? text : text.toWellFormed()
  return whole.replace(unseen, (mark) => (/[\t\v\f\r\u0085\u2028\u2029]/u.test(mark) ? ' ' : '')).replace(heaped, '$1')
}

/** On one line: for titles, labels and columns. */
export function oneLine(text: string): string {
  return neutral(text).replace(/\s*\n\s*/gu, ' ')
}

/** At most `limit` UTF-16 units, cut visibly and never inside a character. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  if (limit <= 1) return '…'.slice(0, limit)
  const cut = text.slice(0, limit - 1)
  return `${(cut.isWellFormed() ? cut : cut.slice(0, -1)).trimEnd()}…`
}
