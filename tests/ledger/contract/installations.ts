// Where the app is installed: in groups, and in organizations of groups.
import { describe, expect, it } from 'vitest'
import type { InstalledApp } from '../../../src/core/installation.ts'
import { day, hour, monday, place } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const appIn = (id: string): InstalledApp => ({ id, name: `Team ${id}`, url: 'https://team.slack.com/', bot: `U${id}`, botId: `B${id}`, scopes: ['chat:write', 'commands'] })
const token = (text: string) => new TextEncoder().encode(text)
const said = (sealed: Uint8Array | null | undefined) => (sealed === null || sealed === undefined ? null : new TextDecoder().decode(sealed))
const [one, other, org] = ['slack:T1', 'slack:T2', 'slack:E1']

export function installationsContract(openLedger: OpenLedger): void {
  describe('an installation', () => {
    const newWorld = newWorlds(openLedger)

    async function installed() {
      const { ledger } = await newWorld()
      const { installations } = ledger
      await installations.save(appIn(one), token('first'), [{ group: one, name: 'Team one' }], monday)
      return installations
    }

    it('serves its group, with all that the platform said of it', async () => {
      const installations = await installed()
      const found = await installations.serving(one)
      expect(found).toMatchObject({ ...appIn(one), installedAt: monday, removedAt: null, checkedAt: monday, refusedAt: null })
      expect(said(found?.sealed)).toBe('first')
      expect(await installations.serving(other)).toBeUndefined()
      expect(await installations.names()).toEqual([{ group: one, name: 'Team one' }])
      expect(await installations.find(other)).toBeUndefined()
    })

    it('that comes again takes the place of the one before', async () => {
      const installations = await installed()
      await installations.save({ ...appIn(one), bot: 'UNEW' }, token('second'), [{ group: one, name: null }], monday + day)
      const found = await installations.serving(one)
      expect([found?.bot, said(found?.sealed), found?.installedAt]).toEqual(['UNEW', 'second', monday + day])
      expect(await installations.names()).toEqual([{ group: one, name: 'Team one' }])
    })

    it('loses its token when it is removed, and serves nobody', async () => {
      const installations = await installed()
      expect(await installations.remove(one, monday, monday + hour)).toEqual([one])
      expect(await installations.remove(one, monday, monday + day)).toBeUndefined()
      expect(await installations.serving(one)).toBeUndefined()
      expect(await installations.find(one)).toMatchObject({ sealed: null, removedAt: monday + hour })
      expect([await installations.left(), await installations.names(), await installations.sealed()]).toEqual([[one], [], []])
      expect([await installations.removedBefore(monday + hour), await installations.removedBefore(monday + day)]).toEqual([[], [one]])
      await installations.save(appIn(one), token('again'), [{ group: one, name: null }], monday + 2 * day)
      expect([await installations.left(), await installations.removedBefore(monday + 9 * day)]).toEqual([[], []])
    })

    it('is not removed by news of an earlier one', async () => {
      const installations = await installed()
      await installations.save(appIn(one), token('second'), [], monday + day)
      expect(await installations.remove(one, monday, monday + day)).toBeUndefined()
      expect(said((await installations.serving(one))?.sealed)).toBe('second')
      expect(await installations.noteCheck(one, monday, false, monday + day)).toBeUndefined()
    })

    it('of an organization serves the groups from which something came, but those that have one of their own', async () => {
      const installations = await installed()
      await installations.save(appIn(org), token('of all'), [], monday)
      await installations.noteServed(org, { group: other, name: 'two' })
      await installations.noteServed(org, { group: one, name: null })
      expect([said((await installations.serving(one))?.sealed), said((await installations.serving(other))?.sealed)]).toEqual(['first', 'of all'])
      expect(await installations.servedBy(org)).toEqual([one, other])
      expect(await installations.remove(org, monday, monday + hour)).toEqual([other])
      await installations.save(appIn(org), token('again'), [], monday + day)
      expect(await installations.remove(one, monday, monday + day)).toEqual([])
      expect(said((await installations.serving(one))?.sealed)).toBe('again')
      await installations.noteServed('slack:E9', { group: other, name: null })
      expect(await installations.servedBy('slack:E9')).toEqual([])
    })

    it('keeps since when its token is refused, until it is taken again', async () => {
      const installations = await installed()
      const at = monday + day
      await installations.noteCheck(one, monday, false, at)
      expect(await installations.noteCheck(one, monday, false, at + hour)).toMatchObject({ refusedAt: at, checkedAt: at + hour })
      expect(await installations.noteCheck(one, monday, undefined, at + day)).toMatchObject({ refusedAt: at, checkedAt: at + hour })
      expect(await installations.noteCheck(one, monday, true, at + day)).toMatchObject({ refusedAt: null, checkedAt: at + day })
    })

    it('is looked at again, refused ones first and sooner', async () => {
      const installations = await installed()
      await installations.save(appIn(other), token('x'), [], monday + hour)
      await installations.noteCheck(other, monday + hour, false, monday + hour)
      const ids = async (refused: number, others: number, limit = 9) => (await installations.toCheck({ refused, others }, limit)).map(({ id }) => id)
      expect(await ids(monday + day, monday)).toEqual([other])
      expect(await ids(monday + day, monday + day)).toEqual([other, one])
      expect(await ids(monday + day, monday + day, 1)).toEqual([other])
      await installations.remove(other, monday + hour, monday + day)
      expect(await ids(monday + day, monday)).toEqual([])
    })

    it('has its token sealed anew, unless another one came meanwhile', async () => {
      const installations = await installed()
      const [before] = await installations.sealed()
      if (before === undefined) throw new Error('no token')
      expect(await installations.reseal(before, token('anew'))).toBe(true)
      expect(await installations.reseal(before, token('too late'))).toBe(false)
      expect(said((await installations.serving(one))?.sealed)).toBe('anew')
    })

    it('is dropped with what it served', async () => {
      const installations = await installed()
      await installations.drop(one)
      expect([await installations.find(one), await installations.servedBy(one), await installations.left()]).toEqual([undefined, [], []])
    })

    it('finds the channel that has a daily question among several', async () => {
      const { ledger, ...world } = await newWorld()
      await world.setUp()
      expect(await ledger.installations.homeAmong(['slack:T9/C1', place])).toBe(place)
      expect(await ledger.installations.homeAmong(['slack:T9/C1'])).toBeUndefined()
      expect(await ledger.installations.homeAmong([])).toBeUndefined()
    })
  })
}
