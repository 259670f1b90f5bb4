// Who sends flashcards where questions are asked for hears what to do with them, not that each lacks options.
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readFileText, readItems } from '../../src/course/import/read-items.ts'

test.each([
  ['Anki text', '#separator:tab\nfront\tback\n', 'deck.txt'],
  ['a list with tabs', 'one\tuno\ntwo\tdos\n', 'words.txt'],
  ['Kotoba', 'Question,Answers,Comment,Instructions,Render as\n犬,いぬ,,,\n', 'deck.csv'],
])('%s', (_, text, file) => {
  expect(readItems(text, file)).toMatchObject({ problem: expect.stringMatching(/^These are flashcards\. .*study -- import/u) })
})

test('a zip, whether its bytes look like text or not', () => {
  for (const data of [zipSync({ 'collection.anki2': strToU8('x'.repeat(2_000)) }), strToU8('PK\u0003\u0004 and text'), Uint8Array.from([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0])]) {
    const read = readFileText(data)
    expect('problem' in read ? read.problem : read.text).toMatch(data.includes(0) || data.includes(0xff) ? /^This is a zip/u : /^PK/u)
  }
})
