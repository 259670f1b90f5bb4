// `report wrong "not" missing` lost its quotes, which changed what somebody said; `correct … why "see p. 4"` kept its own, inside those of the record.
import { expect, it } from 'vitest'
import { takenApart } from '../../src/features/correct/wanted.ts'
import { commands } from '../catalog.ts'

it.each([
  ['report wrong "not" missing', '"not" missing'], ['report typo “teh” and “hte”', '"teh" and "hte"'], ['report wrong "B is right, too"', 'B is right, too'], ['report "wrong B is right"', 'B is right'],
  ['report wrong words="not" missing', '"not" missing'], ['report wrong it says "not"', 'it says "not"'], ["report wrong 'it isn't'", "it isn't"], ['report wrong ““B””', 'B'],
])('%s says %s', (line, said) => {
  expect(commands.parse(line)).toMatchObject({ kind: 'known', name: 'report', values: { kind: line.includes('typo') ? 'typo' : 'wrong', words: said } })
})

it.each([['"see p. 4"', 'see p. 4'], ['“see p. 4”', 'see p. 4'], ['see "p. 4"', 'see "p. 4"'], ['"A" or "B"', '"A" or "B"'], ['"', '"']])('why %s is %s', (typed, why) => {
  expect(takenApart({ question: `23 Nov why ${typed}`, key: undefined, why: undefined }).why).toBe(why)
  expect(takenApart({ question: '23 Nov', key: undefined, why: typed }).why).toBe(why)
})
