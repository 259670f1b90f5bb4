// The recaps of weeks: each is claimed once in a channel, also when the channel goes on under another id.
import { describe, expect, it } from 'vitest'
import { unknownEnd } from '../../../src/core/post-once.ts'
import type { Quiz } from '../../../src/core/quiz.ts'
import { ada, ben, day, group, hour, minute, monday, place, wordsOf } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const there = 'slack:T1/C9'
const week = '2026-01-05'
const due = monday + 7 * day - hour

export function weeklyContract(openLedger: OpenLedger): void {
  describe('a weekly recap', () => {
    const newWorld = newWorlds(openLedger)

    /** A week of three questions, which Ada answers always and Ben once; all are closed. */
    async function played(change: Partial<Quiz> = {}) {
      const world = await newWorld()
      await world.setUp({ time: '09:00', zone: 'UTC', days: [1, 3, 5], weekly: true, ...change })
      for (const later of [0, 2, 4]) {
        const at = monday + later * day
        const round = await world.post(at)
        await world.answer(round, ada, 'b', at + minute)
        if (later === 2) await world.answer(round, ben, 'a', at + minute)
        await world.ledger.closing.closeDue(round.closesAt, 9)
      }
      return world.ledger
    }

    const turn = (ledger: Awaited<ReturnType<typeof played>>, weekly: boolean, at: number) =>
      ledger.quizzes.change(place, `weekly ${at}`, at, (quiz) => (quiz === undefined ? { refusal: undefined } : { quiz: { ...quiz, weekly } }))

    it('is claimed once, when its week is over', async () => {
      const { weekly } = await played()
      expect(await weekly.claimDue(due - minute, 9)).toEqual([])
      expect(await weekly.claimDue(due, 9)).toEqual([{ place, week, dueAt: due }])
      for (const later of [0, minute, hour, day, 6 * day]) expect(await weekly.claimDue(due + later, 9)).toEqual([])
    })

    it('is claimed again after it was given back, and not after an unclear failure', async () => {
      const { weekly } = await played()
      const [claimed] = await weekly.claimDue(due, 9)
      if (claimed === undefined) throw new Error('nothing was claimed')
      await weekly.giveBack(claimed, due + hour, 'The bot isn’t here.')
      expect((await weekly.state(place, due))?.problem).toBe('The bot isn’t here.')
      expect(await weekly.claimDue(due + hour - 1, 9)).toEqual([])
      expect(await weekly.claimDue(due + hour, 9)).toEqual([claimed])
      await weekly.noteProblem(claimed, 'No answer.')
      expect(await weekly.claimDue(due + day, 9)).toEqual([])
      expect(await weekly.state(place, due + day)).toMatchObject({ latest: week, problem: 'No answer.' })
    })

    it('may be missing from when it is claimed until somebody notes that it was posted, or that there was nothing to post', async () => {
      for (const message of ['the post', null]) {
        const { weekly } = await played()
        const [claimed] = await weekly.claimDue(due, 9)
        if (claimed === undefined) throw new Error('nothing was claimed')
        expect((await weekly.state(place, due))?.problem).toBe(unknownEnd)
        await weekly.notePosted(claimed, message)
        expect((await weekly.state(place, due))?.problem).toBeNull()
        expect(await weekly.claimDue(due + day, 9)).toEqual([])
      }
    })

    it('that is never posted keeps the reason why', async () => {
      const { weekly } = await played()
      const [claimed] = await weekly.claimDue(due, 9)
      if (claimed === undefined) throw new Error('nothing was claimed')
      await weekly.giveBack(claimed, due + hour, 'Invite it.')
      expect(await weekly.claimDue(due + 8 * day, 9)).toEqual([])
      expect((await weekly.state(place, due + 8 * day))?.problem).toBe('Invite it.')
    })

    it('comes for no week that was over when it was switched on', async () => {
      const ledger = await played({ weekly: false })
      expect(await ledger.weekly.claimDue(due, 9)).toEqual([])
      await turn(ledger, true, due + minute)
      expect(await ledger.weekly.claimDue(due + minute, 9)).toEqual([])
      const other = await played({ weekly: false })
      await turn(other, true, due - hour)
      await turn(other, false, due - 2 * minute)
      await turn(other, true, due - minute)
      expect(await other.weekly.claimDue(due, 9)).toHaveLength(1)
    })

    it('has what a week is told from, without those who hide', async () => {
      const { weekly, people } = await played()
      const material = await weekly.material(place, week)
      expect(material).toMatchObject({ week, people: 2, peopleBefore: 0, everyDay: { names: ['Ada'], count: 1 } })
      expect(material?.rounds.map(({ answered, votes }) => [answered, votes?.length])).toEqual([[1, 1], [2, 2], [1, 1]])
      await people.setAlias(ada, 'Blue Heron')
      expect((await weekly.material(place, week))?.everyDay.names).toEqual([])
      await people.setHidden(ada, true)
      expect((await weekly.material(place, week))?.everyDay).toEqual({ names: [], count: 0 })
      expect(await weekly.material(there, week)).toBeUndefined()
    })

    it('is drawn again when somebody who took part hides, comes back, or is forgotten', async () => {
      const { weekly, people, forgetting } = await played()
      await people.setHidden(ada, true)
      expect(await weekly.stale(9)).toEqual([])
      const [claimed] = await weekly.claimDue(due, 9)
      if (claimed === undefined) throw new Error('nothing was claimed')
      await weekly.notePosted(claimed, 'the post')
      await people.setHidden(ben, true)
      const [first] = await weekly.stale(9)
      if (first === undefined) throw new Error('nothing is stale')
      expect(first).toEqual({ place, week, message: 'the post', stale: 1 })
      await people.setHidden(ada, false)
      await weekly.markDrawn(first)
      expect(await weekly.stale(9)).toEqual([{ ...first, stale: 2 }])
      await weekly.markDrawn({ ...first, stale: 2 })
      expect(await weekly.stale(9)).toEqual([])
      await forgetting.forget({ ...ada, group }, 'here', due)
      expect(await weekly.stale(9)).toHaveLength(1)
    })

    it('is drawn again when a question of its week is corrected', async () => {
      const { weekly, corrections, rounds } = await played()
      const [claimed] = await weekly.claimDue(due, 9)
      if (claimed === undefined) throw new Error('nothing was claimed')
      await weekly.notePosted(claimed, 'the post')
      const [round] = await rounds.latest(place, 1)
      await corrections.correct(round?.id ?? '', { change: { kind: 'void' }, why: '', version: 0, words: wordsOf('?') }, 'operator', due)
      expect(await weekly.stale(9)).toHaveLength(1)
    })

    it('goes along with its channel, and stays claimed there', async () => {
      const { weekly, quizzes, people } = await played()
      const [claimed] = await weekly.claimDue(due, 9)
      if (claimed === undefined) throw new Error('nothing was claimed')
      await weekly.notePosted(claimed, 'the post')
      await quizzes.move(place, there, (message) => `${message} there`, due)
      expect(await weekly.claimDue(due + hour, 9)).toEqual([])
      expect((await weekly.state(there, due + hour))?.latest).toBe(week)
      await people.setHidden(ada, true)
      expect(await weekly.stale(9)).toMatchObject([{ place: there, message: 'the post there' }])
      expect(await weekly.state(place, due)).toBeUndefined()
    })

    it('is taken over from the new id, where its week may have been posted already', async () => {
      const ledger = await played()
      await ledger.weekly.claimDue(due, 9)
      await ledger.quizzes.move(place, there, (message) => message, due)
      const quiz = await ledger.quizzes.at(there)
      if (quiz === undefined) throw new Error('the quiz is gone')
      await ledger.quizzes.change(place, 'again', due, () => ({ quiz: { ...quiz, place } }))
      await ledger.quizzes.move(there, place, (message) => message, due)
      expect(await ledger.weekly.claimDue(due + hour, 9)).toEqual([])
    })
  })
}
