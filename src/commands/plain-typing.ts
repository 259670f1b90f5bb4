// What a phone's keyboard makes of plain typing, turned back: curly quotes, long dashes, no-break spaces, letters nobody sees.

const replacements: readonly (readonly [RegExp, string])[] = [
  [/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu, ' '],
  [/[\u00ad\u200b\u2060\ufeff]/gu, ''],
  [/[\u2018\u2019\u201a\u201b\u2032\u02bc]/gu, "'"],
  [/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/gu, '"'],
  [/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu, '-'],
]

/** The same words as a keyboard without autocorrect would have typed them. Whoever takes in text calls it, so whoever reads a value need not. */
export function plainTyping(text: string): string {
  return replacements.reduce((plain, [marks, replacement]) => plain.replace(marks, replacement), text)
}
