// A team's figure: an average over its members, drawn toward that of everyone.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { averageWeight, datesOf, isAwayThroughout, mergedTeams, smallestTeam, teamBoard, type Earned, type Team } from '../../src/core/team.ts'

const people = (team: string, count: number) => Array.from({ length: count }, (_, at) => `${team}${at}`)
const workdays = [1, 2, 3, 4, 5] as const

it('one person can’t win by themselves, and many are no advantage', () => {
  const teams: readonly Team[] = [{ name: 'One', people: people('one', 1) }, { name: 'Twelve', people: people('twelve', 12) }, { name: 'Three', people: people('three', 3) }]
  const earned = [...people('one', 1).map((person) => ({ person, points: 10 })), ...people('twelve', 12).map((person) => ({ person, points: 8 })), ...people('three', 3).map((person) => ({ person, points: 9 }))]
  const rest = people('rest', 16).map((person) => ({ person, points: (7 * 32 - 133) / 16 }))
  expect(teamBoard(teams, [...earned, ...rest])).toEqual({
    rows: [{ rank: 1, name: 'Three', members: 3, average: 7.75 }, { rank: 2, name: 'Twelve', members: 12, average: 7.71 }], average: 7, small: 1,
  })
})

it('lies between the average of its members and that of everyone, and ranks fall with it', () => {
  const world = fc.array(fc.record({ team: fc.nat(3), points: fc.nat(30), counts: fc.boolean() }), { maxLength: 40 })
  fc.assert(
    fc.property(world, (all) => {
      const teamsOf = [0, 1, 2].map((team) => ({ name: `Team ${team}`, people: all.flatMap((each, at) => (each.team === team ? [String(at)] : [])) }))
      const counting = all.flatMap(({ points, counts }, at): Earned[] => (counts ? [{ person: String(at), points }] : []))
      const board = teamBoard(teamsOf, counting)
      const average = counting.reduce((sum, { points }) => sum + points, 0) / counting.length
      for (const { name, members, average: figure } of board.rows) {
        const own = counting.filter(({ person }) => teamsOf.find((team) => team.name === name)?.people.includes(person) === true).map(({ points }) => points)
        const mean = own.reduce((sum, each) => sum + each, 0) / own.length
        expect(members).toBe(own.length)
        expect(members).toBeGreaterThanOrEqual(smallestTeam)
        expect(figure).toBeGreaterThanOrEqual(Math.min(mean, average) - 0.005 - 1e-9)
        expect(figure).toBeLessThanOrEqual(Math.max(mean, average) + 0.005 + 1e-9)
        expect(Math.abs(figure * (members + averageWeight) - (mean * members + averageWeight * average))).toBeLessThan(0.006 * (members + averageWeight))
      }
      for (const [at, row] of board.rows.entries()) {
        const before = board.rows[at - 1]
        expect(row.rank).toBe(before === undefined ? 1 : before.average === row.average ? before.rank : at + 1)
        expect(before === undefined || before.average >= row.average).toBe(true)
      }
      expect(board.rows.length + board.small).toBe(teamsOf.length)
    }),
  )
})

it('somebody is no member who was away on every day with a question', () => {
  const week = datesOf('week', '2026-03-04')
  expect([week, datesOf('month', '2026-02-11'), datesOf('all', '2026-02-11')]).toEqual([{ from: '2026-03-02', to: '2026-03-08' }, { from: '2026-02-01', to: '2026-02-28' }, null])
  expect(isAwayThroughout([{ from: '2026-03-02', to: '2026-03-06' }], week, workdays)).toBe(true)
  expect(isAwayThroughout([{ from: '2026-03-01', to: '2026-03-03' }, { from: '2026-03-04', to: '2026-03-10' }], week, workdays)).toBe(true)
  expect(isAwayThroughout([{ from: '2026-03-02', to: '2026-03-05' }], week, workdays)).toBe(false)
  expect(isAwayThroughout([{ from: '2026-03-02', to: '2026-03-06' }], null, workdays)).toBe(false)
  expect(isAwayThroughout([{ from: '2026-03-02', to: '2026-03-06' }], week, [])).toBe(false)
})

it('teams of one name become one, and who is in two stays in the first', () => {
  expect(mergedTeams([{ name: 'Reds', people: ['a', 'b'] }], [{ name: 'REDS', people: ['b', 'c'] }, { name: 'Blues', people: ['a', 'd'] }])).toEqual([{ name: 'Reds', people: ['a', 'b', 'c'] }, { name: 'Blues', people: ['d'] }])
})
