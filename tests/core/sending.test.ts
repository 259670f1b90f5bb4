import { describe, expect, it } from 'vitest'
import { longestTransit, nextSendStep } from '../../src/core/sending.ts'
import { nextTry } from '../../src/core/telling.ts'
import { hour, minute } from '../../src/core/time.ts'

const due = Date.UTC(2026, 0, 5, 9)
const round = { occasion: '2026-01-05', dueAt: due, closesAt: due + 8 * hour, reason: null }
const quiz = { catchUpMinutes: 60, paused: false, retired: null, off: [], skipDate: null, zone: 'UTC' }

describe('a round that is to be sent', () => {
  it('is posted while its window lasts, and given up after it', () => {
    expect(nextSendStep(round, quiz, null, due)).toEqual({ kind: 'post' })
    expect(nextSendStep(round, quiz, null, due + hour)).toEqual({ kind: 'post' })
    expect(nextSendStep(round, quiz, null, due + hour + 1)).toEqual({ kind: 'give-up', reason: 'It couldn’t be posted in time.' })
  })

  it('is given up with what it had to wait for', () => {
    const waited = { ...round, reason: 'Slack cannot be reached right now.' }
    expect(nextSendStep(waited, quiz, null, due + 2 * hour)).toEqual({ kind: 'give-up', reason: 'It couldn’t be posted in time. Slack cannot be reached right now.' })
  })

  it('is not posted after its own close', () => {
    expect(nextSendStep({ ...round, closesAt: due + minute }, quiz, null, due + minute - 1)).toMatchObject({ kind: 'post' })
    expect(nextSendStep({ ...round, closesAt: due + minute }, quiz, null, due + minute)).toMatchObject({ kind: 'give-up' })
  })

  it('whose post was found is adopted, however late, also where the quiz was paused', () => {
    const sent = { watched: 0, found: { message: 'C1/2' } } as const
    expect(nextSendStep(round, { ...quiz, paused: true }, sent, due + 7 * 24 * hour)).toEqual({ kind: 'adopt', message: 'C1/2' })
  })

  it('that the bot may not look for is given up, and never posted twice', () => {
    expect(nextSendStep(round, quiz, { watched: 0, found: 'cannot-tell' }, due + 1)).toMatchObject({ kind: 'give-up', reason: expect.stringContaining('never posts twice') })
  })

  it('that cannot be looked for now is asked about as long as its window lasts', () => {
    const sent = { watched: hour, found: 'not-now' } as const
    expect(nextSendStep(round, quiz, sent, due + hour)).toEqual({ kind: 'ask-again' })
    expect(nextSendStep(round, quiz, sent, due + hour + 1)).toMatchObject({ kind: 'give-up', reason: expect.stringContaining('the platform didn’t answer in time') })
  })

  it('that was not found waits until it can no longer arrive, by the time that has passed and not by the clock', () => {
    const sent = (watched: number) => ({ watched, found: 'none' }) as const
    expect(nextSendStep(round, quiz, sent(longestTransit - 1), due + hour)).toEqual({ kind: 'wait', for: 1 })
    expect(nextSendStep(round, quiz, sent(longestTransit), due)).toEqual({ kind: 'post' })
  })

  it('is left out where its quiz was paused meanwhile, but not if a manager asked for it', () => {
    const paused = { ...quiz, paused: true }
    expect(nextSendStep(round, paused, null, due)).toMatchObject({ kind: 'skip' })
    expect(nextSendStep(round, paused, { watched: longestTransit, found: 'none' }, due)).toMatchObject({ kind: 'skip' })
    expect(nextSendStep({ ...round, occasion: '2026-01-05+now' }, paused, null, due)).toEqual({ kind: 'post' })
  })
})

describe('a manager who cannot be reached', () => {
  it('is tried again after ten minutes, then twice as long, up to four hours, eight times in all', () => {
    const pauses = Array.from({ length: 8 }, (_, tried) => nextTry(tried + 1, 0)).map((at) => at === null ? null : at / minute)
    expect(pauses).toEqual([10, 20, 40, 80, 160, 240, 240, null])
  })
})

it('a round that was not posted says whether a manager paused it or its channel was lost', () => {
  expect(nextSendStep(round, { ...quiz, paused: true }, null, due)).toEqual({ kind: 'skip', reason: 'A manager paused the daily question before this one was posted.' })
  expect(nextSendStep(round, { ...quiz, paused: true, retired: 'deleted' }, null, due)).toMatchObject({ kind: 'skip', reason: expect.stringMatching(/stopped.*because the channel was deleted/u) })
})
