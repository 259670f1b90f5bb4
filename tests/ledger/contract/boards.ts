// Boards: ranks, pages, periods, and who is on them.
import { describe, expect, it } from 'vitest'
import { ada, ben, cleo, day, dora, hour, monday, place, short, someone, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

/** Plays rounds, a day each: who answers, in order, and a capital letter where the answer is right. */
async function play(world: World, days: readonly string[]): Promise<void> {
  const people = { a: ada, b: ben, c: cleo, d: dora }
  for (const [date, answers] of days.entries()) {
    const at = monday + date * day
    const round = await world.post(at)
    for (const [index, letter] of [...answers].entries()) {
      const person = people[letter.toLowerCase() as keyof typeof people]
      await world.answer(round, person, letter === letter.toUpperCase() ? 'b' : 'a', at + index)
    }
  }
}

export function boardsContract(openLedger: OpenLedger): void {
  describe('a board', () => {
    const newWorld = newWorlds(openLedger)

    async function played(days: readonly string[], change = {}): Promise<World> {
      const world = await newWorld()
      await world.setUp(change)
      await play(world, days)
      return world
    }

    it('is empty before anybody has answered', async () => {
      const world = await played([''])
      expect(await world.board()).toEqual({ rows: [], own: null, people: 0, hidden: false, answered: 0, leftOut: { any: false, asker: false }, accuracy: null })
      expect(await world.board({ place: 'slack:T1/unknown' })).toEqual({ rows: [], own: null, people: 0, hidden: false, answered: 0, leftOut: { any: false, asker: false }, accuracy: null })
    })

    it('puts the most points first, with accuracy and streak beside them', async () => {
      const world = await played(['Ab', 'AB'])
      expect((await world.board()).rows).toEqual([
        { rank: 1, person: { id: ada.id, name: 'Ada' }, points: 2, answered: 2, right: 2, days: 2, streak: 2 },
        { rank: 2, person: { id: ben.id, name: 'Ben' }, points: 1, answered: 2, right: 1, days: 2, streak: 2 },
      ])
    })

    it('lets equal points share a rank', async () => {
      const world = await played(['ABCd', 'Abcd'])
      expect(short(await world.board())).toEqual([[1, 'Ada', 2], [2, 'Ben', 1], [2, 'Cleo', 1], [4, 'Dora', 0]])
    })

    it('puts fewer answers first among equal points, then whoever was earlier', async () => {
      const world = await played(['CbA', 'dB', 'D', 'b'])
      expect((await world.board()).rows.map(({ rank, person, answered }) => [rank, person.name, answered])).toEqual([
        [1, 'Cleo', 1],
        [1, 'Ada', 1],
        [1, 'Dora', 2],
        [1, 'Ben', 3],
      ])
    })

    it('does not put back whoever misses a question after the same number of answers', async () => {
      const world = await played(['CA', 'ac'])
      expect(short(await world.board())).toEqual([[1, 'Cleo', 1], [1, 'Ada', 1]])
    })

    it('shows the asker’s own rank off the page', async () => {
      const world = await played(['ABCd', 'ABc', 'A'])
      const board = await world.board({ size: 2, asker: dora.id })
      expect(short(board)).toEqual([[1, 'Ada', 3], [2, 'Ben', 2]])
      expect(board.own).toMatchObject({ rank: 4, person: { id: dora.id, name: 'Dora' }, points: 0 })
      expect(board.people).toBe(4)
    })

    it('has no own row for whoever has no answer', async () => {
      const world = await played(['A'])
      expect(await world.board({ asker: ben.id })).toMatchObject({ own: null, people: 1, hidden: false })
    })

    it('turns its pages without losing or doubling anybody', async () => {
      const world = await newWorld()
      await world.setUp()
      const round = await world.post()
      const people = Array.from({ length: 23 }, (_, index) => someone(`P${index}`))
      await Promise.all(people.map((person, index) => world.answer(round, person, index % 3 === 0 ? 'b' : 'c', monday + index)))
      const pages = await Promise.all([0, 1, 2, 3, 4, 5].map((page) => world.board({ page, size: 5 })))
      const whole = await world.board({ size: 100 })
      expect(pages.flatMap(({ rows }) => rows)).toEqual(whole.rows)
      expect(new Set(whole.rows.map(({ person }) => person.id)).size).toBe(23)
      expect(pages.map(({ rows }) => rows.length)).toEqual([5, 5, 5, 5, 3, 0])
      expect(whole.rows.map(({ rank }) => rank)).toEqual([...Array<number>(8).fill(1), ...Array<number>(15).fill(9)])
    })

    it('keeps weeks, months and all time apart, past ones as well', async () => {
      const world = await newWorld()
      await world.setUp({ days: [1] })
      for (const week of [0, 1, 3, 4]) {
        const at = monday + week * 7 * day
        await world.ledger.delivery.claimDue(at - hour, { questions: [], weights: new Map(), contents: new Map() }, 10)
        await world.answer(await world.post(at), ada, 'b', at)
      }
      const points = async (period: 'week' | 'month' | 'all', date: string) => (await world.board({ span: period, day: date })).own?.points
      expect(await points('week', '2026-01-11')).toBe(1)
      expect(await points('week', '2026-01-12')).toBe(1)
      expect(await points('week', '2026-01-19')).toBeUndefined()
      expect(await points('month', '2026-01-31')).toBe(3)
      expect(await points('month', '2026-02-01')).toBe(1)
      expect(await points('all', '2030-01-01')).toBe(4)
    })

    it('adds up the channels of a group, and keeps each apart', async () => {
      const world = await played(['Ab'])
      await world.setUp({ place: 'slack:T1/C2' })
      const other = await world.post()
      await world.answer(other, ben, 'b', monday + 1)
      await world.answer(other, ada, 'b', monday + 2)
      expect(short(await world.board())).toEqual([[1, 'Ada', 1], [2, 'Ben', 0]])
      expect(short(await world.board({ place: other.place }))).toEqual([[1, 'Ben', 1], [1, 'Ada', 1]])
      expect(short(await world.board({ scope: 'group' }))).toEqual([[1, 'Ada', 2], [2, 'Ben', 1]])
    })

    it('shows a group nothing of another one', async () => {
      const world = await played(['A'])
      const foreign = { group: 'slack:T2', asker: 'slack:T2/Eve' }
      expect(await world.board(foreign)).toMatchObject({ rows: [], people: 0 })
      expect(await world.board({ ...foreign, scope: 'group' })).toMatchObject({ rows: [], people: 0 })
    })

    it('leaves out who asked to be hidden, and brings them back with all their points', async () => {
      const world = await played(['AbC', 'ABc'])
      await world.ledger.people.setHidden(ada, true)
      expect(await world.board()).toMatchObject({ own: null, people: 2, hidden: true })
      expect(short(await world.board())).toEqual([[1, 'Cleo', 1], [1, 'Ben', 1]])
      const progress = await world.ledger.boards.progress(ada, place, '2026-01-05')
      expect(progress).toMatchObject({ scores: { all: { points: 2 } }, rank: null, people: 2, hidden: true })
      await world.ledger.people.setHidden(ada, false)
      expect(short(await world.board())).toEqual([[1, 'Ada', 2], [2, 'Cleo', 1], [2, 'Ben', 1]])
    })

    it('counts what hidden people answer, for the day on which they show themselves', async () => {
      const world = await newWorld()
      await world.setUp()
      await world.ledger.people.setHidden(ada, true)
      await play(world, ['AB'])
      expect(short(await world.board())).toEqual([[1, 'Ben', 1]])
      await world.ledger.people.setHidden(ada, false)
      expect(short(await world.board())).toEqual([[1, 'Ada', 1], [1, 'Ben', 1]])
    })

    it('leaves out who has left, until they answer again', async () => {
      const world = await played(['AB'])
      await world.ledger.people.setPresence([{ person: ada.id, gone: true }, { person: ben.id, gone: false }], monday)
      expect(short(await world.board())).toEqual([[1, 'Ben', 1]])
      await world.answer(await world.post(monday + day), ada, 'a', monday + day)
      expect(short(await world.board())).toEqual([[1, 'Ben', 1], [1, 'Ada', 1]])
    })

    it('does not show somebody who is hidden and came back', async () => {
      const world = await played(['AB'])
      await world.ledger.people.setHidden(ada, true)
      await world.ledger.people.setPresence([{ person: ada.id, gone: true }], monday)
      await world.answer(await world.post(monday + day), ada, 'b', monday + day)
      expect(short(await world.board())).toEqual([[1, 'Ben', 1]])
    })

    it('says how somebody stands in a channel', async () => {
      const world = await played(['Ab', 'aB', 'A'])
      expect(await world.ledger.boards.progress(ada, place, '2026-01-07')).toMatchObject({
        scores: { week: { points: 2, answered: 3, right: 2 }, month: { points: 2 }, all: { points: 2 } },
        streak: { current: 3, longest: 3, lastDay: '2026-01-07', alive: 3 },
        rank: 1,
        people: 2,
        hidden: false,
      })
    })

    it('says that somebody new has nothing yet', async () => {
      const world = await played(['A'])
      const nothing = { points: 0, answered: 0, right: 0, days: 0 }
      expect(await world.ledger.boards.progress(dora, place, '2026-01-05')).toEqual({
        scores: { week: nothing, month: nothing, all: nothing },
        streak: { current: 0, longest: 0, lastDay: null, alive: 0, grace: 0, toward: 0, graceDay: null },
        rank: null,
        people: 1,
        hidden: false, voided: 0,
      })
    })
  })
}
