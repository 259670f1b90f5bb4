// GIFT from people who leave no empty line between questions: each is one by itself, not all of them one long stem.
import { expect, test } from 'vitest'
import { readItems } from '../../src/course/import/read-items.ts'

const read = (text: string) => {
  const found = readItems(text, 'questions.gift')
  return 'items' in found ? found.items.map((item) => ('text' in item ? [item.text.stem, item.text.options.map(({ text: option }) => option).join('|')] : item.problem)) : found.problem
}

test('a line that ends its answers ends a question', () => {
  expect(read('::One::Who pays? {=We ~They}\n::Two:: Who signs? {\n=The lead\n~Nobody # no\n}\nWho asks? {~A =B}')).toEqual([['Who pays?', 'We|They'], ['Who signs?', 'The lead|Nobody'], ['Who asks?', 'A|B']])
  expect(read('$CATEGORY: Ops\nWho pays? {=We ~They}\n$CATEGORY: Dev\nWho signs? {=The lead ~Nobody}')).toEqual([['Who pays?', 'We|They'], ['Who signs?', 'The lead|Nobody']])
})

test('a gap in a sentence has its end behind it, on the next line too', () => {
  expect(read('Grant lies in {=New York ~Ohio}\n, a state.')).toEqual([['Grant lies in ____ , a state.', 'New York|Ohio']])
  expect(read('Use \\{x\\} {=here ~there}\n\nThen \\{y\\}? {=yes ~no}')).toEqual([['Use {x}', 'here|there'], ['Then {y}?', 'yes|no']])
})

test('two answers in one line are told about', () => {
  expect(read('Both {=a ~b} and {=c ~d}?')).toEqual(['It has several answers between { and }. Put an empty line between questions.'])
})
