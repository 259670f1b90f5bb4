// How a channel does: its closed rounds with their votes, and how the people of one do in the others.
import { describe, expect, it } from 'vitest'
import type { Comparison } from '../../../src/core/discrimination.ts'
import type { PersonSeen } from '../../../src/ledger/people.ts'
import type { Round } from '../../../src/core/round.ts'
import { ada, ben, cleo, day, minute, monday, place, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

export function insightContract(openLedger: OpenLedger): void {
  describe('closed rounds with their results', () => {
    const newWorld = newWorlds(openLedger)

    /** A round that these people answered, closed. */
    async function played({ ledger, post, answer }: World, at: number, answers: readonly (readonly [PersonSeen, string])[]) {
      const round = await post(at)
      for (const [person, option] of answers) await answer(round, person, option, at + minute)
      await ledger.closing.closeDue(round.closesAt, 10)
      return round
    }

    it('come the oldest first, from a day on, with how people chose; open ones are left out', async () => {
      const world = await newWorld()
      await world.setUp()
      const first = await played(world, monday, [[ada, 'b'], [ben, 'a']])
      const second = await played(world, monday + day, [[ada, 'b'], [ben, 'b']])
      await world.post(monday + 2 * day)
      expect(await world.ledger.insight.closed(place, '2026-01-05')).toEqual([
        { id: first.id, question: first.question, day: '2026-01-05', extra: false, key: ['b'], answered: 2, votes: [{ chosen: ['a'], people: 1 }, { chosen: ['b'], people: 1 }] },
        { id: second.id, question: second.question, day: '2026-01-06', extra: false, key: ['b'], answered: 2, votes: [{ chosen: ['b'], people: 2 }] },
      ])
      expect((await world.ledger.insight.closed(place, '2026-01-06')).map(({ id }) => id)).toEqual([second.id])
      expect(await world.ledger.insight.closed('slack:T1/C9', '2026-01-05')).toEqual([])
    })

    it('have no votes where a post would not show them', async () => {
      const world = await newWorld()
      await world.setUp()
      await played(world, monday, [[ada, 'b'], [ben, 'a']])
      await world.ledger.people.setHidden(ben, true)
      expect(await world.ledger.insight.closed(place, '2026-01-05')).toMatchObject([{ answered: 2, votes: null }])
    })

    it('say how people do in their other rounds, once they have answered enough of them', async () => {
      const world = await newWorld()
      await world.setUp()
      const rounds: Round[] = []
      for (let count = 0; count < 6; count += 1) {
        const at = monday + (count < 5 ? count : 7) * day
        rounds.push(await played(world, at, [[ada, 'b'], [ben, count % 2 === 0 ? 'b' : 'a'], ...(count > 0 ? [[cleo, 'b'] as const] : [])]))
      }
      const best = (one: Comparison, other: Comparison) => other.elsewhere - one.elsewhere
      const compared = async (at: number) => (await world.ledger.insight.comparisons(rounds[at]?.id ?? '')).toSorted(best)
      expect(await compared(0)).toEqual([{ chosen: ['b'], right: true, elsewhere: 1 }, { chosen: ['b'], right: true, elsewhere: 0.4 }])
      expect(await compared(1)).toEqual([{ chosen: ['b'], right: true, elsewhere: 1 }, { chosen: ['a'], right: false, elsewhere: 0.6 }])
      expect(await world.ledger.insight.comparisons('0123456789abcdef')).toEqual([])
    })
  })
}
