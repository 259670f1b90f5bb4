// Makes any text safe to print: nothing that people wrote can move the cursor, colour the screen or turn the line around.
import { limits } from './limits.ts'

/** C0 and C1 but for the line feed: escape sequences begin with one of them. https://www.unicode.org/charts/PDF/U0000.pdf */
// oxlint-disable-next-line no-control-regex -- these are what must not come through
const controls = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/gu

/** Marks that turn the direction of the text around them. https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters */
const directions = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/** Signs without a look: soft hyphen, zero-width space, word joiner, byte order mark, annotations, tags. Joiners of emoji stay. */
const unseen = /[\u00AD\u200B\u2060-\u2064\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu

const manyMarks = new RegExp(`(\\p{M}{${limits.marks}})\\p{M}+`, 'gu')

/** The text with line feeds as its only control. A control that was in it shows as �, so that nothing vanishes unseen. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replaceAll('\t', ' ')
    .replace(directions, '')
    .replace(unseen, '')
    .replace(controls, '�')
    .replace(manyMarks, '$1')
}

/** The same on one line, for names, titles and what is typed. */
export function cleanLine(text: string): string {
  return clean(text).replace(/\s+/gu, ' ').trim()
}
