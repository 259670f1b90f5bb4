// A user whom the platform names later, or who turns out to be known already: everything they did alone is under one name.
import { describe, expect, it } from 'vitest'
import type { Task } from '../../../src/core/session.ts'
import type { NewSession } from '../../../src/ledger/sessions.ts'
import { ada, day, hour, monday, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const account = 'slack:u:7'
const task = (item: string): Task => ({ item, order: ['a', 'b'], key: ['b'], content: 1 })
const session = (id: string, kind: NewSession['kind'], startedAt = monday): NewSession => ({
  id: id.padEnd(16, '0'), kind, about: null, tasks: [task('card:one')], zone: 'UTC', startedAt, endsAt: kind === 'exam' ? startedAt + hour : null,
})
const reminder = { time: '08:30', zone: 'UTC' }

export function oneUserContract(openLedger: OpenLedger): void {
  describe('a user', () => {
    const newWorld = newWorlds(openLedger)

    /** Ada answered before the bot knew of accounts, so her own id is her account. */
    async function known(): Promise<World> {
      const world = await newWorld()
      await world.setUp()
      await world.answer(await world.post(), ada, 'b')
      return world
    }

    const named = ({ ledger }: World) => ledger.people.noteSeen({ ...ada, account })

    async function study({ ledger }: World, whose: string, id: string, at: number): Promise<void> {
      await ledger.sessions.start(whose, session(id, 'practice', at))
      await ledger.sessions.act(whose, id.padEnd(16, '0'), { kind: 'answer', position: 0, chosen: ['b'] }, at)
      await ledger.sessions.act(whose, id.padEnd(16, '0'), { kind: 'end' }, at)
    }

    it('who is named for the first time keeps everything under the new name, and the old one is nobody’s', async () => {
      const world = await known()
      const { ledger } = world
      await study(world, ada.id, '1', monday)
      await ledger.sessions.start(ada.id, session('2', 'drill'))
      await ledger.reminders.set(ada.id, { ...reminder, nextAt: monday })
      await ledger.ticks.set(ada.id, 'one', true, monday)
      await named(world)
      expect((await ledger.memories.of(account)).memories.size).toBe(2)
      expect(await ledger.sessions.running(account, 'drill')).toMatchObject({ id: '2'.padEnd(16, '0') })
      expect(await ledger.reminders.of(account)).toEqual(reminder)
      expect(await ledger.ticks.of(account)).toEqual(new Map([['one', monday]]))
      expect([await ledger.sessions.running(ada.id, 'drill'), await ledger.reminders.of(ada.id), (await ledger.ticks.of(ada.id)).size]).toEqual([undefined, undefined, 0])
      expect((await ledger.memories.of(ada.id)).memories.size).toBe(0)
    })

    it('whom the bot knew twice has one log, and remembers what is in it', async () => {
      const world = await known()
      const { ledger } = world
      await study(world, ada.id, '1', monday)
      await study(world, account, '2', monday + day)
      for (const each of [ada.id, account]) await ledger.memories.of(each)
      await named(world)
      const { memories } = await ledger.memories.of(account)
      expect(memories.get('card:one')).toMatchObject({ reps: 2, last: '2026-01-06' })
      expect(memories.size).toBe(2)
      expect((await ledger.memories.log(account, '2026-01-01')).map(({ source }) => source)).toEqual(['daily', 'practice', 'practice'])
      expect(await ledger.memories.log(ada.id, '2026-01-01')).toEqual([])
    })

    it('whom the bot knew twice goes on with the sessions of both, and of two that run with the account’s own', async () => {
      const world = await known()
      const { ledger } = world
      await ledger.sessions.start(ada.id, session('1', 'exam'))
      await ledger.sessions.act(ada.id, '1'.padEnd(16, '0'), { kind: 'end' }, monday + 1)
      for (const [id, kind] of [['2', 'practice'], ['3', 'drill']] as const) await ledger.sessions.start(ada.id, session(id, kind))
      await ledger.sessions.start(account, session('4', 'practice'))
      await named(world)
      const running = async (kind: NewSession['kind']) => (await ledger.sessions.running(account, kind))?.id[0]
      expect([await running('practice'), await running('drill')]).toEqual(['4', '3'])
      expect((await ledger.sessions.past(account, 'exam', 9)).map(({ id }) => id[0])).toEqual(['1'])
      expect(await ledger.sessions.past(account, 'practice', 9)).toEqual([])
      expect(await ledger.sessions.find(account, '2'.padEnd(16, '0'))).toMatchObject({ abandoned: true })
    })

    it('whom the bot knew twice has one reminder: the account’s own, or else the other', async () => {
      for (const [own, left] of [[{ ...reminder, time: '10:00' }, '10:00'], [undefined, '08:30']] as const) {
        const world = await known()
        const { reminders, ticks } = world.ledger
        await reminders.set(ada.id, { ...reminder, nextAt: monday })
        if (own === undefined) await ticks.set(account, 'one', true, monday)
        else await reminders.set(account, { ...own, nextAt: monday })
        await named(world)
        expect((await reminders.due(monday, 9)).map(({ account: whose, time }) => [whose, time])).toEqual([[account, left]])
      }
    })

    it('whom the bot knew twice has set aside what either of them had', async () => {
      const world = await known()
      const { memories } = world.ledger
      await memories.setPaused(ada.id, 'card:one', true, monday)
      for (const item of ['card:one', 'card:two']) await memories.setPaused(account, item, true, monday)
      await memories.setPaused(ada.id, 'card:three', true, monday)
      await named(world)
      expect([...(await memories.of(account)).paused].toSorted()).toEqual(['card:one', 'card:three', 'card:two'])
      expect((await memories.of(ada.id)).paused.size).toBe(0)
    })

    it('is told from the user of the same name who comes after', async () => {
      const world = await known()
      const { ledger } = world
      await ledger.ticks.set(account, 'one', true, monday)
      await named(world)
      await ledger.ticks.set(ada.id, 'two', true, monday)
      expect([[...(await ledger.ticks.of(account)).keys()], [...(await ledger.ticks.of(ada.id)).keys()]]).toEqual([['one'], ['two']])
    })
  })
}
