// What managers do to a quiz, and what nobody else can.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideDue } from '../../src/core/due.ts'
import { changeSettings, nameManager, nextHeld, pause, pauseWithoutManager, removeManager, resume, setUp, skip, whyNotRemove } from '../../src/core/manage.ts'
import { defaultSettings, type Quiz } from '../../src/core/quiz.ts'
import { day, hour, minute } from '../../src/core/time.ts'
import { anyQuiz, bankOf, monday, sampleQuiz } from './sample.ts'

const manager = { id: 'slack:T1/Manager', admin: false }
const admin = { id: 'slack:T1/Boss', admin: true }
const stranger = { id: 'slack:T1/Eve', admin: false }
const place = { group: 'slack:T1', place: 'slack:T1/C1' }
const settings = { ...defaultSettings, zone: 'UTC' }
const wanted = { ...settings, ...place }

function quizAfter(outcome: { readonly quiz: Quiz } | { readonly refusal: unknown }): Quiz {
  if ('refusal' in outcome) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`)
  return outcome.quiz
}

describe('setting up a quiz', () => {
  it('makes whoever does it its manager, and plans the next round', () => {
    const quiz = quizAfter(setUp(undefined, { ...stranger, maySetUp: true }, wanted, monday + 1))
    expect(quiz).toMatchObject({ ...place, managers: [stranger.id], paused: false, lastDate: null, nextDate: '2026-01-06', nextAt: monday + day })
  })

  it('is refused to whoever may not', () => {
    expect(setUp(undefined, { ...stranger, maySetUp: false }, wanted, monday)).toEqual({ refusal: { kind: 'may-not-set-up' } })
  })

  it('right after somebody else did changes the settings of that quiz', () => {
    const quiz = quizAfter(setUp(sampleQuiz, { ...manager, maySetUp: false }, { ...wanted, time: '10:00' }, monday - 1))
    expect(quiz).toMatchObject({ managers: sampleQuiz.managers, time: '10:00', nextAt: monday + hour })
  })

  it('right after somebody else did is refused to people who do not manage that quiz', () => {
    const refusal = { kind: 'not-a-manager', managers: sampleQuiz.managers }
    expect(setUp(sampleQuiz, { ...stranger, maySetUp: true }, wanted, monday)).toEqual({ refusal })
  })
})

const actions = {
  'changes settings': (quiz: Quiz | undefined, asker: typeof manager) => changeSettings(quiz, asker, settings, monday),
  pauses: (quiz: Quiz | undefined, asker: typeof manager) => pause(quiz, asker, monday),
  resumes: (quiz: Quiz | undefined, asker: typeof manager) => resume(quiz && { ...quiz, paused: true }, asker, monday),
  skips: (quiz: Quiz | undefined, asker: typeof manager) => skip(quiz, asker, false, monday),
  'names a manager': (quiz: Quiz | undefined, asker: typeof manager) => nameManager(quiz, asker, 'slack:T1/New'),
  'removes a manager': (quiz: Quiz | undefined, asker: typeof manager) =>
    removeManager(quiz && { ...quiz, managers: [manager.id, 'slack:T1/Second'] }, asker, manager.id),
}

describe.each(Object.entries(actions))('whoever %s', (_, act) => {
  it('is a manager or an admin', () => {
    expect(act(sampleQuiz, manager)).toHaveProperty('quiz')
    expect(act(sampleQuiz, admin)).toHaveProperty('quiz')
    expect(act(sampleQuiz, stranger)).toEqual({ refusal: { kind: 'not-a-manager', managers: expect.arrayContaining([...sampleQuiz.managers]) } })
  })

  it('needs a quiz', () => {
    expect(act(undefined, admin)).toEqual({ refusal: { kind: 'no-quiz' } })
  })
})

describe('a change', () => {
  it.each([
    ['pausing a paused quiz', pause({ ...sampleQuiz, paused: true }, manager, monday)],
    ['resuming a running quiz', resume(sampleQuiz, manager, monday)],
    ['skipping a skipped date', skip({ ...sampleQuiz, skipDate: sampleQuiz.nextDate }, manager, false, monday)],
    ['taking back no skip', skip(sampleQuiz, manager, true, monday)],
    ['naming a manager again', nameManager(sampleQuiz, manager, manager.id)],
    ['removing nobody', removeManager(sampleQuiz, manager, stranger.id)],
  ])('is refused where it is so already: %s', (_, outcome) => {
    expect(outcome).toMatchObject({ refusal: { kind: 'already-so' } })
  })

  it('skips the next date and takes that back', () => {
    const skipped = quizAfter(skip(sampleQuiz, manager, false, monday))
    expect(skipped.skipDate).toBe('2026-01-05')
    expect(quizAfter(skip(skipped, manager, true, monday)).skipDate).toBeNull()
  })

  it('forgets a skip once its date is over, or had its question', () => {
    const skipped = quizAfter(skip(sampleQuiz, manager, false, monday))
    const later = (change: Partial<Quiz>, now: number) => quizAfter(changeSettings({ ...skipped, ...change }, manager, { ...settings, time: '10:00' }, now)).skipDate
    expect(later({}, monday - minute)).toBe('2026-01-05')
    expect(later({ paused: true }, monday + day)).toBe('2026-01-05')
    expect(later({ paused: true }, monday + 2 * day)).toBeNull()
    expect(later({ lastDate: '2026-01-06', nextDate: '2026-01-07', nextAt: monday + 2 * day }, monday + minute)).toBeNull()
  })

  it('does not make up for dates that passed during a pause', () => {
    const quiz = quizAfter(resume({ ...sampleQuiz, paused: true }, manager, monday + 10 * day + minute))
    expect(quiz).toMatchObject({ paused: false, nextDate: '2026-01-16', nextAt: monday + 11 * day })
  })

  it('keeps the last manager, who is told of what goes wrong', () => {
    const two = quizAfter(nameManager(sampleQuiz, manager, 'slack:T1/Second'))
    const one = quizAfter(removeManager(two, manager, manager.id))
    expect(one.managers).toEqual(['slack:T1/Second'])
    expect(removeManager(one, admin, 'slack:T1/Second')).toEqual({ refusal: { kind: 'last-manager' } })
    expect(removeManager(one, admin, 'slack:T1/Second', new Set(['slack:T1/Second']))).toEqual({ refusal: { kind: 'last-manager' } })
    expect(removeManager(one, stranger, 'slack:T1/Second')).toMatchObject({ refusal: { kind: 'not-a-manager' } })
  })

  it('keeps the last manager who is still here', () => {
    const two = { ...sampleQuiz, managers: [manager.id, 'slack:T1/Left'] }
    const gone = new Set(['slack:T1/Left'])
    expect(removeManager(two, manager, manager.id, gone)).toEqual({ refusal: { kind: 'last-manager' } })
    expect(quizAfter(removeManager(two, manager, 'slack:T1/Left', gone)).managers).toEqual([manager.id])
    const bothLeft = removeManager({ ...two, managers: ['slack:T1/Left', 'slack:T1/Left too'] }, admin, 'slack:T1/Left', new Set([...gone, 'slack:T1/Left too']))
    expect(quizAfter(bothLeft).managers).toEqual(['slack:T1/Left too'])
  })

  it('of time, zone or days never gives a date a second round', () => {
    const bank = bankOf({ iam: [1, 3] })
    const change = fc.tuple(anyQuiz, fc.nat(30 * 60))
    fc.assert(
      fc.property(anyQuiz, fc.array(change, { maxLength: 8 }), (first, changes) => {
        let quiz = first
        let now = first.nextAt
        const dates: string[] = []
        for (const [{ time, zone, days }, minutes] of changes) {
          now += minutes * minute
          while (quiz.nextAt <= now) {
            const decision = decideDue(quiz, { bank, history: [], now, salt: 'salt' })
            dates.push(decision.round.occasion)
            quiz = decision.quiz
          }
          quiz = quizAfter(changeSettings(quiz, manager, { ...quiz, time, zone, days }, now))
        }
        expect(new Set(dates).size).toBe(dates.length)
        expect(dates.toSorted()).toEqual(dates)
      }),
    )
  })
})

describe('the app was removed from the group', () => {
  it('pauses a quiz without a manager, once', () => {
    expect(pauseWithoutManager(sampleQuiz)).toEqual({ quiz: { ...sampleQuiz, paused: true } })
    const paused = { ...sampleQuiz, paused: true }
    expect(pauseWithoutManager(paused)).toEqual({ refusal: { kind: 'already-so', quiz: paused } })
    expect(pauseWithoutManager(undefined)).toEqual({ refusal: { kind: 'no-quiz' } })
  })
})

describe('somebody who removes a manager', () => {
  const second = 'slack:T1/Second'
  const two: Quiz = { ...sampleQuiz, managers: [manager.id, second, 'slack:T1/Third'] }

  it('may do so as long as one of the others is still here', () => {
    expect(removeManager(two, manager, manager.id, new Set([second]))).toHaveProperty('quiz')
    expect(removeManager(two, manager, manager.id, new Set([second, 'slack:T1/Third']))).toEqual({ refusal: { kind: 'last-manager' } })
  })

  it('can take one who left off the list even if nobody on it is here', () => {
    expect(removeManager(two, admin, second, new Set(two.managers))).toHaveProperty('quiz')
  })
})

describe('new settings', () => {
  it('leave a date that is due just now its round', () => {
    expect(quizAfter(changeSettings(sampleQuiz, manager, { ...settings, time: '10:00' }, monday))).toMatchObject({ nextAt: monday, time: '10:00' })
    expect(quizAfter(changeSettings(sampleQuiz, manager, { ...settings, time: '10:00' }, monday - 1))).toMatchObject({ nextAt: monday + hour })
  })

  it('plan the next date again during a pause, also if the stored one is over', () => {
    const paused = { ...sampleQuiz, paused: true }
    expect(quizAfter(changeSettings(paused, manager, { ...settings, time: '10:00' }, monday + 2 * hour))).toMatchObject({ paused: true, nextAt: monday + day + hour })
  })
})

describe('a change that changes nothing', () => {
  it('is refused with the quiz as it stands', () => {
    const skipped = quizAfter(skip(sampleQuiz, manager, false, monday - hour))
    expect(skipped.skipDate).toBe('2026-01-05')
    expect(skip(skipped, manager, false, monday - hour)).toEqual({ refusal: { kind: 'already-so', quiz: skipped } })
    expect(skip(sampleQuiz, manager, true, monday - hour)).toEqual({ refusal: { kind: 'already-so', quiz: sampleQuiz } })
    expect(nameManager(sampleQuiz, admin, manager.id)).toEqual({ refusal: { kind: 'already-so', quiz: sampleQuiz } })
    const paused = quizAfter(pause(sampleQuiz, manager, monday))
    expect(paused).toEqual({ ...sampleQuiz, paused: true })
    expect(pause(paused, manager, monday)).toEqual({ refusal: { kind: 'already-so', quiz: paused } })
  })
})

it('the next date that gets its question is the one after a skipped one', () => {
  expect(nextHeld(sampleQuiz)).toEqual({ date: '2026-01-05', at: monday })
  expect(nextHeld({ ...sampleQuiz, skipDate: '2026-01-05' })).toEqual({ date: '2026-01-06', at: monday + day })
  expect(nextHeld({ ...sampleQuiz, skipDate: '2026-01-06' })).toEqual({ date: '2026-01-05', at: monday })
})

it('only the quiz of a deleted channel can be removed, and only by its managers', () => {
  const deleted: Quiz = { ...sampleQuiz, paused: true, retired: 'deleted' }
  expect(whyNotRemove(deleted, manager)).toBeUndefined()
  expect(whyNotRemove(deleted, stranger)).toMatchObject({ kind: 'not-a-manager' })
  expect(whyNotRemove({ ...deleted, retired: 'archived' }, manager)).toMatchObject({ kind: 'already-so' })
  expect(whyNotRemove(undefined, manager)).toEqual({ kind: 'no-quiz' })
})
