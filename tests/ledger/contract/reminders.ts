// Reminders: one for each account, due at its moment, and with what says whether it is a day off.
import { describe, expect, it } from 'vitest'
import { ada, day, hour, minute, monday } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const reminder = { time: '08:30', zone: 'Europe/Berlin' }

export function remindersContract(openLedger: OpenLedger): void {
  describe('a reminder', () => {
    const newWorld = newWorlds(openLedger)

    it('is due from its moment on, until it is put off', async () => {
      const { reminders } = (await newWorld()).ledger
      expect(await reminders.of('slack:T1/Ada')).toBeUndefined()
      await reminders.set('slack:T1/Ada', { ...reminder, nextAt: monday + hour })
      await reminders.set('slack:T1/Ben', { ...reminder, nextAt: monday })
      expect(await reminders.of('slack:T1/Ada')).toEqual(reminder)
      expect((await reminders.due(monday + hour - 1, 9)).map(({ account }) => account)).toEqual(['slack:T1/Ben'])
      const due = await reminders.due(monday + hour, 9)
      expect(due.map(({ account }) => account)).toEqual(['slack:T1/Ben', 'slack:T1/Ada'])
      expect((await reminders.due(monday + hour, 1)).map(({ account }) => account)).toEqual(['slack:T1/Ben'])
      for (const each of due) await reminders.putOff(each, monday + day)
      expect(await reminders.due(monday + hour, 9)).toEqual([])
      expect(await reminders.due(monday + day, 9)).toHaveLength(2)
    })

    it('stays as it is where it was changed or turned off meanwhile', async () => {
      const { reminders } = (await newWorld()).ledger
      await reminders.set('slack:T1/Ada', { ...reminder, nextAt: monday })
      const [due] = await reminders.due(monday, 9)
      await reminders.set('slack:T1/Ada', { ...reminder, time: '10:00', nextAt: monday + minute })
      if (due !== undefined) await reminders.putOff(due, monday + day)
      expect((await reminders.due(monday + minute, 9)).map(({ time }) => time)).toEqual(['10:00'])
      await reminders.set('slack:T1/Ada', null)
      expect(await reminders.of('slack:T1/Ada')).toBeUndefined()
      expect(await reminders.due(monday + day, 9)).toEqual([])
    })

    it('knows the days of the quizzes that run around the account, and whether it left', async () => {
      const { ledger, setUp } = await newWorld()
      await ledger.people.setHidden(ada, false)
      await ledger.reminders.set(ada.id, { ...reminder, nextAt: monday })
      const due = async () => (await ledger.reminders.due(monday, 9)).map(({ quizzes, gone }) => ({ days: quizzes.map(({ days }) => days), gone }))
      expect(await due()).toEqual([{ days: [], gone: false }])
      await setUp({ days: [1, 3] })
      expect(await due()).toEqual([{ days: [[1, 3]], gone: false }])
      await ledger.people.setPresence([{ person: ada.id, gone: true }], monday)
      expect(await due()).toEqual([{ days: [], gone: true }])
      await ledger.people.setPresence([{ person: ada.id, gone: false }], monday)
      await setUp({ days: [1, 3], paused: true })
      expect(await due()).toEqual([{ days: [], gone: false }])
    })
  })
}
