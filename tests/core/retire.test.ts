// When a quiz is retired because its channel is lost, and what becomes of one whose channel has a new id.
import { describe, expect, it } from 'vitest'
import { resume } from '../../src/core/manage.ts'
import type { Quiz } from '../../src/core/quiz.ts'
import { isNewsToManagers, movedTo, retire, shouldRetire, unarchive, unreachableLimit } from '../../src/core/retire.ts'
import { foldStreak, noStreak } from '../../src/core/streak.ts'
import { day, hour } from '../../src/core/time.ts'
import { monday, sampleQuiz } from './sample.ts'

const retired: Quiz = { ...sampleQuiz, paused: true, retired: 'archived' }
const later = monday + 10 * day

describe('a lost channel', () => {
  it('retires its quiz at once if that is certain, and otherwise after some due dates', () => {
    expect(shouldRetire('deleted', 0)).toBe(true)
    for (const loss of ['archived', 'unreachable'] as const) expect([shouldRetire(loss, unreachableLimit - 1), shouldRetire(loss, unreachableLimit)]).toEqual([false, true])
  })

  it('pauses the quiz with the reason, which is news unless it was paused', () => {
    expect(retire(sampleQuiz, 'archived')).toEqual({ quiz: retired })
    expect(retire({ ...sampleQuiz, paused: true }, 'archived')).toEqual({ quiz: retired })
    expect([retire(retired, 'archived'), retire(undefined, 'archived')]).toEqual([{ refusal: 'nothing-to-do' }, { refusal: 'nothing-to-do' }])
    expect([isNewsToManagers(sampleQuiz, retired), isNewsToManagers({ ...sampleQuiz, paused: true }, retired), isNewsToManagers(retired, sampleQuiz)]).toEqual([true, false, false])
  })

  it('can turn out to be deleted after it was archived', () => {
    expect(retire(retired, 'deleted')).toEqual({ quiz: { ...retired, retired: 'deleted' } })
  })

  it('starts its quiz again out of the archive, from the next date on', () => {
    expect(unarchive(retired, later - hour)).toEqual({ quiz: { ...sampleQuiz, nextDate: '2026-01-15', nextAt: later } })
    for (const quiz of [sampleQuiz, { ...retired, retired: 'deleted' } as Quiz, { ...sampleQuiz, paused: true }, undefined]) expect(unarchive(quiz, later)).toEqual({ refusal: 'nothing-to-do' })
  })

  it('is given another try by a manager', () => {
    expect(resume(retired, { id: 'slack:T1/Boss', admin: true }, later - hour)).toEqual({ quiz: { ...sampleQuiz, nextDate: '2026-01-15', nextAt: later } })
  })
})

describe('a channel with a new id', () => {
  const place = 'slack:T1/C9'

  it('keeps its quiz as it is, paused or not', () => {
    expect(movedTo(place, sampleQuiz, undefined, later)).toEqual({ ...sampleQuiz, place })
    expect(movedTo(place, { ...sampleQuiz, paused: true }, undefined, later)).toEqual({ ...sampleQuiz, place, paused: true })
  })

  it('keeps the settings of the quiz that was set up there last, and no date gets a second round', () => {
    const there: Quiz = { ...sampleQuiz, place, time: '10:00', managers: ['slack:T1/New'], nextDate: '2026-01-06', nextAt: monday + day + hour }
    const old: Quiz = { ...sampleQuiz, lastDate: '2026-01-05' }
    expect(movedTo(place, old, there, monday)).toEqual({ ...there, managers: [...sampleQuiz.managers, 'slack:T1/New'], lastDate: '2026-01-05' })
    expect(movedTo(place, { ...old, lastDate: '2026-01-06' }, there, monday)).toMatchObject({ nextDate: '2026-01-07', lastDate: '2026-01-06' })
  })
})

it('a streak is counted again from all days on which somebody answered', () => {
  const held = ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08']
  const recount = (answered: readonly string[]) => foldStreak(noStreak, { answered, held, away: [] })
  expect(recount(['2026-01-05', '2026-01-07', '2026-01-08'])).toMatchObject({ current: 2, longest: 2, lastDay: '2026-01-08' })
  expect(recount(held)).toMatchObject({ current: 4, longest: 4, lastDay: '2026-01-08' })
  expect(recount([])).toMatchObject({ current: 0, longest: 0, lastDay: null })
})

it('a quiz that was retired starts again under the new id of its channel', () => {
  expect(movedTo('slack:T1/C9', retired, undefined, later - hour)).toEqual({ ...sampleQuiz, place: 'slack:T1/C9', nextDate: '2026-01-15', nextAt: later })
})

it('a round that both quizzes of a moved channel had is not posted again, whichever had it', () => {
  const there: Quiz = { ...sampleQuiz, lastDate: '2026-01-04' }
  expect(movedTo('slack:T1/C9', { ...sampleQuiz, lastDate: '2026-01-05' }, there, monday - hour)).toMatchObject({ lastDate: '2026-01-05', nextDate: '2026-01-06' })
  expect(movedTo('slack:T1/C9', { ...sampleQuiz, lastDate: '2026-01-01' }, there, monday)).toMatchObject({ lastDate: '2026-01-04', nextDate: '2026-01-05' })
  // A date that is due already keeps its question.
  expect(movedTo('slack:T1/C9', sampleQuiz, there, monday + hour)).toMatchObject({ lastDate: '2026-01-04', nextDate: '2026-01-05' })
})

it('a quiz that never ran is not news when its channel is lost', () => {
  expect([isNewsToManagers(undefined, retired), isNewsToManagers(sampleQuiz, sampleQuiz)]).toEqual([false, false])
})
