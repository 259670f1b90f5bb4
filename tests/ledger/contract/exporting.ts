// Exporting: all that is kept of one user, from every group and from what they studied alone, and nothing of anybody else.
import { describe, expect, it } from 'vitest'
import type { Task } from '../../../src/core/session.ts'
import { ben, day, hour, minute, monday, someone, wordedBank, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

/** The same Discord user in three servers, of which she only manages in the third. */
const eve = (server: number) => ({ ...someone('Eve', `discord:${server}`), account: 'discord:u:eve', name: `Eve of ${server}` })
const task = (item: string): Task => ({ item, order: ['a', 'b'], key: ['b'], content: 1 })

export async function eveAndOthers(world: World): Promise<void> {
  const { ledger, setUp, answer } = world
  for (const server of [1, 2, 3]) await setUp({ group: `discord:${server}`, place: `discord:${server}/1`, managers: [eve(server).id, ben.id], openMinutes: 60, feedback: server === 2 ? 'at-close' : 'instant' })
  for (const { round } of await ledger.delivery.claimDue(monday, wordedBank(), 9)) {
    await ledger.delivery.markSending(round.id, monday, null)
    await ledger.delivery.confirmPosted(round.id, `message ${round.id}`, monday)
    if (round.group === 'discord:3') continue
    await answer(round, eve(Number(round.group.slice(-1))), 'b', monday + minute)
    await answer(round, { ...someone('Zoe', round.group), name: 'Zoe Zanzibar' }, 'a', monday + minute)
  }
  await ledger.people.setAlias(eve(2), 'Blue Heron')
  const { session } = await ledger.sessions.start('discord:u:eve', { id: 'e'.repeat(16), kind: 'practice', about: null, tasks: [task('question:alone'), task('question:next')], zone: 'UTC', startedAt: monday, endsAt: null })
  await ledger.sessions.act('discord:u:eve', session.id, { kind: 'answer', position: 0, chosen: ['b'] }, monday + hour)
  await ledger.ticks.set('discord:u:eve', 'say-who', true, monday)
  await ledger.reminders.set('discord:u:eve', { time: '08:30', zone: 'UTC', nextAt: monday + day })
  await ledger.memories.setPaused('discord:u:eve', 'question:aside', true, monday)
  await ledger.memories.of('discord:u:eve')
}

export function exportingContract(openLedger: OpenLedger): void {
  describe('exporting', () => {
    const newWorld = newWorlds(openLedger)

    it('gives all of one user: each group, what they studied alone, and what they manage', async () => {
      const world = await newWorld()
      await eveAndOthers(world)
      const all = await world.ledger.exporting.of(eve(1))
      expect(all).toMatchObject({
        accounts: ['discord:u:eve'], courses: [], chosenCourse: null,
        groups: [
          { group: 'discord:1', person: eve(1).id, name: 'Eve of 1', shown: 'name', alias: null, left: false, manages: ['discord:1/1'], channels: [{ channel: 'discord:1/1', streak: 1 }] },
          { group: 'discord:2', person: eve(2).id, shown: 'alias', alias: 'Blue Heron', manages: ['discord:2/1'] },
          { group: 'discord:3', person: eve(3).id, name: null, manages: ['discord:3/1'], answers: [] },
        ],
        setAside: [{ item: 'question:aside' }],
        ticks: [{ item: 'say-who' }],
        sessions: [{ kind: 'practice', tasks: 2, endedAt: null, answers: [{ item: 'question:alone', chosen: ['b'], guessed: false, flagged: false }] }],
        reminders: [{ time: '08:30' }],
      })
      const [first, second] = all?.groups ?? []
      expect(first?.answers).toMatchObject([{ at: monday + minute, channel: 'discord:1/1', chosen: [{ option: 'b', text: 'Option b' }], right: true, points: 1 }])
      expect(first?.answers[0]?.text).toMatch(/^question-\d\?$/u)
      expect(first?.scores).toHaveLength(6)
      expect(all?.studied.map(({ source }) => source)).toEqual(['daily', 'practice'])
      expect(all?.memories.length).toBe(2)
      expect(second?.answers).toMatchObject([{ right: null, points: null }])
    })

    it('has nothing of anybody else in it, and neither what would be right nor what is to come', async () => {
      const world = await newWorld()
      await eveAndOthers(world)
      const text = JSON.stringify(await world.ledger.exporting.of(eve(2)))
      expect(text).not.toMatch(/Zoe|Zanzibar|Ben|question:next|"key"/u)
      expect(JSON.stringify(await world.ledger.exporting.of({ ...someone('Zoe', 'discord:1'), name: 'Zoe' }))).not.toMatch(/eve|Heron|Ben/iu)
    })

    it('is the same from each group of the user, and nothing for somebody who is not known or was forgotten', async () => {
      const world = await newWorld()
      await eveAndOthers(world)
      const all = await world.ledger.exporting.of(eve(1))
      expect(await world.ledger.exporting.of(eve(2))).toEqual(all)
      expect(await world.ledger.exporting.of(someone('Nobody'))).toBeUndefined()
      await world.ledger.forgetting.forget(eve(2), 'everywhere', monday + day)
      for (const server of [1, 2, 3]) expect(await world.ledger.exporting.of(eve(server))).toBeUndefined()
    })
  })
}
