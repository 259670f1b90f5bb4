// Tokens as they're stored: sealed for one installation, opened by the key that sealed them, and sealed anew.
import { describe, expect, test } from 'vitest'
import { openLedger } from '../../../../src/ledger/sqlite/sqlite-ledger.ts'
import { isCurrent, readTokenKeys, seal, SealError, unseal, type TokenKeys } from '../../../../src/platforms/slack/many/sealed-token.ts'
import { resealTokens } from '../../../../src/service/reseal.ts'
import { newKeys } from './stage.ts'

const token = 'xoxb-1111-2222-secret'
const both = (one: TokenKeys, other: TokenKeys): TokenKeys => ({ current: one.current, keys: new Map([...one.keys, ...other.keys]) })

describe('a sealed token', () => {
  test('opens for its own installation, and is another text each time', () => {
    const keys = newKeys()
    const [one, two] = [seal(keys, 'slack:T1', token), seal(keys, 'slack:T1', token)]
    expect([unseal(keys, 'slack:T1', one), unseal(keys, 'slack:T1', two)]).toEqual([token, token])
    expect(Buffer.compare(one, two)).not.toBe(0)
    expect(Buffer.from(one).includes('secret')).toBe(false)
  })

  test.each([
    ['was copied to another installation', (sealed: Uint8Array) => sealed, 'slack:T2'],
    ['was changed by a bit', (sealed: Uint8Array) => sealed.map((byte, at) => (at === sealed.length - 1 ? byte ^ 1 : byte)), 'slack:T1'],
    ['was cut', (sealed: Uint8Array) => sealed.slice(0, 20), 'slack:T1'],
    ['names a key that is not there', (sealed: Uint8Array) => sealed.map((byte, at) => (at === 0 ? 9 : byte)), 'slack:T1'],
  ])('does not open if it %s, and says what to do', (_, change, id) => {
    const keys = newKeys()
    const open = () => unseal(keys, id, change(seal(keys, 'slack:T1', token)))
    expect(open).toThrow(SealError)
    expect(open).toThrow(/install the app there again/u)
  })

  test('does not open with another key of the same number', () => {
    expect(() => unseal(newKeys(), 'slack:T1', seal(newKeys(), 'slack:T1', token))).toThrow(/another one than it was sealed with/u)
  })
})

test.each(['', '1', '1:short', `0:${'a'.repeat(43)}`, `256:${'a'.repeat(43)}`, `1:${'a'.repeat(43)}=,1:${'b'.repeat(43)}=`, `1:${'a'.repeat(43)}=,`])('“%s” is no set of keys', (written) => {
  expect(readTokenKeys(written)).toBeUndefined()
})

test('tokens are sealed anew with the first key, once; what doesn’t open is named', async () => {
  const [old, next] = [newKeys([1]), newKeys([2])]
  const ledger = await openLedger(':memory:')
  const { installations } = ledger
  const save = (id: string, keys: TokenKeys) => installations.save({ id, name: id, url: '', bot: 'U1', botId: 'B1', scopes: [] }, seal(keys, id, token), [], 0)
  await save('slack:T1', old)
  await save('slack:T2', next)
  const keys = both(next, old)
  expect(await resealTokens(installations, keys)).toMatchObject({ failed: false, lines: [expect.stringContaining('Sealed 1 token with key 2; 1 had it already.'), expect.stringContaining('can go')] })
  expect(await resealTokens(installations, next)).toMatchObject({ failed: false, lines: [expect.stringContaining('Sealed 0 tokens'), expect.anything()] })
  for (const { id, sealed } of await installations.sealed()) expect([isCurrent(next, sealed), unseal(next, id, sealed)]).toEqual([true, token])
  await save('slack:T3', newKeys([1]))
  expect(await resealTokens(installations, keys)).toMatchObject({ failed: true, lines: [expect.anything(), expect.stringContaining('slack:T3'), expect.stringContaining('Keep the other keys')] })
  await ledger.close()
})
