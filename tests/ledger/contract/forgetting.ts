// Forgetting somebody: all that is theirs goes, and nothing of anybody else's changes.
import { describe, expect, it } from 'vitest'
import type { Task } from '../../../src/core/session.ts'
import { ada, bankOf, ben, cleo, day, hour, minute, monday, place, short, someone, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const task = (item: string): Task => ({ item, order: ['a', 'b'], key: ['b'], content: 1 })
let made = 0

async function practice({ ledger }: World, account: string, item: string, at: number): Promise<void> {
  made += 1
  const { session } = await ledger.sessions.start(account, {
    id: `f${made.toString(16).padStart(15, '0')}`, kind: 'practice', about: null, tasks: [task(item)], zone: 'UTC', startedAt: at, endsAt: null,
  })
  await ledger.sessions.act(account, session.id, { kind: 'answer', position: 0, chosen: ['b'] }, at)
}

/** The same Discord user in two servers. */
const inOne = { ...someone('Eve', 'discord:1'), account: 'discord:u:eve' }
const inTwo = { ...someone('Eve', 'discord:2'), account: 'discord:u:eve' }

export function forgettingContract(openLedger: OpenLedger): void {
  describe('forgetting', () => {
    const newWorld = newWorlds(openLedger)

    /** A closed question that Ada and Ben got right and Cleo wrong. */
    async function closedQuestion() {
      const world = await newWorld()
      await world.setUp()
      const round = await world.post()
      for (const [person, chosen] of [[ada, 'b'], [ben, 'b'], [cleo, 'a']] as const) await world.answer(round, person, chosen)
      await world.ledger.closing.closeDue(monday + 2 * day, 9)
      return { world, round }
    }

    it('takes somebody off the board, out of the list of who was right, and out of the channel', async () => {
      const { world, round } = await closedQuestion()
      await world.ledger.forgetting.forget(ada, 'here', monday + 2 * day)
      expect(short(await world.board())).toEqual([[1, 'Ben', 1], [2, 'Cleo', 0]])
      expect((await world.board({ asker: ada.id })).own).toBeNull()
      expect((await world.ledger.rounds.view(round.id, ada.group, ada.id))?.mine ?? null).toBeNull()
      expect((await world.ledger.rounds.view(round.id, ada.group, null))?.right).toEqual([])
      expect(await world.ledger.people.placesOf(ada.id)).toEqual([])
      expect((await world.ledger.boards.progress(ada, place, '2026-01-05')).streak).toMatchObject({ current: 0 })
    })

    it('keeps the totals of closed questions, and has their posts drawn again', async () => {
      const { world, round } = await closedQuestion()
      await world.ledger.closing.markRedrawn(round.id, null)
      expect(await world.ledger.closing.toRedraw(9)).toEqual([])
      await world.ledger.forgetting.forget(ada, 'here', monday + 2 * day)
      expect((await world.ledger.closing.toRedraw(9)).map((view) => view.round.id)).toEqual([round.id])
      expect((await world.ledger.rounds.view(round.id, ada.group, null))?.answered).toBe(3)
    })

    it('lets nobody work out from a small group what the forgotten person chose', async () => {
      const { world, round } = await closedQuestion()
      expect((await world.ledger.rounds.view(round.id, ada.group, null))?.votes).not.toBeNull()
      await world.ledger.forgetting.forget(ada, 'here', monday + 2 * day)
      expect((await world.ledger.rounds.view(round.id, ada.group, null))?.votes).toBeNull()
    })

    it('takes an answer to an open question back, so that the person may answer again', async () => {
      const world = await newWorld()
      await world.setUp()
      const round = await world.post()
      await world.answer(round, ada, 'a')
      await world.answer(round, ben, 'b')
      await world.ledger.forgetting.forget(ada, 'everywhere', monday + hour)
      expect((await world.ledger.rounds.view(round.id, ada.group, null))?.answered).toBe(1)
      expect(await world.answer(round, ada, 'b', monday + 2 * hour)).toMatchObject({ first: true, verdict: { kind: 'counted', right: true } })
    })

    it('forgets what somebody studied alone, with the account, if they are in no other group', async () => {
      const world = await newWorld()
      await practice(world, ada.id, 'question:one', monday)
      await world.ledger.ticks.set(ada.id, 'say-who', true, monday)
      await world.ledger.reminders.set(ada.id, { time: '08:30', zone: 'UTC', nextAt: monday + day })
      expect(await world.ledger.forgetting.known(ada)).toEqual({ here: false, elsewhere: false, alone: true })
      await world.ledger.forgetting.forget(ada, 'here', monday + minute)
      expect(await world.ledger.forgetting.known(ada)).toEqual({ here: false, elsewhere: false, alone: false })
      expect(await world.ledger.sessions.running(ada.id, 'practice')).toBeUndefined()
      expect((await world.ledger.memories.of(ada.id)).memories.size).toBe(0)
      expect(await world.ledger.memories.log(ada.id, '2026-01-01')).toEqual([])
      expect(await world.ledger.ticks.of(ada.id)).toEqual(new Map())
      expect(await world.ledger.reminders.of(ada.id)).toBeUndefined()
    })

    it('here leaves another group of the same user alone, and what they studied alone; everywhere leaves nothing', async () => {
      const world = await newWorld()
      const places = ['discord:1/1', 'discord:2/1'] as const
      await world.setUp({ group: 'discord:1', place: places[0] })
      await world.setUp({ group: 'discord:2', place: places[1] })
      const claims = await world.ledger.delivery.claimDue(monday, bankOf(), 9)
      for (const { round } of claims) {
        await world.ledger.delivery.markSending(round.id, monday, null)
        await world.answer(round, round.place === places[0] ? inOne : inTwo, 'b', monday + hour)
      }
      await practice(world, 'discord:u:eve', 'question:alone', monday + 2 * hour)
      expect(await world.ledger.forgetting.known(inOne)).toEqual({ here: true, elsewhere: true, alone: false })

      await world.ledger.forgetting.forget(inOne, 'here', monday + 3 * hour)
      expect(await world.ledger.people.placesOf(inOne.id)).toEqual([])
      expect(await world.ledger.people.placesOf(inTwo.id)).toEqual([places[1]])
      expect((await world.ledger.memories.log('discord:u:eve', '2026-01-01')).map(({ source }) => source).toSorted()).toEqual(['daily', 'practice'])

      await world.ledger.forgetting.forget(inOne, 'everywhere', monday + 3 * hour)
      expect(await world.ledger.people.placesOf(inTwo.id)).toEqual([])
      expect(await world.ledger.memories.log('discord:u:eve', '2026-01-01')).toEqual([])
      expect(await world.ledger.forgetting.known(inTwo)).toEqual({ here: false, elsewhere: false, alone: false })
    })

    it('ends that somebody manages a quiz of the group', async () => {
      const world = await newWorld()
      await world.setUp({ managers: [ada.id, ben.id] })
      await world.answer(await world.post(), ada, 'b')
      await world.ledger.forgetting.forget(ada, 'here', monday + day)
      expect((await world.ledger.quizzes.at(place))?.managers).toEqual([ben.id])
    })

    it('everywhere ends it in other groups as well, where somebody only manages', async () => {
      const world = await newWorld()
      await world.setUp({ group: 'discord:1', place: 'discord:1/1' })
      await world.setUp({ group: 'discord:2', place: 'discord:2/1', managers: [inTwo.id, 'discord:2/Someone'] })
      expect(await world.ledger.forgetting.known(inOne)).toEqual({ here: false, elsewhere: true, alone: false })
      await world.ledger.forgetting.forget(inOne, 'everywhere', monday)
      expect((await world.ledger.quizzes.at('discord:2/1'))?.managers).toEqual(['discord:2/Someone'])
      expect(await world.ledger.forgetting.known(inOne)).toEqual({ here: false, elsewhere: false, alone: false })
    })

    it('of somebody who is not known does nothing', async () => {
      const { world } = await closedQuestion()
      const before = short(await world.board())
      await world.ledger.forgetting.forget(someone('Nobody'), 'everywhere', monday)
      expect(short(await world.board())).toEqual(before)
    })
  })
}
