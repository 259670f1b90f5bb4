// People: their names, their channels, and whether they are still there.
import { expect, it } from 'vitest'
import type { Suite } from '../contract.ts'
import { ada, ben, cleo, day, hour, monday, place, someone } from '../world.ts'

export const peopleContract: Suite = (newWorld) => {
  it('keeps the latest name of a person, also from a press that counts for nothing', async () => {
    const world = await newWorld()
    await world.setUp()
    const round = await world.post()
    await world.answer(round, ada, 'b')
    await world.answer(round, { ...ada, name: 'Ada Lovelace' }, 'b')
    expect((await world.board()).own?.person).toEqual({ id: ada.id, name: 'Ada Lovelace' })
  })

  it.each(['', '<!channel> @everyone', "Robert'); DROP TABLE answers;--", '\u202Eadele\u0000', '👩‍🚒'.repeat(20), 'ﷺ', '\uD800'])(
    'keeps the name %j as any other',
    async (name) => {
      const world = await newWorld()
      await world.setUp()
      await world.answer(await world.post(), { ...ada, name }, 'b')
      expect((await world.board()).own?.person.name.toWellFormed()).toBe(name.toWellFormed())
    },
  )

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

  it('asks for the people that were looked at longest ago', async () => {
    const world = await newWorld()
    await world.setUp()
    const round = await world.post()
    for (const [index, person] of [cleo, ben, ada].entries()) await world.answer(round, person, 'b', monday + index)
    expect(await world.ledger.people.toLookUp(monday + 2, 10)).toEqual([cleo, ben])
    expect(await world.ledger.people.toLookUp(monday + day, 1)).toEqual([cleo])
    await world.ledger.people.setPresence([{ person: cleo.id, gone: false }], monday + hour)
    expect(await world.ledger.people.toLookUp(monday + day, 10)).toEqual([ben, ada, cleo])
  })

  it('asks no more for people who are gone or hidden', async () => {
    const world = await newWorld()
    await world.setUp()
    const round = await world.post()
    for (const person of [ada, ben, cleo]) await world.answer(round, person, 'b', monday)
    await world.ledger.people.setPresence([{ person: ada.id, gone: true }], monday)
    await world.ledger.people.setHidden(ben, true)
    expect(await world.ledger.people.toLookUp(monday + day, 10)).toEqual([cleo])
  })

  it('takes no harm from news about people whom it does not know', async () => {
    const world = await newWorld()
    await world.ledger.people.setPresence([{ person: 'slack:T1/Nobody', gone: true }], monday)
    expect(await world.ledger.people.toLookUp(monday + day, 10)).toEqual([])
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
}
