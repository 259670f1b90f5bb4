// When a question of the team comes in place of one of the course.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AskedRound } from '../../src/core/group-memory.ts'
import { isTeamQuestion, teamQuestionId } from '../../src/core/team-question.ts'
import { pickTeamQuestion, type TeamItem } from '../../src/core/team-turn.ts'
import { addDays } from '../../src/core/time.ts'

const idOf = (nth: number) => teamQuestionId('slack:T1/C1', 'event', nth)
const team = (count: number): TeamItem[] => Array.from({ length: count }, (_, nth) => ({ id: idOf(nth), approvedAt: nth }))
const first = '2026-01-05'
const asked = (question: string, day: number, right = 1, answered = 2): AskedRound => ({ question, at: day, day: addDays(first, day), answered, right })

/** What a channel is asked, one question a day; `course` where the course comes. */
function days(count: number, items: readonly TeamItem[]): readonly string[] {
  const history: AskedRound[] = []
  for (let day = 0; day < count; day += 1) history.push(asked(pickTeamQuestion(items, history, addDays(first, day))?.question ?? 'course', day))
  return history.map(({ question }) => question)
}

describe('the turn of a question from the team', () => {
  it('never comes where there is none', () => {
    expect(days(9, [])).toEqual(Array.from({ length: 9 }, () => 'course'))
  })

  it('comes at once with a new one, the one that was approved first before the others, and never twice in a row', () => {
    expect(days(6, team(3))).toEqual([idOf(0), 'course', idOf(1), 'course', idOf(2), 'course'])
  })

  it('comes again after 60 days, with the one that most people missed', () => {
    const history = [asked(idOf(0), 0, 2), asked(idOf(1), 1, 0), ...Array.from({ length: 70 }, (_, at) => asked('course', at + 2))]
    expect(pickTeamQuestion(team(2), history, addDays(first, 59))).toBeUndefined()
    expect(pickTeamQuestion(team(2), history, addDays(first, 72))).toEqual({ question: idOf(1), why: { kind: 'team', times: 1 } })
  })

  it('does not come with one that people can answer right now', () => {
    expect(pickTeamQuestion(team(1), [{ ...asked(idOf(0), 0), open: true }, ...Array.from({ length: 9 }, (_, at) => asked('course', at + 1))], addDays(first, 99))).toBeUndefined()
  })

  it('leaves most days to the course, however many the team wrote, and asks each of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (count) => {
        const all = days(200, team(count))
        expect(all.filter((question) => isTeamQuestion(question)).length).toBeLessThanOrEqual(count + 200 / 5)
        expect(all.some((question, at) => at > 0 && isTeamQuestion(question) && isTeamQuestion(all[at - 1] ?? ''))).toBe(false)
        expect(new Set(all).size).toBe(count + 1)
        for (const id of team(count).map((item) => item.id)) {
          const at = all.flatMap((question, day) => (question === id ? [day] : []))
          expect(at.slice(1).every((day, nth) => day - (at[nth] ?? 0) >= 60)).toBe(true)
        }
      }),
      { numRuns: 30 },
    )
  })
})
