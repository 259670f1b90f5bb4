// Teams: kept, changed once by one event, moved along, forgotten, and counted by the points of people who are shown by name.
import { describe, expect, it } from 'vitest'
import { goAway } from '../../../src/core/absence.ts'
import type { Span } from '../../../src/core/board.ts'
import { setSeason } from '../../../src/core/season.ts'
import { addToTeam, deleteTeam, removeFromTeam, renameTeam } from '../../../src/core/team.ts'
import type { PersonSeen } from '../../../src/ledger/people.ts'
import { ada, ben, cleo, day, dora, group, hour, minute, monday, place, someone, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const manager = { id: 'slack:T1/Manager', admin: false }
const there = 'slack:T1/C2'
const everyDay = { days: [1, 2, 3, 4, 5, 6, 7] } as const
const season = { from: '2026-01-05', to: '2026-01-06' }
const eve = someone('Eve')
const ids = (...people: readonly PersonSeen[]) => people.map(({ id }) => id)

let events = 0
const add = ({ ledger }: World, name: string, people: readonly PersonSeen[], where = place, event = `team ${++events}`) =>
  ledger.teams.change(where, event, monday, (teams, quiz) => addToTeam({ teams, quiz, asker: manager }, name, ids(...people)))

export function teamsContract(openLedger: OpenLedger): void {
  describe('teams', () => {
    const newWorld = newWorlds(openLedger)

    /** A question a day, which these people answer rightly. */
    async function play(world: World, days: readonly (readonly PersonSeen[])[]): Promise<void> {
      for (const [offset, people] of days.entries()) {
        const at = monday + offset * day
        const round = await world.post(at)
        for (const person of people) await world.answer(round, person, 'b', at + minute)
      }
    }
    const board = ({ ledger }: World, span: Span = 'week', where = place) => ledger.teams.board({ place: where, span, day: '2026-01-06' })

    it('are kept in the order in which they were added, and everyone is in one', async () => {
      const world = await newWorld()
      await world.setUp(everyDay)
      await add(world, 'Reds', [ada, ben])
      await add(world, 'Blues', [cleo])
      expect(await add(world, 'reds', [ben, cleo, dora])).toMatchObject({ kind: 'saved', decided: { people: 2, moved: 1 } })
      expect(await world.ledger.teams.of(place)).toEqual([{ name: 'Reds', people: ids(ada, ben, cleo, dora) }, { name: 'Blues', people: [] }])
      await world.ledger.teams.change(place, `team ${++events}`, monday, (teams, quiz) => removeFromTeam({ teams, quiz, asker: manager }, 'Reds', ids(ben, dora)))
      await world.ledger.teams.change(place, `team ${++events}`, monday, (teams, quiz) => renameTeam({ teams, quiz, asker: manager }, 'Reds', 'Greens'))
      await world.ledger.teams.change(place, `team ${++events}`, monday, (teams, quiz) => deleteTeam({ teams, quiz, asker: manager }, 'Blues'))
      expect(await world.ledger.teams.of(place)).toEqual([{ name: 'Greens', people: ids(ada, cleo) }])
      expect(await world.ledger.teams.of(there)).toEqual([])
    })

    it('are changed once by one event, and by a manager alone', async () => {
      const world = await newWorld()
      await world.setUp(everyDay)
      expect([(await add(world, 'Reds', [ada], place, 'same')).kind, (await add(world, 'Blues', [ben], place, 'same')).kind]).toEqual(['saved', 'repeated'])
      expect(await add(world, 'Reds', [ada])).toEqual({ kind: 'refused', refusal: { kind: 'already-so', name: 'Reds' } })
      expect(await world.ledger.teams.change(place, 'foreign', monday, (teams, quiz) => addToTeam({ teams, quiz, asker: { id: ada.id, admin: false } }, 'Mine', [ada.id]))).toMatchObject({ refusal: { kind: 'not-a-manager' } })
      expect(await add(world, 'Reds', [ada], 'slack:T1/C9')).toEqual({ kind: 'refused', refusal: { kind: 'no-quiz' } })
      expect(await board(world, 'week', 'slack:T1/C9')).toEqual({ rows: [], average: null, small: 0 })
      expect(await world.ledger.teams.counting('slack:T1/C9')).toEqual(new Map())
    })

    it('have the points of the week, the month, a season, or all, of members who have answered in the channel', async () => {
      const world = await newWorld()
      await world.setUp(everyDay)
      await add(world, 'Reds', [ada, ben, cleo, dora])
      await add(world, 'Blues', [eve])
      expect(await board(world)).toEqual({ rows: [], average: null, small: 2 })
      await play(world, [[ada, ben, cleo], [ada, eve]])
      // 4 points of 3 people, drawn to the average of 5 points of 4.
      const figure = Math.round((100 * (4 + 5 * 1.25)) / 8) / 100
      await world.ledger.seasons.change(place, `season ${++events}`, monday, (seasons, quiz) => setSeason({ seasons, quiz, asker: manager }, { ...season, name: 'Winter' }, season.from))
      for (const span of ['week', 'month', 'all', season] as const) {
        expect(await board(world, span)).toEqual({ rows: [{ rank: 1, name: 'Reds', members: 3, average: figure }], average: 1.25, small: 1 })
      }
      expect((await world.ledger.teams.board({ place, span: 'week', day: '2026-01-12' })).rows).toEqual([{ rank: 1, name: 'Reds', members: 3, average: 0 }])
      expect(await world.ledger.teams.counting(place)).toEqual(new Map([ada, ben, cleo, eve].map(({ id, name }) => [id, name])))
    })

    it('say the same to others, whatever a member earned who hides, goes by an alias, is gone, or was away all the time', async () => {
      const seen = async (apart: (world: World) => Promise<unknown>, answers: boolean) => {
        const world = await newWorld()
        await world.setUp(everyDay)
        await add(world, 'Reds', [ada, ben, cleo, dora])
        await play(world, [[ada, ben, cleo, ...(answers ? [dora] : [])], [ada, ben, dora]])
        await apart(world)
        return board(world)
      }
      for (const apart of [
        ({ ledger }: World) => ledger.people.setHidden(dora, true),
        ({ ledger }: World) => ledger.people.setAlias(dora, 'Blue Heron'),
        ({ ledger }: World) => ledger.people.setPresence([{ person: dora.id, gone: true }], monday + 3 * day),
        ({ ledger }: World) => ledger.absences.change(dora, monday, (ranges) => goAway(ranges, { from: '2026-01-04', to: '2026-01-12' }, '2026-01-05')),
      ]) {
        const found = await seen(apart, true)
        expect(found.rows).toMatchObject([{ name: 'Reds', members: 3 }])
        expect(found).toEqual(await seen(apart, false))
      }
      expect((await seen(({ ledger }) => ledger.people.setHidden(cleo, true).then(() => ledger.people.setHidden(dora, true)), true)).rows).toEqual([])
    })

    it('come along when two channels become one', async () => {
      const world = await newWorld()
      await world.setUp(everyDay)
      await world.setUp({ ...everyDay, place: there, nextAt: monday + hour, time: '10:00' })
      await add(world, 'Reds', [ada, ben])
      await add(world, 'reds', [ben, cleo], there)
      await add(world, 'Blues', [ada, dora], there)
      await world.ledger.quizzes.move(place, there, (message) => message, monday)
      expect(await world.ledger.teams.of(there)).toEqual([{ name: 'Reds', people: ids(ada, ben, cleo) }, { name: 'Blues', people: ids(dora) }])
      expect(await world.ledger.teams.of(place)).toEqual([])
    })

    it('are in an export, and lose somebody who is forgotten, also if they never answered', async () => {
      const world = await newWorld()
      await world.setUp(everyDay)
      await add(world, 'Reds', [ada, ben])
      await play(world, [[ada]])
      for (const person of [ada, ben]) {
        expect((await world.ledger.exporting.of(person))?.groups).toMatchObject([{ person: person.id, teams: [{ channel: place, team: 'Reds' }] }])
        expect((await world.ledger.forgetting.known({ ...person, group })).here).toBe(true)
        await world.ledger.forgetting.forget({ ...person, group }, 'here', monday)
      }
      expect(await world.ledger.teams.of(place)).toEqual([{ name: 'Reds', people: [] }])
    })
  })
}
