// Keeps a name that is written from right to left from reordering the words and figures around it.

/** Hebrew, Arabic and the other scripts written from right to left. https://www.unicode.org/reports/tr9/#Bidirectional_Character_Types */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/** The text between FIRST STRONG ISOLATE and its end, if it needs that. https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates */
export function isolated(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text
}
