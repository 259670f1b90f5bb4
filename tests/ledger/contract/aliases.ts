// Aliases: shown in place of the name, one person's alone in a group, and nothing that a platform says changes them.
import { describe, expect, it } from 'vitest'
import type { Round } from '../../../src/core/round.ts'
import { ada, ben, cleo, day, dora, group, minute, monday, place, short, someone } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const never = (): never => {
  throw new Error('there is none')
}

export function aliasesContract(openLedger: OpenLedger): void {
  describe('an alias', () => {
    const newWorld = newWorlds(openLedger)

    /** Ada, Ben and Cleo have answered; Ada goes by an alias. */
    async function withHeron() {
      const world = await newWorld()
      await world.setUp()
      const round = await world.post()
      for (const [person, chosen] of [[ada, 'b'], [ben, 'b'], [cleo, 'c']] as const) await world.answer(round, person, chosen)
      expect(await world.ledger.people.setAlias(ada, 'Blue Heron')).toBe(true)
      return { ...world, round }
    }

    /** The same among five people who have answered three questions each; `round`: the last one. */
    async function amongFive() {
      const world = await newWorld()
      await world.setUp()
      const rounds: Round[] = []
      for (const turn of [0, 1, 2]) {
        const round = await world.post(monday + turn * day)
        rounds.push(round)
        for (const [person, chosen] of [[ada, 'b'], [ben, 'b'], [cleo, 'c'], [dora, 'c'], [someone('Eve'), 'c']] as const) await world.answer(round, person, chosen, monday + turn * day)
      }
      expect(await world.ledger.people.setAlias(ada, 'Blue Heron')).toBe(true)
      return { ...world, round: rounds[2] ?? never() }
    }

    it('stands on boards in place of the name and the id; oneself, one finds by the id', async () => {
      const { board } = await amongFive()
      const seen = await board({ asker: ben.id })
      expect(short(seen)).toEqual([[1, 'Blue Heron (alias)', 3], [1, 'Ben', 3], [3, 'Cleo', 0], [3, 'Dora', 0], [3, 'Eve', 0]])
      expect(JSON.stringify(seen)).not.toContain(ada.id)
      const own = await board({ asker: ada.id })
      expect([own.own?.person, own.rows[0]?.person]).toEqual([{ id: ada.id, name: 'Blue Heron (alias)' }, { id: ada.id, name: 'Blue Heron (alias)' }])
    })

    it('stands in recaps, and names nobody as right', async () => {
      const { ledger, post, round } = await amongFive()
      await ledger.closing.closeDue(round.closesAt, 9)
      const next = await post(monday + 3 * day)
      expect((await ledger.recaps.fixExtras(next.id)).recap?.leaders?.names).toEqual(['Blue Heron (alias)', 'Ben'])
      expect(await ledger.recaps.naming(ada)).toMatchObject([{ id: next.id }])
      await ledger.people.setHidden(ada, false)
      expect((await ledger.recaps.extrasOf(next.id)).recap?.leaders?.names).toEqual(['Ada', 'Ben'])
      expect((await ledger.rounds.view(round.id, group, null))?.right.map(({ name }) => name)).toEqual(['Ada', 'Ben'])
    })

    it('is told to nobody who asks for the name that belongs to an id', async () => {
      const { ledger } = await withHeron()
      expect(await ledger.people.namesOf(group, [ada.id, ben.id])).toEqual(new Map([[ben.id, 'Ben']]))
    })

    it('keeps the result of a small group private, as hiding does', async () => {
      const { ledger, round } = await withHeron()
      await ledger.closing.closeDue(round.closesAt, 9)
      expect(await ledger.rounds.view(round.id, group, null)).toMatchObject({ answered: 3, votes: null, right: [] })
      await ledger.people.setHidden(ada, false)
      expect((await ledger.rounds.view(round.id, group, null))?.votes).not.toBeNull()
    })

    it.each(['Blue Heron', 'blue-heron', 'B1ue Hеron', 'Ben', 'BÉN'])('of somebody else can’t be %s', async (alias) => {
      const { ledger } = await withHeron()
      expect(await ledger.people.setAlias(cleo, alias)).toBe(false)
      expect(await ledger.people.shown(group, cleo.id)).toEqual({ as: 'name' })
      expect(await ledger.people.setAlias({ ...cleo, group: 'slack:T2' }, alias)).toBe(true)
    })

    it('asked for by two at once is given to one', async () => {
      const { ledger } = await withHeron()
      expect((await Promise.all([ben, cleo, someone('Dora')].map((person) => ledger.people.setAlias(person, 'Red Fox')))).toSorted()).toEqual([false, false, true])
    })

    it('may be written anew by whoever has it, and is free again after that', async () => {
      const { ledger } = await withHeron()
      expect(await ledger.people.setAlias(ada, 'BLUE HERON')).toBe(true)
      expect(await ledger.people.shown(group, ada.id)).toEqual({ as: 'alias', alias: 'BLUE HERON' })
      await ledger.people.setHidden(ada, true)
      expect(await ledger.people.shown(group, ada.id)).toEqual({ as: 'hidden' })
      expect(await ledger.people.setAlias(cleo, 'Blue Heron')).toBe(true)
      await ledger.people.setHidden(ada, false)
      expect(await ledger.people.shown(group, ada.id)).toEqual({ as: 'name' })
    })

    it('stays when the platform renames the person, and when they leave and come back', async () => {
      const { ledger, board, round, answer } = await amongFive()
      await ledger.people.noteSeen({ ...ada, name: 'Ada Lovelace' })
      await answer(round, { ...ada, name: 'Ada L.' }, 'b', monday + minute)
      await ledger.people.setPresence([{ person: ada.id, gone: true, name: 'Gone' }], monday + minute)
      expect(short(await board({ asker: ben.id })).map(([, name]) => name)).toEqual(['Ben', 'Cleo', 'Dora', 'Eve'])
      await ledger.people.noteSeen(ada)
      expect(short(await board({ asker: ben.id })).map(([, name]) => name)).toContain('Blue Heron (alias)')
    })

    it('has closed posts drawn again that may show it otherwise; the same once more does not', async () => {
      const { ledger, round } = await withHeron()
      await ledger.closing.closeDue(round.closesAt, 9)
      const drawn = async () => ledger.closing.markRedrawn(round.id, null)
      const waiting = async () => (await ledger.closing.toRedraw(9)).length
      for (const change of [() => ledger.people.setHidden(ada, true), () => ledger.people.setAlias(ada, 'Red Fox'), () => ledger.people.setHidden(ada, false)]) {
        await drawn()
        expect(await waiting()).toBe(0)
        await change()
        expect(await waiting()).toBe(1)
        await drawn()
        await change()
        expect(await waiting()).toBe(0)
      }
    })

    it('goes with somebody who is forgotten', async () => {
      const { ledger } = await withHeron()
      await ledger.forgetting.forget(ada, 'here', monday + day)
      expect(await ledger.people.shown(group, ada.id)).toEqual({ as: 'name' })
      expect(await ledger.people.setAlias(cleo, 'Blue Heron')).toBe(true)
      expect((await ledger.boards.progress(ada, place, '2026-01-05')).rank).toBeNull()
    })
  })
}
