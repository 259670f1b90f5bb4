// A correction holds the next time the question is asked, as long as the course says what it said then.
import { expect, it } from 'vitest'
import { afterCorrections, correctedBank, type StandingCorrection } from '../../src/core/corrected-bank.ts'
import { correctedWords } from '../../src/core/correction.ts'
import { wordedBank, wordsOf } from '../ledger/world.ts'

const question = 'question-1'
const words = wordsOf('question-1?')
const to = (key: string, asked = 'b', voided = false, about = words): StandingCorrection =>
  ({ question, asked: { key: [asked], words: about }, after: { key: [key], voided, words: voided ? { ...about, explanation: '' } : correctedWords(about, [asked], { key: [key], voided }, '') } })

it('asks with the corrected answer and its words', () => {
  const { contents, questions } = correctedBank(wordedBank(), [to('c')])
  expect([contents.get(question)?.key, contents.get(question)?.words()?.explanation, questions.length]).toEqual([['c'], 'The answer to this question was corrected.', 5])
  expect(contents.get('question-2')?.key).toEqual(['b'])
})

it('leaves out what doesn’t count', () => {
  const { contents, questions } = correctedBank(wordedBank(), [to('b', 'b', true)])
  expect([contents.has(question), questions.map(({ id }) => id).includes(question)]).toEqual([false, false])
})

it('does nothing once the course was mended or the question is gone', () => {
  for (const bank of [wordedBank(' Now in other words.'), wordedBank('', 5, ['c']), wordedBank('', 1)]) expect(correctedBank(bank, [to('c')])).toBe(bank)
})

it('corrects what was corrected before, and counts again what was voided', () => {
  const [first] = [to('c')]
  const again = { ...to('d', 'c'), asked: { key: ['c'], words: first?.after.words ?? null } }
  expect(afterCorrections({ key: ['b'], words }, [to('c'), again])).toMatchObject({ key: ['d'], voided: false })
  expect(afterCorrections({ key: ['b'], words }, [again])).toMatchObject({ key: ['b'] })
  expect(afterCorrections({ key: ['b'], words }, [to('b', 'b', true), to('c')])).toMatchObject({ key: ['c'], voided: false })
})
