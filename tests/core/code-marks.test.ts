// Code in what people write: found as Markdown has it, and written so that it is found again.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeBlock, codeSpan, linesAndBlocks, onOneLine, outsideCode, readCode, withoutCodeMarks } from '../../src/core/code-marks.ts'

const short = (text: string) => readCode(text).map((piece) => [piece.kind, piece.text, ...(piece.kind === 'block' && piece.language !== null ? [piece.language] : [])])

const anyMarked = fc.array(fc.oneof(fc.constantFrom('`', '``', '```', '~~~', '\\`', '\n', ' ', '    ', '\t', 'a', 'json', '"', '{', '}', '|', 'x y'), fc.string({ maxLength: 5 })), { maxLength: 30 }).map((parts) => parts.join('').replaceAll(/\r\n?/gu, '\n'))

describe('code in a text', () => {
  it.each<[string, readonly (readonly string[])[]]>([
    ['no code', [['text', 'no code']]],
    ['Call `f("x")`, then `g`.', [['text', 'Call '], ['span', 'f("x")'], ['text', ', then '], ['span', 'g'], ['text', '.']]],
    ['a `` b`c `` d', [['text', 'a '], ['span', 'b`c'], ['text', ' d']]],
    ['one ` alone', [['text', 'one ` alone']]],
    ['\\`two\\` meant as they are, and `C:\\` as code', [['text', '`two` meant as they are, and '], ['span', 'C:\\'], ['text', ' as code']]],
    ['not `over\n\na blank` line', [['text', 'not `over\n\na blank` line']]],
    ['over `one\nline` end', [['text', 'over '], ['span', 'one line'], ['text', ' end']]],
    ['Look:\n```json\n{\n\n\t"a": 1\n}\n```\nWell?', [['text', 'Look:\n'], ['block', '{\n\n    "a": 1\n}', 'json'], ['text', 'Well?']]],
    ['In a list:\n  ~~~\n  a\n    b\n  ~~~', [['text', 'In a list:\n'], ['block', 'a\n  b']]],
    ['````md\n```\nx\n```\n````', [['block', '```\nx\n```', 'md']]],
    ['to the end\n```\nx', [['text', 'to the end\n'], ['block', 'x']]],
    ['one line ```sh ls``` only', [['text', 'one line '], ['span', 'sh ls'], ['text', ' only']]],
  ])('%j', (text, pieces) => {
    expect(short(text)).toEqual(pieces)
  })

  it('is found without losing anything, whatever is written', () => {
    fc.assert(fc.property(anyMarked, (text) => {
      expect(readCode(text).map(({ source }) => source).join('')).toBe(text)
      expect(outsideCode(text, (words) => words)).toBe(text)
      expect(linesAndBlocks(text).join('\n')).toBe(text.replace(/\n$/u, ''))
      expect(onOneLine(text)).not.toContain('\n')
      expect(withoutCodeMarks(text)).not.toContain('\n')
    }))
  })

  it('is found again as it was, whatever backticks are in it', () => {
    const line = anyMarked.map((text) => text.replaceAll(/\s+/gu, ' ').trim()).filter((text) => text !== '')
    fc.assert(fc.property(line, (text) => {
      expect(short(`so ${codeSpan(text)}.`)).toEqual([['text', 'so '], ['span', text], ['text', '.']])
    }))
    const lines = anyMarked.map((text) => text.replaceAll('\t', ' ').replaceAll(/^\s*\n|\s+$/gu, '')).filter((text) => text.trim() !== '')
    fc.assert(fc.property(lines, (text) => {
      expect(short(codeBlock(text, 'sh'))).toEqual([['block', text, 'sh']])
    }))
  })
})
