import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { control, controlLimit, oneOf, roundId, runControl, upTo, words } from '../../src/screens/control.ts'
import { answerControl } from '../../src/screens/question.ts'
import { catalog } from '../catalog.ts'

const round = '0123456789abcdef'
const sample = control('sample', { round: roundId, side: oneOf('left', 'right'), page: upTo(9), words })

/** What buttons of version 1 say: they are out there in messages, so each must mean the same for ever. */
const version1: readonly (readonly [string, string, unknown])[] = [
  [`v1:answer:${round}:a`, 'answer', { round, option: 'a' }],
  [`v1:answer:${round}:f`, 'answer', { round, option: 'f' }],
  [`v1:answer:${round}:*`, 'answer', { round, option: null }],
  [`v1:round:${round}`, 'showRound', { round }],
  ['v1:board:place:week:0', 'board', { scope: 'place', period: 'week', page: 0 }],
  ['v1:board:group:month:12', 'board', { scope: 'group', period: 'month', page: 12 }],
  ['v1:board:place:all:9999', 'board', { scope: 'place', period: 'all', page: 9999 }],
  ['v1:progress', 'progress', {}],
  ['v1:lookup:EC2: who patches the OS?', 'lookup', { words: 'EC2: who patches the OS?' }],
  ['v1:lookup:', 'lookup', { words: '' }],
  ['v1:compare:patching-by-service', 'compare', { table: 'patching-by-service' }],
  ['v1:set-up', 'setUp', {}],
]

/** Discord told equal controls on one screen apart by what stood behind their fields. */
const withSuffix: typeof version1 = [
  [`v1:answer:${round}:a:2`, 'answer', { round, option: 'a' }],
  ['v1:board:place:week:0:3', 'board', { scope: 'place', period: 'week', page: 0 }],
  ['v1:progress:2', 'progress', {}],
  ['v1:set-up:2', 'setUp', {}],
]

describe('a button of version 1', () => {
  it.each([...version1, ...withSuffix])('“%s” means what it meant', (text, name, values) => {
    expect(catalog.pressed(text)).toMatchObject({ name, values })
  })

  it.each(version1)('“%s” is still written so', (text) => {
    const pressed = catalog.pressed(text)
    expect(pressed?.control.text(pressed.values)).toBe(text)
  })
})

describe('a control', () => {
  it('comes back as it was, words with colons in them too', () => {
    fc.assert(fc.property(fc.record({ round: fc.constant(round), side: fc.constantFrom('left' as const, 'right' as const), page: fc.nat({ max: 9 }), words: fc.string({ unit: 'binary', maxLength: 40 }) }), (values) => {
      expect(sample.read(sample.text(values))).toEqual(values)
    }))
  })

  it('fits a button of Discord, whatever words it carries', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (line) => runControl.text({ line }).length <= controlLimit))
  })

  it.each(['', 'v1', 'v0:progress', 'v1:answer', 'v1:answer:xyz:a', `v1:answer:${round}:g`, `v1:answer:${round}`, 'v1:board:all:all:0', 'v1:board:place:week:-1', 'v1:board:place:week:x', 'v2:progress', 'v1:constructor', 'v1:__proto__'])(
    'of another version or of nobody’s making is refused: “%s”',
    (text) => {
      expect(catalog.pressed(text)).toBeUndefined()
    },
  )

  it('is refused or understood, whatever stands in it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => void catalog.pressed(`v1:${text}`)))
  })

  it('of the answer is read from nothing else', () => {
    expect(answerControl.read('v1:progress')).toBeUndefined()
  })
})
