// Turns what a phone or an Asian keyboard makes of typed text back into plain typing: curly quotes, long dashes, no-break spaces,
// full-width letters and signs, invisible characters.

const replacements: readonly (readonly [RegExp, string])[] = [
  [/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu, ' '],
  [/[\u00ad\u200b\u2060\ufeff]/gu, ''],
  [/[\u2018\u2019\u201a\u201b\u2032\u02bc\u2039\u203a]/gu, "'"],
  [/[\u201c-\u201f\u2033\u00ab\u00bb\u300c-\u300f\u301d-\u301f\uff62\uff63]/gu, '"'],
  [/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu, '-'],
  [/[\u3001\u060c]/gu, ','],
]

/** The full-width forms of ASCII: https://www.unicode.org/charts/PDF/UFF00.pdf */
const fullWidth = /[\uff01-\uff5e]/gu

/** The same words as a keyboard without autocorrect would type them. Called once, where text comes in; the readers of values rely on it. */
export function plainTyping(text: string): string {
  const narrow = text.replace(fullWidth, (sign) => sign.normalize('NFKC'))
  return replacements.reduce((plain, [marks, replacement]) => plain.replace(marks, replacement), narrow)
}
