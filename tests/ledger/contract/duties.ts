// The quarterly reviews of duties: each quarter is claimed once in a channel, also when the channel goes on under another id.
import { describe, expect, it } from 'vitest'
import { unknownEnd } from '../../../src/core/post-once.ts'
import { day, hour, minute, place } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const march = Date.parse('2026-03-10T12:00Z')
const before = Date.parse('2026-03-31T12:00Z')
const due = Date.parse('2026-04-01T07:00Z')
const there = 'slack:T1/C9'
const summer = Date.parse('2026-07-01T07:00Z')

export function dutiesContract(openLedger: OpenLedger): void {
  describe('a quarterly review', () => {
    const newWorld = newWorlds(openLedger)

    async function switchedOn(from = march) {
      const world = await newWorld()
      await world.setUp({ time: '09:00', zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5] })
      await world.ledger.duties.switch(place, 'on', from)
      return world.ledger
    }

    it('is off until somebody switches it on, and nothing without a quiz', async () => {
      const { ledger, setUp } = await newWorld()
      await ledger.duties.switch(place, 'on', march)
      expect(await ledger.duties.of(place)).toBeUndefined()
      await setUp()
      await ledger.duties.switch(place, 'off', march)
      expect([await ledger.duties.of(place), await ledger.duties.claimDue(due, 9)]).toEqual([undefined, []])
      await ledger.duties.switch(place, 'on', march)
      expect(await ledger.duties.of(place)).toMatchObject({ on: true, quarter: '2026-Q2', posted: null })
    })

    it('is claimed once for a quarter', async () => {
      const { duties } = await switchedOn()
      expect(await duties.claimDue(before, 9)).toEqual([])
      expect(await duties.claimDue(due - minute, 9)).toEqual([])
      expect(await duties.claimDue(due, 9)).toMatchObject([{ place, quarter: '2026-Q2' }])
      expect(await duties.claimDue(due, 9)).toEqual([])
      expect(await duties.claimDue(due + day, 9)).toEqual([])
      await duties.switch(place, 'off', due)
      await duties.switch(place, 'on', due - hour)
      expect(await duties.claimDue(due + hour, 9)).toEqual([])
      expect(await duties.claimDue(summer, 9)).toMatchObject([{ place, quarter: '2026-Q3' }])
    })

    it('is claimed again after it was given back, and not after an unclear failure', async () => {
      const { duties } = await switchedOn()
      const [claimed] = await duties.claimDue(due, 9)
      if (claimed === undefined) throw new Error('nothing was claimed')
      await duties.giveBack(claimed, due + hour, 'The bot isn’t here.')
      expect(await duties.of(place)).toMatchObject({ quarter: '2026-Q2', problem: 'The bot isn’t here.' })
      expect(await duties.claimDue(due + hour - 1, 9)).toEqual([])
      expect(await duties.claimDue(due + hour, 9)).toEqual([claimed])
      await duties.noteProblem(claimed, 'No answer.')
      expect(await duties.of(place)).toMatchObject({ quarter: '2026-Q3', posted: '2026-Q2', problem: 'No answer.' })
      expect(await duties.claimDue(due + day, 9)).toEqual([])
    })

    it('may be missing from when it is claimed until somebody notes that it was posted', async () => {
      const { duties } = await switchedOn()
      const [claimed] = await duties.claimDue(due, 9)
      if (claimed === undefined) throw new Error('nothing was claimed')
      expect((await duties.of(place))?.problem).toBe(unknownEnd)
      await duties.notePosted(claimed, 'message')
      expect(await duties.of(place)).toMatchObject({ posted: '2026-Q2', problem: null })
    })

    it('is never claimed while it is off, and off once its quiz is removed', async () => {
      const { duties, quizzes } = await switchedOn()
      await duties.switch(place, 'off', before)
      expect(await duties.claimDue(due, 9)).toEqual([])
      await duties.switch(place, 'on', due - hour)
      await quizzes.remove(place, () => undefined)
      expect(await duties.claimDue(due, 9)).toEqual([])
      expect((await duties.of(place))?.on).toBe(false)
    })

    it('goes along with its channel, and stays claimed there', async () => {
      const { duties, quizzes } = await switchedOn()
      await duties.claimDue(due, 9)
      await quizzes.move(place, there, (message) => message, due)
      expect(await duties.of(place)).toBeUndefined()
      expect(await duties.of(there)).toMatchObject({ on: true, posted: '2026-Q2' })
      expect(await duties.claimDue(due + hour, 9)).toEqual([])
      expect(await duties.claimDue(summer, 9)).toMatchObject([{ place: there, quarter: '2026-Q3' }])
    })

    it('is taken over from the new id, where its quarter may have been posted already', async () => {
      const world = await newWorld()
      const { duties, quizzes } = world.ledger
      const settings = { time: '09:00', zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5] } as const
      await world.setUp({ ...settings, place: there })
      await duties.switch(there, 'on', march)
      await duties.claimDue(due, 9)
      await world.setUp(settings)
      await duties.switch(place, 'on', march)
      await quizzes.move(place, there, (message) => message, due)
      expect(await duties.claimDue(due + hour, 9)).toEqual([])
      expect(await duties.claimDue(summer, 9)).toMatchObject([{ place: there, quarter: '2026-Q3' }])
    })
  })
}
