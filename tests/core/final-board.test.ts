// When final boards are posted.
import { describe, expect, it } from 'vitest'
import { comingFinals, endingKey, finalAt, lookAtFinals, type Counting, type FinalWanted } from '../../src/core/final-board.ts'
import { day, hour, minute } from '../../src/core/time.ts'
import { quizOf } from '../ledger/world.ts'

const at = (moment: string) => Date.parse(`${moment}Z`)
const quiz = quizOf()
const week = { from: '2026-01-05', to: '2026-01-11', name: null }
const season = { from: '2026-01-05', to: '2026-01-14', name: 'Kickoff' }
const asked = { seasons: [season], weeks: ['2026-01-05'] }
const both: FinalWanted = { week: true, season: true, since: '2026-01-01' }
const closed: Counting = { open: false, until: 0 }

const look = (now: number, { wanted = both, done = [] as readonly string[], counting = closed, of = quiz } = {}) =>
  lookAtFinals(wanted, of, { ...asked, isDone: (key) => done.includes(key), counting: () => counting }, now)

describe('the moment', () => {
  it('is an hour before the first question after the last day, days off left out', () => {
    expect(finalAt(quiz, '2026-01-11')).toBe(at('2026-01-12T08:00'))
    expect(finalAt({ ...quiz, off: [{ kind: 'off', from: '2026-01-12', to: '2026-01-13', name: '', by: null, at: 0 }] }, '2026-01-11')).toBe(at('2026-01-14T08:00'))
  })

  it('is not before the study day is over', () => {
    expect(finalAt({ ...quiz, time: '04:30', days: [1, 2, 3, 4, 5, 6, 7] }, '2026-01-11')).toBe(at('2026-01-12T04:00'))
  })
})

it('what is over is posted then, and not before; a week and a season each by itself', () => {
  expect(look(at('2026-01-12T07:59'))).toEqual({ post: [], pass: [], again: at('2026-01-12T08:00') })
  expect(look(at('2026-01-12T08:00')).post).toEqual([week])
  expect(look(at('2026-01-15T08:00'), { done: [endingKey(week)] }).post).toEqual([season])
})

it('nothing is posted twice, nor what ended before it was wanted', () => {
  expect(look(at('2026-01-12T08:00'), { done: [endingKey(week)] }).post).toEqual([])
  expect(look(at('2026-01-12T08:00'), { wanted: { ...both, since: '2026-01-12' } }).post).toEqual([])
  expect(look(at('2026-01-12T08:00'), { wanted: { ...both, week: false } }).post).toEqual([])
})

it('an open question that still counts is waited for; after days without the bot it’s too late', () => {
  const now = at('2026-01-12T08:00')
  expect(look(now, { counting: { open: true, until: now + day } })).toEqual({ post: [], pass: [], again: now + minute })
  expect(look(now + 9 * day, { wanted: { ...both, season: false }, counting: { open: false, until: now + 4 * day } }).post).toEqual([week])
  expect(look(now + 8 * day, { wanted: { ...both, season: false } })).toMatchObject({ post: [], pass: [week] })
})

const known = { ...asked, counting: () => closed }
const coming = (wanted: FinalWanted, now: number, more: Partial<Parameters<typeof comingFinals>[2]> = {}) => comingFinals(wanted, quiz, { ...known, ...more }, now)
const ofWeek = { ...week, at: at('2026-01-12T08:00'), over: false }
const ofSeason = { ...season, at: at('2026-01-15T08:00'), over: false }

it('the next one is the first that ends', () => {
  expect(coming(both, at('2026-01-06T12:00'))).toEqual([ofWeek, ofSeason])
  expect(coming({ ...both, week: false }, at('2026-01-06T12:00'))).toEqual([ofSeason])
  expect(coming({ ...both, week: false }, at('2026-01-06T12:00'), { seasons: [] })).toEqual([])
  expect(coming(both, at('2026-01-12T07:30'))).toEqual([{ ...ofWeek, over: true }, ofSeason, { ...ofWeek, from: '2026-01-12', to: '2026-01-18', at: at('2026-01-19T08:00') }])
  expect(coming(both, at('2026-01-12T07:30'), { counting: () => ({ open: true, until: 0 }) })[0]).toEqual(ofWeek)
  expect(look(at('2026-01-06T12:00')).again).toBe(at('2026-01-06T12:00') + hour)
})

it('after weeks without a question the last one with a question ends; in a pause none is to come', () => {
  const now = at('2026-02-11T12:00')
  const wanted = { ...both, season: false }
  const long = { ...quiz, off: [{ kind: 'off' as const, from: '2026-01-10', to: '2026-02-13', name: '', by: null, at: 0 }] }
  expect(comingFinals(wanted, long, known, now)[0]).toEqual({ ...ofWeek, at: at('2026-02-16T08:00'), over: true })
  expect(look(at('2026-02-16T08:00'), { wanted, of: long }).post).toEqual([week])
  expect(comingFinals(wanted, { ...quiz, paused: true }, known, now)).toEqual([])
  expect(comingFinals(wanted, { ...quiz, paused: true }, known, at('2026-01-09T12:00'))).toEqual([ofWeek])
})
