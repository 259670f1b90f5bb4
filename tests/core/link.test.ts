// Codes for linking: how they are made and read, and when one works.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeLetters, codeLife, makeCode, mostTries, readCode, showCode, triesWithin } from '../../src/core/code.ts'
import { judgeCode, tellAgainAt, toldWithin, type BeforeLink } from '../../src/core/link.ts'
import { minute } from '../../src/core/time.ts'

const now = Date.UTC(2026, 0, 5, 9)

describe('a code', () => {
  it('has eight letters that spell nothing, and is read as it was made however it is typed', () => {
    fc.assert(fc.property(fc.array(fc.nat(codeLetters.length - 1), { minLength: 8, maxLength: 8 }), fc.boolean(), (picks, upper) => {
      let at = 0
      const code = makeCode(() => picks[at++] ?? 0)
      expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/u)
      const typed = upper ? showCode(code) : ` ${showCode(code).toLowerCase().replace('-', ' – ')} `
      expect(readCode(typed)).toBe(code)
    }))
  })

  it('asks for letters from the whole alphabet', () => {
    const asked: number[] = []
    makeCode((below) => {
      asked.push(below)
      return below - 1
    })
    expect([asked, makeCode((below) => below - 1), showCode('BCDFGHJK')]).toEqual([Array.from({ length: 8 }, () => 20), 'ZZZZZZZZ', 'BCDF-GHJK'])
  })

  it.each(['', 'BCDF', 'BCDF-GHJKL', 'AEIO-UAEI', 'BCDF-GHJ1', 'BCDF_GHJK', 'BCDF.GHJK', 'ßßßß', 'BCDF-GHJſ', 'ВСDF-GHJK'])('is not read from %j', (typed) => {
    expect(readCode(typed)).toBeUndefined()
  })
})

describe('a code that somebody types', () => {
  const before: BeforeLink = { failures: [], offer: { endsAt: now + codeLife, used: false }, parties: 'two learners', shared: undefined }
  const kind = (change: Partial<BeforeLink>, at = now) => judgeCode({ ...before, ...change }, at).kind

  it('links, until its time is over or it was used', () => {
    expect([kind({}), kind({}, now + codeLife - 1), kind({}, now + codeLife), kind({ offer: undefined }), kind({ offer: { endsAt: now + 1, used: true } })])
      .toEqual(['may-link', 'may-link', 'no-code', 'no-code', 'no-code'])
  })

  it('is one’s own, or of an account that is linked already, or of somebody in the same group', () => {
    expect([kind({ parties: 'one account' }), kind({ parties: 'one learner' }), kind({ parties: 'one learner', offer: { endsAt: now + 1, used: true } }), kind({ shared: 'slack:T1' })])
      .toEqual(['own-code', 'already-linked', 'already-linked', 'same-group'])
  })

  it('is not read after too many wrong ones, until the first of those is long enough ago', () => {
    const failures = Array.from({ length: mostTries }, (_, index) => now - index * minute)
    const until = now - (mostTries - 1) * minute + triesWithin
    expect(judgeCode({ ...before, failures }, now)).toEqual({ kind: 'too-many', until })
    expect([kind({ failures }, until - 1), kind({ failures }, until), kind({ failures: failures.slice(1) })]).toEqual(['too-many', 'may-link', 'may-link'])
  })
})

it('whoever gave a code is told again for a day', () => {
  expect([tellAgainAt(now, now), tellAgainAt(now, now + toldWithin - 1), tellAgainAt(now, now + toldWithin)]).toEqual([now + 10 * minute, now + toldWithin - 1 + 10 * minute, null])
})
