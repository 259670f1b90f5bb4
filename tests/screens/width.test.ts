// Columns of letters of all kinds, and what cleaning leaves of a text.
import { describe, expect, it } from 'vitest'
import { clean } from '../../src/platforms/terminal/clean.ts'
import { cutTo, padTo, widthOf } from '../../src/screens/width.ts'

describe('the columns of a text', () => {
  it.each([
    ['', 0],
    ['Ada', 3],
    ['“naïve” … · ░█ ✓', 16],
    ['日本語', 6],
    ['한국어', 6],
    ['ｆｕｌｌ', 8],
    ['e\u0301', 1],
    ['🎉', 2],
    ['👩‍👩‍👧‍👦', 2],
    ['🏳️‍🌈', 2],
    ['🇩🇪', 2],
    ['1️⃣', 2],
    ['❤️', 2],
    ['❤', 1],
    ['שלום', 4],
    ['\u1a61', 1],
  ])('“%s” takes %i', (text, columns) => expect(widthOf(text)).toBe(columns))

  it('are never more than a cut text may take', () => {
    expect(cutTo('日本語日本語', 6)).toBe('日本…')
    expect(cutTo('short', 5)).toBe('short')
    expect(widthOf(padTo('日本', 10))).toBe(10)
  })
})

describe('a cleaned text', () => {
  it.each([
    ['line\r\nfeed\rsame\u2028way', 'line\nfeed\nsame\nway'],
    ['a\tb', 'a b'],
    ['\u001B[31mred', '�[31mred'],
    ['abc\u202Etxt.exe', 'abctxt.exe'],
    ['half \uD83D', 'half �'],
    ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦'],
    [`z${'\u0351'.repeat(50)}`, `z${'\u0351'.repeat(4)}`],
  ])('of %j is %j', (text, expected) => expect(clean(text)).toBe(expected))
})
