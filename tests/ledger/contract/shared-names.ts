// How the common board of channels shows people whom their groups show in different ways.
import { describe, expect, it } from 'vitest'
import type { PersonSeen } from '../../../src/ledger/people.ts'
import { ada, ben, cleo, day, dora, group, hour, minute, monday, place, short, someone, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'
import { far, farAda, guild, inBoth, nearAda, never, post, together } from './sharing.ts'

export function sharedNamesContract(openLedger: OpenLedger): void {
  const newWorld = newWorlds(openLedger)
  const boardOf = (world: World, where = place, by: PersonSeen = ada) => world.board({ place: where, group: where === far ? guild : group, asker: by.id })

  describe('channels that share a question', () => {
    it('hide somebody in all who hides in one, and leave out who goes by another name in one', async () => {
      const world = await newWorld()
      await together(world)
      const [here] = inBoth(await post(world))
      await world.answer(here, nearAda, 'b')
      await world.answer((await post(world, monday + day)).get(far) ?? never(), farAda, 'b', monday + day + minute)
      expect(short(await boardOf(world))).toEqual([[1, 'Ada', 2]])
      const [third] = inBoth(await post(world, monday + 2 * day))
      for (const each of [nearAda, ben, cleo, dora, someone('Eve')]) await world.answer(third, each, each === nearAda ? 'b' : 'a', monday + 2 * day)
      const first = async () => short(await boardOf(world, place, ben))[0]
      await world.ledger.people.setAlias(farAda, 'Blue Heron')
      expect(await first()).toEqual([1, 'Ben', 0])
      expect(await boardOf(world, place, nearAda)).toMatchObject({ own: null, hidden: false, mixed: true })
      expect(await world.ledger.people.shown(group, nearAda.id)).toEqual({ as: 'name', mixed: true })
      expect(await world.ledger.people.shown(guild, farAda.id)).toEqual({ as: 'alias', alias: 'Blue Heron', mixed: true })
      await world.ledger.people.setAlias(nearAda, 'Blue Heron')
      expect(await first()).toEqual([1, 'Blue Heron (alias)', 3])
      await world.ledger.people.setHidden(nearAda, false)
      await world.ledger.people.setHidden(farAda, true)
      expect(await first()).toEqual([1, 'Ben', 0])
      await world.ledger.people.setHidden(farAda, false)
      expect(await first()).toEqual([1, 'Ada', 3])
    })

    it('who links a name with an alias on one board hears before that it leaves them out, and comes back by unlinking', async () => {
      const world = await newWorld()
      const { links, people } = world.ledger
      await together(world)
      const [here, there] = inBoth(await post(world))
      const eve: PersonSeen = { id: 'discord:9/eve', group: guild, name: 'Eve' }
      await world.answer(here, ben, 'b', monday + minute)
      await world.answer(there, eve, 'b', monday + 2 * minute)
      for (const each of [ada, cleo, dora]) await world.answer(here, each, 'a', monday + 3 * minute)
      for (const at of [monday + day, monday + 2 * day]) await world.answer((await post(world, at)).get(place) ?? never(), ben, 'b', at)
      await people.setAlias(ben, 'Blue Heron')
      const before = short(await boardOf(world))
      const names = async () => (await boardOf(world)).rows.map(({ person }) => person.name)
      expect(await names()).toEqual(['Blue Heron (alias)', 'Eve', 'Ada', 'Cleo', 'Dora'])
      const { code } = await links.offer(ben, monday + hour)
      expect(await links.look(eve, code, monday + hour)).toMatchObject({ kind: 'may-link', gave: { name: ben.name }, mixed: true })
      const done = await links.confirm(eve, code, monday + hour)
      expect(done).toMatchObject({ kind: 'linked', mixed: true })
      expect(await names()).toEqual(['Ada', 'Cleo', 'Dora'])
      expect([await people.shown(group, ben.id), await people.shown(guild, eve.id)]).toEqual([{ as: 'alias', alias: 'Blue Heron', mixed: true }, { as: 'name', mixed: true }])
      await links.unlink(eve, done.kind === 'linked' ? done.link.id : '', monday + 2 * hour)
      expect(short(await boardOf(world))).toEqual(before)
      expect(await people.shown(guild, eve.id)).toEqual({ as: 'name' })
    })
  })
}
