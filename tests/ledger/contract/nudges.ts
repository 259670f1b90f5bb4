// Reminders before a question closes: asked for channel by channel, claimed once for each question.
import { describe, expect, it } from 'vitest'
import { ada, ben, day, group, hour, minute, monday, place } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const there = 'slack:T1/C9'
const close = monday + 8 * hour
const due = close - 30 * minute

export function nudgesContract(openLedger: OpenLedger): void {
  describe('a reminder before the close', () => {
    const newWorld = newWorlds(openLedger)

    /** A question that is open for eight hours, and Ada and Ben, who asked before it. */
    async function asked() {
      const world = await newWorld()
      await world.setUp({ openMinutes: 480 })
      for (const who of [ada, ben]) await world.ledger.nudges.set(who, place, 30, monday - hour)
      return { ...world, round: await world.post(monday) }
    }

    const names = async ({ ledger }: Pick<Awaited<ReturnType<typeof asked>>, 'ledger'>, at: number, limit = 9) => (await ledger.nudges.claimDue(at, limit)).due.map(({ person }) => person).toSorted()

    it('is off until somebody asks for it, and in no channel without a quiz', async () => {
      const { ledger, setUp } = await newWorld()
      await ledger.nudges.set(ada, place, 30, monday)
      expect(await ledger.nudges.of({ id: ada.id, group }, place)).toBeNull()
      await setUp()
      await ledger.nudges.set(ada, place, null, monday)
      await ledger.nudges.set(ada, place, 30, monday)
      await ledger.nudges.set(ada, place, 60, monday)
      expect([await ledger.nudges.of({ id: ada.id, group }, place), await ledger.nudges.of({ id: ben.id, group }, place)]).toEqual([60, null])
      expect(await ledger.people.placesOf(ada.id)).toEqual([place])
      await ledger.nudges.set(ada, place, null, monday)
      expect([await ledger.nudges.of({ id: ada.id, group }, place), await ledger.people.placesOf(ada.id)]).toEqual([null, [place]])
    })

    it('is claimed once, of those who have not answered, and for each question anew', async () => {
      const world = await asked()
      await world.answer(world.round, ben, 'b')
      expect(await names(world, due - 1)).toEqual([])
      expect(await names(world, due)).toEqual([ada.id])
      expect(await names(world, due)).toEqual([])
      await world.ledger.closing.closeDue(close, 9)
      await world.post(monday + day)
      expect(await names(world, monday + day)).toEqual([])
      expect(await names(world, due + day)).toEqual([ada.id, ben.id])
    })

    it('comes for a question that was open already when somebody asked', async () => {
      const world = await asked()
      await world.ledger.nudges.set(ada, place, 60, monday + hour)
      expect(await names(world, close - hour)).toEqual([ada.id])
      await world.ledger.nudges.set(ada, place, 30, due + minute)
      expect(await names(world, due + 2 * minute)).toEqual([ben.id])
    })

    it('is claimed a few at a time', async () => {
      const world = await asked()
      expect(await names(world, due, 1)).toHaveLength(1)
      expect(await names(world, due, 1)).toHaveLength(1)
      expect(await world.ledger.nudges.claimDue(due, 1)).toEqual({ looked: 0, due: [] })
    })

    it('never comes after the close, to somebody who is away or gone, or where it was turned off', async () => {
      expect(await names(await asked(), close)).toEqual([])
      const world = await asked()
      await world.ledger.absences.change(ada, monday, () => ({ ranges: [{ from: '2026-01-05', to: '2026-01-06' }] }))
      await world.ledger.people.setPresence([{ person: ben.id, gone: true }], monday)
      expect(await names(world, due)).toEqual([])
      const other = await asked()
      await other.ledger.nudges.set(ada, place, null, monday)
      await other.ledger.quizzes.change(place, 'pause', monday, (quiz) => (quiz === undefined ? { refusal: undefined } : { quiz: { ...quiz, paused: true } }))
      expect(await names(other, due)).toEqual([])
    })

    it('goes along with its channel, is exported, and is forgotten with its person', async () => {
      const world = await asked()
      const { nudges, quizzes, exporting, forgetting } = world.ledger
      await quizzes.move(place, there, (message) => message, monday)
      expect([await nudges.of({ id: ada.id, group }, place), await nudges.of({ id: ada.id, group }, there)]).toEqual([null, 30])
      expect((await exporting.of(ada))?.groups[0]?.closeReminders).toEqual([{ channel: there, minutes: 30, nextAt: due }])
      await forgetting.forget(ada, 'here', monday)
      expect(await names(world, due)).toEqual([ben.id])
    })
  })
}
