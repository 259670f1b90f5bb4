// What authors write, as text of a screen: their code is told apart, and nothing else in it is markup.
import { readCode } from '../core/code-marks.ts'
import { shorten } from './shorten.ts'
import { code, joined, strong, type Inline, type Text } from './text.ts'

/** With spans and blocks of code. */
export function written(text: string): Text {
  return readCode(text).flatMap((piece): Inline[] => {
    if (piece.text === '') return []
    if (piece.kind === 'block') return [{ kind: 'code-block', text: piece.text, language: piece.language }]
    return [piece.kind === 'span' ? code(piece.text) : piece.text]
  })
}

/** On one line, for an option or an item of a list: a block of code is a span there. */
export function writtenLine(text: string): Text {
  const parts = readCode(text).flatMap((piece): Inline[] => {
    if (piece.kind === 'text') return [piece.text]
    if (piece.kind === 'span') return [code(piece.text)]
    return piece.text === '' ? [] : [code(piece.text.replaceAll(/\s*\n\s*/gu, ' ').trim()), ' ']
  })
  return joined(parts).map((part) => (typeof part === 'string' ? part.replaceAll(/\s*\n\s*|\s{2,}/gu, ' ') : part))
}

/** The words of a text in bold, and its code as it is. */
export const emphasized = (text: Text): Text => text.map((part) => (typeof part === 'string' ? strong(part) : part))

/** The beginning of a text on one line, to tell it from others. @param most characters */
export const excerpt = (text: string, most: number): Text => cutText(writtenLine(text), most)

/** @param most characters */
export function cutText(text: Text, most: number): Text {
  const kept: Inline[] = []
  let left = most
  for (const part of text) {
    const words = typeof part === 'string' ? part : 'text' in part ? part.text : ''
    if (words.length > left) {
      const cut = left > 1 ? shorten(words, left) : '…'
      return [...kept, typeof part === 'string' || left <= 1 ? cut : code(cut)]
    }
    kept.push(part)
    left -= words.length
  }
  return kept
}
