// Which texts can be an alias, and which two look the same.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aliasKey, longestAlias, readAlias } from '../../src/core/alias.ts'

it.each(['Blue Heron', 'Zoë', '王小明', 'שרה לוי', "O'Neil", 'Agent 47', 'नमस्ते', 'x'.repeat(24)])('%j can be an alias', (text) => {
  expect(readAlias(text)).toEqual({ alias: text })
})

it('spaces around it and between its words are tidied', () => {
  expect(readAlias('  Blue \u00A0 Heron ')).toEqual({ alias: 'Blue Heron' })
})

it.each([
  ['', 'too-short'], ['a', 'too-short'], ['   ', 'too-short'], ['x'.repeat(25), 'too-long'],
  ['@here', 'characters'], ['<!channel>', 'characters'], ['<@U123>', 'characters'], ['*bold*', 'characters'], ['`code`', 'characters'], ['evil.example', 'characters'],
  ['https://x', 'characters'], ['a\u202Eb', 'characters'], ['a\u200Bb', 'characters'], ['a\u0000b', 'characters'], ['\u3164\u3164', 'characters'], ['a\u3164', 'characters'],
  ['1234', 'characters'], ['--', 'characters'], ['Z\u0335\u0336\u0337\u0338algo', 'characters'], ['🦊🦊', 'characters'], ['a\uD800', 'characters'],
  ['everyone', 'reserved'], ['Hеre', 'reserved'], ['study hall', 'reserved'], ['A Member', 'reserved'],
] as const)('%j can’t: %s', (text, problem) => {
  expect(readAlias(text)).toEqual({ problem })
})

it.each([
  ['Blue Heron', 'blue-heron'], ['Blue Heron', 'BlueHeron'], ['Zoë', 'ZOE'], ['Ada', 'Аdа'], ['Bob', 'B0b'], ['Will', 'WiIl'], ['Bernie', 'Bemie'], ['Straße', 'STRASSE'], ['Ｂｅｎ', 'Ben'],
])('%j and %j look the same', (one, other) => {
  expect(aliasKey(one)).toBe(aliasKey(other))
})

it.each([['Ada', 'Ida'], ['Blue Heron', 'Blue Herons'], ['王小明', '王小红']])('%j and %j don’t', (one, other) => {
  expect(aliasKey(one)).not.toBe(aliasKey(other))
})

it('whatever is typed, an alias is plain, of a bearable length, and the same when it is read again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
      const read = readAlias(text)
      if (!('alias' in read)) return
      expect([...read.alias].length).toBeLessThanOrEqual(longestAlias)
      expect(read.alias).not.toMatch(/\p{C}|[^\P{Z} ]|[<>@#*_`~|\\[\]():/]/u)
      expect(readAlias(read.alias)).toEqual(read)
      expect(aliasKey(read.alias)).not.toBe('')
    }),
  )
})
