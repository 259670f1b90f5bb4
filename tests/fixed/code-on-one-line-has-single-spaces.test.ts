// Where a question is named in short, its block of code stood between two spaces on each side, and one without code was an empty span.
import { expect, it } from 'vitest'
import { excerpt } from '../../src/screens/written.ts'

it('a block of code on one line has one space on each side', () => {
  expect(excerpt('Who narrows this?\n\n```json\n{\n  "a": 1\n}\n```\n\nAnd to `b`?', 100)).toEqual(['Who narrows this? ', { kind: 'code', text: '{ "a": 1 }' }, ' And to ', { kind: 'code', text: 'b' }, '?'])
  expect(excerpt('```\n  a\n```\n```\nb\n```\nc', 100)).toEqual([{ kind: 'code', text: 'a' }, ' ', { kind: 'code', text: 'b' }, ' c'])
})

it('a block without code is left out', () => {
  expect(excerpt('Before\n```\n\n```\nafter', 100)).toEqual(['Before after'])
})
