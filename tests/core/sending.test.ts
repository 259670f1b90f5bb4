import { describe, expect, it } from 'vitest'
import { longestTransit, nextSendStep } from '../../src/core/sending.ts'
import { nextTry } from '../../src/core/telling.ts'
import { hour, minute } from '../../src/core/time.ts'

const due = Date.UTC(2026, 0, 5, 9)
const round = { dueAt: due, closesAt: due + 8 * hour }
const quiz = { catchUpMinutes: 60 }

describe('a round that is to be sent', () => {
  it('is posted while its window isWithin, and given up after it', () => {
    expect(nextSendStep(round, quiz, null, due)).toEqual({ kind: 'post' })
    expect(nextSendStep(round, quiz, null, due + hour)).toEqual({ kind: 'post' })
    expect(nextSendStep(round, quiz, null, due + hour + 1)).toMatchObject({ kind: 'give-up', reason: 'It could not be posted in time.' })
  })

  it('is not posted after its own close', () => {
    expect(nextSendStep({ ...round, closesAt: due + minute }, quiz, null, due + minute)).toMatchObject({ kind: 'give-up' })
  })

  it('whose post was found is adopted, however late', () => {
    const sent = { since: due, found: { message: 'C1/2' } } as const
    expect(nextSendStep(round, quiz, sent, due + 7 * 24 * hour)).toEqual({ kind: 'adopt', message: 'C1/2' })
  })

  it('of which nobody can tell is given up, and never posted twice', () => {
    expect(nextSendStep(round, quiz, { since: due, found: 'cannot-tell' }, due + 1)).toMatchObject({ kind: 'give-up', reason: expect.stringContaining('does not post twice') })
  })

  it('that was not found waits until it can no longer arrive, then is posted, also under a clock that was set back', () => {
    const sent = { since: due, found: 'none' } as const
    expect(nextSendStep(round, quiz, sent, due + longestTransit - 1)).toEqual({ kind: 'wait', until: due + longestTransit })
    expect(nextSendStep(round, quiz, sent, due + longestTransit)).toEqual({ kind: 'post' })
    expect(nextSendStep(round, quiz, sent, due - longestTransit)).toEqual({ kind: 'post' })
  })
})

describe('a manager who cannot be reached', () => {
  it('is tried again after ten minutes, then twice as long, up to four hours, eight times in all', () => {
    const pauses = Array.from({ length: 8 }, (_, tried) => nextTry(tried + 1, 0)).map((at) => at === null ? null : at / minute)
    expect(pauses).toEqual([10, 20, 40, 80, 160, 240, 240, null])
  })
})
