// What a learner remembers: made from everything they were asked, in whatever order it was saved, on whatever account.
import { describe, expect, it } from 'vitest'
import type { Task } from '../../../src/core/session.ts'
import { ada, bankOf, ben, confirm, day, hour, monday, someone, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const task = (item: string): Task => ({ item, order: ['a', 'b'], key: ['b'], content: 1 })

export function memoriesContract(openLedger: OpenLedger): void {
  describe('a memory', () => {
    const newWorld = newWorlds(openLedger)
    let made = 0

    async function practise({ ledger }: World, account: string, item: string, chosen: string, at: number): Promise<void> {
      made += 1
      const { session } = await ledger.sessions.start(account, {
        id: made.toString(16).padStart(16, '0'), kind: 'practice', about: null, tasks: [task(item)], zone: 'UTC', startedAt: at, endsAt: null,
      })
      await ledger.sessions.act(account, session.id, { kind: 'answer', position: 0, chosen: [chosen] }, at)
      await ledger.sessions.act(account, session.id, { kind: 'end' }, at)
    }

    const memoryOf = async ({ ledger }: World, account: string, item: string) => (await ledger.memories.of(account)).memories.get(item)

    it('contains the daily question of a channel and private practice', async () => {
      const world = await newWorld()
      await world.setUp()
      const round = await world.post()
      expect((await world.ledger.memories.of(ada.id)).memories.size).toBe(0)
      await world.answer(round, ada, 'a')
      await world.answer(round, ben, 'b')
      const item = `question:${round.question}`
      expect(await memoryOf(world, ada.id, item)).toMatchObject({ stability: 0.212, reps: 1, last: '2026-01-05', due: '2026-01-06' })
      await practise(world, ada.id, item, 'b', monday + day)
      expect(await memoryOf(world, ada.id, item)).toMatchObject({ stability: 1.88678762, reps: 2, last: '2026-01-06', due: '2026-01-08' })
      expect(await memoryOf(world, ben.id, item)).toMatchObject({ stability: 2.3065, reps: 1 })
    })

    it('waits for the close where a quiz explains at the close', async () => {
      const world = await newWorld()
      await world.setUp({ feedback: 'at-close' })
      const round = await world.post()
      await world.answer(round, ada, 'b')
      expect((await world.ledger.memories.of(ada.id)).memories.size).toBe(0)
      await world.ledger.closing.closeDue(round.closesAt, 10)
      expect(await memoryOf(world, ada.id, `question:${round.question}`)).toMatchObject({ reps: 1, last: '2026-01-05' })
    })

    it('counts the first answer of a study day', async () => {
      const world = await newWorld()
      await practise(world, 'x', 'card:one', 'a', monday)
      await practise(world, 'x', 'card:one', 'b', monday + hour)
      expect(await memoryOf(world, 'x', 'card:one')).toMatchObject({ stability: 0.212, reps: 1 })
      expect(await world.ledger.memories.log('x', '2026-01-05')).toHaveLength(2)
      expect(await world.ledger.memories.log('x', '2026-01-06')).toHaveLength(0)
    })

    it('is the same if an earlier day is saved later', async () => {
      const [one, two] = [await newWorld(), await newWorld()]
      for (const [at, chosen] of [[monday, 'b'], [monday + day, 'a'], [monday + 3 * day, 'b']] as const) await practise(one, 'x', 'card:one', chosen, at)
      await practise(two, 'x', 'card:one', 'b', monday)
      await practise(two, 'x', 'card:one', 'b', monday + 3 * day)
      expect(await memoryOf(two, 'x', 'card:one')).toMatchObject({ reps: 2 })
      await practise(two, 'x', 'card:one', 'a', monday + day)
      const memory = await memoryOf(two, 'x', 'card:one')
      expect(memory).toMatchObject({ reps: 3, last: '2026-01-08' })
      expect(memory).toEqual(await memoryOf(one, 'x', 'card:one'))
    })

    it('has no answer in the log whose place a change took that arrived after the close', async () => {
      const world = await newWorld()
      await world.setUp({ feedback: 'at-close' })
      const round = await world.post()
      await world.answer(round, ada, 'a')
      await practise(world, ada.id, 'card:one', 'b', monday + hour)
      await world.ledger.closing.closeDue(round.closesAt, 10)
      expect((await world.ledger.memories.log(ada.id, '')).map(({ source, grade }) => [source, grade])).toEqual([['practice', 'good'], ['daily', 'again']])
      await world.ledger.answers.take(round.id, ada, ['b'], round.closesAt - 1, round.closesAt + 1)
      expect((await world.ledger.memories.log(ada.id, '')).map(({ source, grade }) => [source, grade])).toEqual([['practice', 'good'], ['daily', 'good']])
    })

    it('is one for somebody whom a platform knows in two groups', async () => {
      const world = await newWorld()
      await world.setUp({ place: 'discord:G1:C', group: 'discord:G1' })
      await world.setUp({ place: 'discord:G2:C', group: 'discord:G2' })
      const rounds = (await world.ledger.delivery.claimDue(monday, bankOf(), 9)).map(({ round }) => round)
      for (const { id } of rounds) await confirm(world.ledger, [id], monday)
      // Known before the bot knew of accounts.
      for (const round of rounds) await world.answer(round, someone('Ada', round.group), 'b')
      const account = 'discord:u:7'
      for (const { group } of rounds) await world.ledger.people.noteSeen({ ...someone('Ada', group), account })
      const items = new Set(rounds.map(({ question }) => `question:${question}`))
      expect(new Set((await world.ledger.memories.of(account)).memories.keys())).toEqual(items)
      expect(await world.ledger.memories.log(account, '2026-01-01')).toHaveLength(2)
    })

    it('can be set aside and taken back', async () => {
      const { ledger } = await newWorld()
      await ledger.memories.setPaused('x', 'card:one', true, monday)
      await ledger.memories.setPaused('x', 'card:one', true, monday)
      expect([...(await ledger.memories.of('x')).paused]).toEqual(['card:one'])
      await ledger.memories.setPaused('x', 'card:one', false, monday)
      expect((await ledger.memories.of('x')).paused.size).toBe(0)
    })
  })
}
