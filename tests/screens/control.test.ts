import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { controlLimit, decodeControl, encodeControl, type Control } from '../../src/screens/control.ts'

const round = '0123456789abcdef'

const controls: readonly Control[] = [
  { kind: 'answer', round, option: 'a' },
  { kind: 'answer', round, option: null },
  { kind: 'show-round', round },
  { kind: 'board', scope: 'group', period: 'month', page: 12 },
  { kind: 'lookup', words: 'EC2: who patches the OS?' },
  { kind: 'compare', table: 'patching-by-service' },
  { kind: 'progress' },
  { kind: 'set-up' },
]

describe('a control', () => {
  it.each(controls.map((control) => [control.kind, control] as const))('%s comes back as it was', (_, control) => {
    expect(decodeControl(encodeControl(control))).toEqual(control)
  })

  it('fits a button of Discord, whatever words it carries', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (words) => encodeControl({ kind: 'lookup', words }).length <= controlLimit))
  })

  it.each(['', 'v1', 'v0:progress', 'v1:answer', 'v1:answer:xyz:a', `v1:answer:${round}:g`, `v1:answer:${round}`, 'v1:board:all:all:0', 'v1:board:place:week:-1', 'v1:board:place:week:x', 'v2:progress'])(
    'of another version or of nobody’s making is refused: “%s”',
    (text) => {
      expect(decodeControl(text)).toBeUndefined()
    },
  )

  it('is refused or understood, whatever stands in it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => void decodeControl(`v1:${text}`)))
  })
})
