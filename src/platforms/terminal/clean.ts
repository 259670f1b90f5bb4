// Makes any text safe to print: nothing in it can move the cursor, color the screen or change the direction of a line.
import { limits } from './limits.ts'

/** C0 and C1 except the line feed: escape sequences begin with one of them. https://www.unicode.org/charts/PDF/U0000.pdf */
// oxlint-disable-next-line no-control-regex -- these are what must not come through
const controls = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/gu

/** Characters that change the direction of the text around them. https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters */
const directions = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/** Soft hyphen, zero-width space, word joiner, byte order mark, annotations, tags. The joiners of emoji stay. */
const invisible = /[\u00AD\u200B\u2060-\u2064\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu

const stackedMarks = new RegExp(`(\\p{M}{${limits.marks}})\\p{M}+`, 'gu')

/** The text with line feeds as its only control characters. Each other one becomes a visible �. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replaceAll('\t', ' ')
    .replace(directions, '')
    .replace(invisible, '')
    .replace(controls, '�')
    .replace(stackedMarks, '$1')
}

/** Like {@link clean}, on one line: for names, titles and typed text. */
export function cleanLine(text: string): string {
  return clean(text).replace(/\s+/gu, ' ').trim()
}
