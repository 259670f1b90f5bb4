// People: their names, their channels, whether they are shown, and whether they are still there.
import { describe, expect, it } from 'vitest'
import type { PersonSeen } from '../../../src/ledger/people.ts'
import { ada, bankOf, ben, cleo, day, dora, group, hour, monday, place, someone, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

export function peopleContract(openLedger: OpenLedger): void {
  describe('a person', () => {
    const newWorld = newWorlds(openLedger)

    it('keeps the latest name of a person, also from a press that counts for nothing', async () => {
      const world = await newWorld()
      await world.setUp()
      const round = await world.post()
      await world.answer(round, ada, 'b')
      await world.answer(round, { ...ada, name: 'Ada Lovelace' }, 'b')
      expect((await world.board()).own?.person).toEqual({ id: ada.id, name: 'Ada Lovelace' })
    })

    it.each(['', '<!channel> @everyone', "Robert'); DROP TABLE answers;--", '\u202Eadele', '👩‍🚒'.repeat(20), 'ﷺ', '\uD800'])(
      'keeps the name %j as any other',
      async (name) => {
        const world = await newWorld()
        await world.setUp()
        await world.answer(await world.post(), { ...ada, name }, 'b')
        expect((await world.board()).own?.person.name.toWellFormed()).toBe(name.toWellFormed())
      },
    )

    it('keeps a name with a character that no database may have, or has a mark in its place', async () => {
      const world = await newWorld()
      await world.setUp()
      await world.answer(await world.post(), { ...ada, name: 'ade\0le' }, 'b')
      expect((await world.board()).own?.person.name).toMatch(/^ade[\0\uFFFD]le$/u)
    })

    it('knows the channels in which somebody has answered, the latest first', async () => {
      const world = await newWorld()
      await world.setUp()
      await world.setUp({ place: 'slack:T1/C2', nextAt: monday + hour })
      await world.setUp({ place: 'slack:T1/C3', nextAt: monday + 2 * hour })
      const rounds = [await world.post(monday), await world.post(monday + hour), await world.post(monday + 2 * hour)] as const
      await world.answer(rounds[1], ada, 'b', monday + 3 * hour)
      await world.answer(rounds[0], ada, 'b', monday + 4 * hour)
      await world.answer(rounds[2], ben, 'b', monday + 5 * hour)
      expect(await world.ledger.people.placesOf(ada.id)).toEqual([place, 'slack:T1/C2'])
      expect(await world.ledger.people.placesOf('slack:T1/Nobody')).toEqual([])
    })

    describe('in their groups', () => {
      const account = 'slack:u:7'
      const there = 'slack:T2'
      const [here, elsewhere] = [{ ...ada, account }, { ...someone('Ada', there), account, name: 'Ada L.' }]
      const asked = { id: 'slack:@me/Ada', group: 'slack:@me', name: 'Ada', account }
      const inShort = async ({ ledger }: World, who: PersonSeen = asked) =>
        (await ledger.people.inGroups(who)).map(({ group: where, id, name, quizzes }) => [where, id, name, quizzes.map((quiz) => quiz.place)])

      it('are known by their account: each group with their channels, that of the latest answer first', async () => {
        const world = await newWorld()
        await world.setUp()
        await world.setUp({ place: 'slack:T1/C2', nextAt: monday + hour })
        await world.setUp({ group: there, place: 'slack:T2/C9', nextAt: monday + 2 * hour })
        const first = await world.post(monday)
        const second = await world.post(monday + hour)
        await world.answer(first, here, 'b', monday + 3 * hour)
        await world.answer(second, here, 'b', monday + 4 * hour)
        expect(await inShort(world)).toEqual([[group, ada.id, 'Ada', ['slack:T1/C2', place]]])
        const [claim] = await world.ledger.delivery.claimDue(monday + 2 * hour, bankOf(), 9)
        await world.ledger.delivery.confirmPosted(claim?.round.id ?? '', 'message', monday + 2 * hour)
        await world.ledger.answers.take(claim?.round.id ?? '', elsewhere, ['b'], monday + 5 * hour)
        const both = [[there, elsewhere.id, 'Ada L.', ['slack:T2/C9']], [group, ada.id, 'Ada', ['slack:T1/C2', place]]]
        expect(await inShort(world)).toEqual(both)
        expect(await inShort(world, here)).toEqual(both)
        expect(await inShort(world, ben)).toEqual([])
      })

      it('are known where they manage, also without an answer, and each channel once', async () => {
        const world = await newWorld()
        await world.setUp({ managers: [ada.id, ben.id] })
        await world.setUp({ group: there, place: 'slack:T2/C9', managers: [elsewhere.id], retired: 'deleted', nextAt: monday + hour })
        await world.setUp({ group: 'slack:T3', place: 'slack:T3/C1', managers: ['slack:T3/Adam', 'slack:T1/Ada'], nextAt: monday + hour })
        const managing = [[group, ada.id, null, [place]], [there, elsewhere.id, null, ['slack:T2/C9']]]
        expect(await inShort(world)).toEqual(managing)
        await world.answer(await world.post(), here, 'b')
        expect(await inShort(world)).toEqual([[group, ada.id, 'Ada', [place]], managing[1]])
        expect(await inShort(world, ben)).toEqual([[group, ben.id, null, [place]]])
      })

      it('keep a group whose channel lost its daily question, and somebody with an id of no group has their own', async () => {
        const world = await newWorld()
        const nameless = { id: 'somebody', group, name: 'Some' }
        await world.setUp({ managers: [ben.id, nameless.id] })
        await world.setUp({ group: there, place: 'slack:T2/C9', managers: [nameless.id], nextAt: monday + hour })
        await world.answer(await world.post(), here, 'b')
        expect(await inShort(world, nameless)).toEqual([[group, 'somebody', null, [place]]])
        await world.ledger.quizzes.remove(place, () => undefined)
        expect(await inShort(world)).toEqual([[group, ada.id, 'Ada', []]])
      })
    })

    const before = (here: number, gone = 0) => ({ here, gone })

    it('asks for the people that were looked up longest ago', async () => {
      const world = await newWorld()
      await world.setUp()
      const round = await world.post()
      for (const [index, person] of [cleo, ben, ada].entries()) await world.answer(round, person, 'b', monday + index)
      expect(await world.ledger.people.toLookUp(before(monday + 2), 10)).toEqual([cleo, ben])
      expect(await world.ledger.people.toLookUp(before(monday + day), 1)).toEqual([cleo])
      await world.ledger.people.setPresence([{ person: cleo.id, gone: false }], monday + hour)
      expect(await world.ledger.people.toLookUp(before(monday + day), 10)).toEqual([ben, ada, cleo])
    })

    it('asks for people who left by a moment of their own, and no more for people who hide', async () => {
      const world = await newWorld()
      await world.setUp()
      const round = await world.post()
      for (const person of [ada, ben, cleo, dora]) await world.answer(round, person, 'b', monday)
      await world.ledger.people.setPresence([{ person: ada.id, gone: true }, { person: dora.id, gone: true }], monday - 1)
      for (const person of [ben, dora]) await world.ledger.people.setHidden(person, true)
      await world.ledger.people.setPresence([{ person: dora.id, gone: true }], monday)
      const asked = (here: number, gone: number, limit = 10) => world.ledger.people.toLookUp({ here, gone }, limit)
      expect(await asked(monday + day, monday - 1)).toEqual([cleo])
      expect(await asked(monday + day, monday)).toEqual([ada, cleo])
      expect(await asked(monday, monday)).toEqual([ada])
      expect(await asked(monday + day, monday, 1)).toEqual([ada])
    })

    it('leaves people as they are of whom the platform said nothing, and asks about others first', async () => {
      const world = await newWorld()
      await world.setUp()
      const round = await world.post()
      for (const person of [ada, ben]) await world.answer(round, person, 'b', monday)
      await world.ledger.people.setPresence([{ person: ada.id, gone: true }], monday)
      await world.ledger.people.setPresence([{ person: ada.id, gone: null }, { person: ben.id, gone: null }], monday + hour)
      expect((await world.board()).rows.map(({ person }) => person.name)).toEqual(['Ben'])
      expect(await world.ledger.people.toLookUp({ here: monday + hour, gone: monday + hour }, 10)).toEqual([])
    })

    it('takes somebody who asks for anything for here, and knows their latest name', async () => {
      const world = await newWorld()
      await world.setUp()
      await world.answer(await world.post(), ada, 'b')
      await world.ledger.people.setPresence([{ person: ada.id, gone: true }], monday)
      expect((await world.board()).own).toBeNull()
      await world.ledger.people.noteSeen({ ...ada, name: 'Ada Lovelace' })
      expect((await world.board()).rows).toMatchObject([{ person: { id: ada.id, name: 'Ada Lovelace' } }])
    })

    it('saves the name that a look-up tells, and keeps it where one tells none', async () => {
      const world = await newWorld()
      await world.setUp()
      await world.answer(await world.post(), ada, 'b')
      const name = async () => (await world.board()).own?.person.name
      await world.ledger.people.setPresence([{ person: ada.id, gone: false, name: 'Ada Lovelace' }], monday)
      expect(await name()).toBe('Ada Lovelace')
      for (const none of [{ gone: false }, { gone: false, name: null }, { gone: null, name: null }]) {
        await world.ledger.people.setPresence([{ person: ada.id, ...none }], monday)
      }
      expect(await name()).toBe('Ada Lovelace')
      expect([...(await world.ledger.people.namesOf(group, [ada.id])).values()]).toEqual(['Ada Lovelace'])
    })

    it('keeps a stand-in for a name only where there is no better one', async () => {
      const world = await newWorld()
      await world.setUp()
      const round = await world.post()
      const standIn = { ...ada, name: 'somebody', standIn: true }
      await world.answer(round, standIn, 'b')
      const name = async () => (await world.board()).own?.person.name
      expect(await name()).toBe('somebody')
      await world.ledger.people.noteSeen(ada)
      expect(await name()).toBe('Ada')
      await world.ledger.people.noteSeen(standIn)
      await world.answer(round, standIn, 'b')
      await world.ledger.people.setHidden(standIn, false)
      expect(await name()).toBe('Ada')
    })

    it('believes nothing of a change that is told, but looks up next whom it is about, if it is news', async () => {
      const { ledger, setUp, post, answer, board } = await newWorld()
      await setUp()
      const round = await post()
      for (const person of [ada, ben, cleo, dora]) await answer(round, person, 'b', monday)
      await ledger.people.noteChange({ ...cleo, name: 'Cleopatra' }, false)
      await ledger.people.noteChange(dora, true)
      await ledger.people.noteChange(ada, false)
      await ledger.people.noteChange({ ...ben, name: '', standIn: true }, false)
      await ledger.people.noteChange(someone('Nobody'), true)
      expect(await ledger.people.toLookUp({ here: monday, gone: monday }, 10)).toEqual([cleo, dora])
      expect((await board()).people).toBe(4)
    })

    it('shows nobody who hides because they ask for something, and keeps nothing of a stranger who does', async () => {
      const { ledger, setUp, post, answer, board } = await newWorld()
      await setUp()
      await answer(await post(), ada, 'b')
      await ledger.people.setHidden(ada, true)
      await Promise.all([ada, ben, { ...ada, group: 'slack:T2' }].map((person) => ledger.people.noteSeen(person)))
      expect(await board()).toMatchObject({ rows: [], hidden: true })
      await ledger.people.setHidden(ada, false)
      expect(await ledger.people.toLookUp({ here: monday + day, gone: monday + day }, 10)).toEqual([ada])
    })

    it('takes no harm from news about people whom it does not know', async () => {
      const world = await newWorld()
      await world.ledger.people.setPresence([{ person: 'slack:T1/Nobody', gone: true }], monday)
      expect(await world.ledger.people.toLookUp(before(monday + day), 10)).toEqual([])
    })

    it('takes the same id in two groups for two people', async () => {
      const world = await newWorld()
      const [here, there] = [{ ...someone('Ada'), id: 'discord:1' }, { ...someone('Ada'), id: 'discord:1', group: 'slack:T2' }]
      await world.setUp()
      await world.answer(await world.post(), here, 'b')
      await world.setUp({ group: 'slack:T2', place: 'slack:T2/C1' })
      const [claim] = await world.ledger.delivery.claimDue(monday, { questions: [], weights: new Map(), contents: new Map() }, 1)
      expect(claim?.round.group).toBe('slack:T2')
      await world.ledger.people.setHidden(there, true)
      expect((await world.board({ asker: here.id })).own).toMatchObject({ points: 1 })
    })

    it('knows the latest names of people with an answer that counts, and of nobody who is hidden or gone', async () => {
      const { ledger, setUp, post, answer } = await newWorld()
      await setUp()
      const round = await post()
      for (const person of [ada, ben, cleo]) await answer(round, person, 'b')
      await answer(round, { ...ada, name: 'Ada Lovelace' }, 'b')
      await ledger.people.setHidden(ben, true)
      await ledger.people.setPresence([{ person: cleo.id, gone: true }], monday)
      await ledger.people.setHidden(dora, false)
      const everybody = [ada, ben, cleo, dora, someone('Nobody')].map(({ id }) => id)
      expect(await ledger.people.namesOf(group, everybody)).toEqual(new Map([[ada.id, 'Ada Lovelace']]))
      expect(await ledger.people.namesOf('slack:T2', everybody)).toEqual(new Map())
      expect(await ledger.people.namesOf(group, [])).toEqual(new Map())
      await ledger.people.setHidden(ben, false)
      expect(await ledger.people.namesOf(group, [ben.id])).toEqual(new Map([[ben.id, 'Ben']]))
    })

    it('knows no name before the answer counts', async () => {
      const { ledger, setUp, post, answer } = await newWorld()
      await setUp({ feedback: 'at-close' })
      const round = await post()
      await answer(round, ada, 'b')
      expect(await ledger.people.namesOf(group, [ada.id])).toEqual(new Map())
      await ledger.closing.closeDue(round.closesAt, 1)
      expect(await ledger.people.namesOf(group, [ada.id])).toEqual(new Map([[ada.id, 'Ada']]))
    })

    it('knows who asked to be hidden, in one group and no other', async () => {
      const { ledger } = await newWorld()
      const hidden = (where = group) => ledger.people.isHidden(where, ada.id)
      expect(await hidden()).toBe(false)
      await ledger.people.setHidden(ada, true)
      expect([await hidden(), await hidden('slack:T2'), await ledger.people.isHidden(group, ben.id)]).toEqual([true, false, false])
      await ledger.people.setHidden(ada, false)
      expect(await hidden()).toBe(false)
    })
  })
}
