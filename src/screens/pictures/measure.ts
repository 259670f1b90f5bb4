// How wide text is in a picture, and how it breaks into lines.
import { interWidths } from './inter-widths.ts'

export type Font = { readonly size: number; readonly bold?: boolean }

/** In thousandths of the font size; 0 if the font has no such character. */
function advance(character: string, bold: boolean): number {
  const code = character.codePointAt(0) ?? 0
  const range = interWidths.find(({ from, regular }) => code >= from && code < from + regular.length)
  return (bold ? range?.bold : range?.regular)?.[code - (range?.from ?? 0)] ?? 0
}

/** A character that the font lacks comes out as an empty box, so it counts as a wide one. */
const missing = 900

export function textWidth(text: string, { size, bold = false }: Font): number {
  return [...text].reduce((sum, character) => sum + (advance(character, bold) || missing), 0) * (size / 1000)
}

/** Whether the font has every character. */
export const isCovered = (text: string): boolean => [...text.normalize('NFC')].every((character) => advance(character, false) > 0)

/** The text in at most `width`. Cut text ends in an ellipsis. */
export function fitText(text: string, font: Font, width: number): string {
  if (textWidth(text, font) <= width) return text
  let kept = [...text]
  while (kept.length > 0 && textWidth(`${kept.join('').trimEnd()}…`, font) > width) kept = kept.slice(0, -1)
  return `${kept.join('').trimEnd()}…`
}

/** The text in lines of at most `width`, broken at spaces. A longer word is cut. */
export function breakText(text: string, font: Font, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/u).filter((each) => each !== '')) {
    const last = lines.at(-1)
    const longer = last === undefined ? undefined : `${last} ${word}`
    if (longer !== undefined && textWidth(longer, font) <= width) lines[lines.length - 1] = longer
    else lines.push(fitText(word, font, width))
  }
  return lines
}
