// When a question that was asked counts as changed since.
import { expect, it } from 'vitest'
import { changeOf, type Asked } from '../../src/core/question-change.ts'

const asked = {
  key: ['a', 'c'],
  words: {
    stem: 'Who patches?', options: [{ id: 'a', text: 'The provider' }, { id: 'b', text: 'Nobody' }, { id: 'c', text: 'The customer' }],
    explanation: 'Both do.', whyNot: { b: 'Somebody has to.' }, keyPoint: 'Both.', note: null,
  },
} as unknown as Asked
const withWords = (change: object): Asked => ({ ...asked, words: { ...asked.words, ...change } })

it.each<[string, Asked | undefined]>([
  ['removed', undefined],
  ['none', asked],
  ['none', { ...asked, key: ['c', 'a'] }],
  ['none', withWords({ options: asked.words.options.toReversed() })],
  ['none', withWords({ title: 'Another name of the topic' })],
  ['new-key', { ...asked, key: ['a'] }],
  ['new-key', { ...withWords({ stem: 'Who?' }), key: ['a', 'b'] }],
  ['reworded', withWords({ stem: 'Who updates?' })],
  ['reworded', withWords({ options: asked.words.options.map((option) => (option.id === 'b' ? { ...option, text: 'No one' } : option)) })],
  ['reworded', withWords({ explanation: 'Each does a part.' })],
  ['reworded', withWords({ whyNot: { b: 'Nobody is nobody.' } })],
])('it is %s (case %#)', (change, now) => {
  expect(changeOf(asked, now)).toBe(change)
})
