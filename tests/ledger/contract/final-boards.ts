// Final boards: claimed once, given back, and drawn again.
import { describe, expect, it } from 'vitest'
import type { Ending } from '../../../src/core/final-board.ts'
import { unknownEnd } from '../../../src/core/post-once.ts'
import { ada, ben, day, group, hour, minute, monday, place, quizOf, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const week: Ending = { from: '2026-01-05', to: '2026-01-11', name: null }
const due = monday + 7 * day - hour

export function finalBoardsContract(openLedger: OpenLedger): void {
  describe('a final board', () => {
    const newWorld = newWorlds(openLedger)

    async function played(feedback: 'instant' | 'at-close' = 'instant'): Promise<World> {
      const world = await newWorld()
      await world.setUp({ feedback })
      await world.ledger.finalBoards.choose(place, 'week', monday)
      await world.answer(await world.post(monday), ada, 'b')
      return world
    }

    it('is claimed once when it is due, and not while an answer may still count', async () => {
      const { ledger } = await played('at-close')
      expect(await ledger.finalBoards.claimDue(due - 1, 9)).toEqual([])
      expect(await ledger.finalBoards.claimDue(due, 9)).toEqual([])
      await ledger.closing.closeDue(due, 9)
      expect(await ledger.finalBoards.claimDue(due + minute, 9)).toEqual([{ place, ending: week, dueAt: due }])
      expect(await ledger.finalBoards.claimDue(due + 2 * hour, 9)).toEqual([])
    })

    it('is due again if it was certainly not posted, and says why', async () => {
      const { ledger } = await played()
      await ledger.closing.closeDue(due, 9)
      const [claimed] = await ledger.finalBoards.claimDue(due, 9)
      if (claimed === undefined) throw new Error('nothing is claimed')
      await ledger.finalBoards.giveBack(claimed, due + hour, 'Invite it.')
      expect(await ledger.finalBoards.of(place)).toMatchObject({ week: true, season: false, problem: 'Invite it.' })
      expect(await ledger.finalBoards.claimDue(due + minute, 9)).toEqual([])
      expect(await ledger.finalBoards.claimDue(due + hour, 9)).toHaveLength(1)
      expect((await ledger.finalBoards.of(place)).problem).toBe(unknownEnd)
      await ledger.finalBoards.noteProblem(claimed, 'No answer.')
      expect(await ledger.finalBoards.claimDue(due + 9 * hour, 9)).toEqual([])
    })

    it('may be missing from when it is claimed until somebody notes that it was posted, or that there was nothing to post', async () => {
      for (const message of ['message', null]) {
        const { ledger } = await played()
        await ledger.closing.closeDue(due, 9)
        const [claimed] = await ledger.finalBoards.claimDue(due, 9)
        if (claimed === undefined) throw new Error('nothing is claimed')
        expect((await ledger.finalBoards.of(place)).problem).toBe(unknownEnd)
        await ledger.finalBoards.notePosted(claimed, message)
        expect((await ledger.finalBoards.of(place)).problem).toBeNull()
        expect(await ledger.finalBoards.claimDue(due + 9 * hour, 9)).toEqual([])
      }
    })

    it('that is never posted keeps the reason why', async () => {
      const { ledger } = await played()
      await ledger.closing.closeDue(due, 9)
      const [claimed] = await ledger.finalBoards.claimDue(due, 9)
      if (claimed === undefined) throw new Error('nothing is claimed')
      await ledger.finalBoards.giveBack(claimed, due + hour, 'Invite it.')
      expect(await ledger.finalBoards.claimDue(due + 8 * day, 9)).toEqual([])
      expect((await ledger.finalBoards.of(place)).problem).toBe('Invite it.')
    })

    it('is drawn again for those on it alone, once', async () => {
      const { ledger } = await played()
      await ledger.closing.closeDue(due, 9)
      const [claimed] = await ledger.finalBoards.claimDue(due, 9)
      if (claimed === undefined) throw new Error('nothing is claimed')
      await ledger.finalBoards.notePosted(claimed, 'message')
      await ledger.people.setHidden(ben, true)
      expect(await ledger.finalBoards.stale(9)).toEqual([])
      await ledger.people.setHidden(ada, true)
      const [stale] = await ledger.finalBoards.stale(9)
      expect(stale).toEqual({ place, ending: week, message: 'message', stale: 1 })
      if (stale === undefined) throw new Error('nothing is stale')
      await ledger.forgetting.forget({ ...ada, group }, 'here', due)
      await ledger.finalBoards.markDrawn(stale)
      expect(await ledger.finalBoards.stale(9)).toMatchObject([{ stale: 2 }])
      await ledger.finalBoards.markDrawn({ ...stale, stale: 2 })
      expect(await ledger.finalBoards.stale(9)).toEqual([])
    })

    it('moves with its channel, whose posts get other names, and ends with its quiz', async () => {
      const { ledger } = await played()
      await ledger.closing.closeDue(due, 9)
      const [claimed] = await ledger.finalBoards.claimDue(due, 9)
      if (claimed === undefined) throw new Error('nothing is claimed')
      await ledger.finalBoards.notePosted(claimed, 'message')
      await ledger.quizzes.move(place, 'slack:T1/C9', (message) => `new ${message}`, due)
      await ledger.people.setHidden(ada, true)
      expect(await ledger.finalBoards.stale(9)).toMatchObject([{ place: 'slack:T1/C9', message: 'new message' }])
      expect(await ledger.finalBoards.of('slack:T1/C9')).toMatchObject({ week: true })
      await ledger.quizzes.change('slack:T1/C9', 'retire', due, (quiz) => ({ quiz: { ...(quiz ?? quizOf()), paused: true, retired: 'deleted' as const } }))
      await ledger.quizzes.remove('slack:T1/C9', () => undefined)
      expect(await ledger.finalBoards.claimDue(due + 7 * day, 9)).toEqual([])
      expect(await ledger.finalBoards.of('slack:T1/C9')).toMatchObject({ week: false })
    })

    it('of a channel that is not known is none', async () => {
      const { ledger } = await newWorld()
      await ledger.finalBoards.choose(place, 'both', monday)
      expect(await ledger.finalBoards.of(place)).toEqual({ week: false, season: false, since: '', problem: null })
    })
  })
}
