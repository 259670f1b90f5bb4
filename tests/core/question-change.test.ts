// What counts as a change of a question, and what does not.
import { expect, it } from 'vitest'
import { changeOf } from '../../src/core/question-change.ts'
import type { QuestionWords } from '../../src/core/question.ts'

const words: QuestionWords = {
  topicTitle: 'Repairs',
  stem: 'Who pays?',
  options: [{ id: 'a', text: 'The landlord' }, { id: 'b', text: 'The tenant' }],
  explanation: 'It is in the lease.',
  whyNot: { b: 'Not in the lease.', c: 'Never.' },
  keyPoint: 'Read the lease.',
  note: null,
  sources: [{ document: 'lease', title: 'The lease', section: 'Damage', key: 'lease / Damage' }],
}
const asked = { words, key: ['a', 'c'] }

it.each<[string, Partial<QuestionWords>]>([
  ['nothing', {}],
  ['the title of its topic', { topicTitle: 'Mending' }],
  ['what its passages are called', { sources: [] }],
  ['the order in which its options stand in the file', { options: words.options.toReversed() }],
  ['the order of why the others are wrong', { whyNot: { c: 'Never.', b: 'Not in the lease.' } }],
])('a question is the same where the course changed %s', (_, change) => {
  expect(changeOf(asked, { words: { ...words, ...change }, key: ['c', 'a'] })).toBe('none')
})

it.each<[string, Partial<QuestionWords>]>([
  ['the stem', { stem: 'Who mends it?' }],
  ['an option', { options: [{ id: 'a', text: 'The owner' }, { id: 'b', text: 'The tenant' }] }],
  ['two options that changed places', { options: [{ id: 'b', text: 'The landlord' }, { id: 'a', text: 'The tenant' }] }],
  ['the explanation', { explanation: 'So it is.' }],
  ['why another one is wrong', { whyNot: { b: 'No.', c: 'Never.' } }],
  ['what to remember', { keyPoint: 'Ask.' }],
  ['the note', { note: 'In some countries.' }],
])('the question is another in other words: %s', (_, change) => {
  expect(changeOf(asked, { words: { ...words, ...change }, key: ['a', 'c'] })).toBe('reworded')
})

it('another right answer weighs more than other words', () => {
  expect(changeOf(asked, { words: { ...words, stem: 'Who?' }, key: ['a', 'b'] })).toBe('new-key')
  expect(changeOf(asked, { words, key: ['a'] })).toBe('new-key')
})

it('a question that the course no longer has was removed', () => {
  expect(changeOf(asked, undefined)).toBe('removed')
})
