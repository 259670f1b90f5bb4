// The daily round from its claim to its post: never two for one date, and for each date a round or a reason.
import { describe, expect, it } from 'vitest'
import { bankOf, day, group, hour, minute, monday, place, quizOf } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const bank = bankOf()

export function deliveryContract(openLedger: OpenLedger): void {
  describe('the delivery', () => {
    const newWorld = newWorlds(openLedger)

    it('claims a due quiz once', async () => {
      const { ledger, setUp } = await newWorld()
      const quiz = await setUp()
      expect(await ledger.delivery.claimDue(monday - 1, bank, 10)).toEqual([])
      const [claim, ...more] = await ledger.delivery.claimDue(monday, bank, 10)
      expect(more).toEqual([])
      expect(claim).toMatchObject({ round: { state: 'claimed', occasion: '2026-01-05', dueAt: monday }, sendingSince: null })
      expect(claim?.quiz).toEqual({ ...quiz, lastDate: '2026-01-05', nextDate: '2026-01-06', nextAt: monday + day })
      expect(await ledger.delivery.claimDue(monday, bank, 10)).toEqual([])
      expect(await ledger.quizzes.at(place)).toEqual(claim?.quiz)
    })

    it('claims a due quiz once when asked twice at the same moment', async () => {
      const { ledger, setUp } = await newWorld()
      await setUp()
      const claims = await Promise.all([ledger.delivery.claimDue(monday, bank, 10), ledger.delivery.claimDue(monday, bank, 10)])
      expect(claims.flat()).toHaveLength(1)
    })

    it('leaves a paused quiz alone', async () => {
      const { ledger, setUp } = await newWorld()
      await setUp({ paused: true })
      expect(await ledger.delivery.claimDue(monday, bank, 10)).toEqual([])
    })

    it('keeps the question, its options and its key as the course had them', async () => {
      const { setUp, post, ledger } = await newWorld()
      await setUp({ openMinutes: 45 })
      const round = await post()
      expect(round.order.toSorted()).toEqual(['a', 'b', 'c', 'd'])
      expect(round).toMatchObject({ group, place, key: ['b'], zone: 'UTC', rolloverHour: 4, day: '2026-01-05', closesAt: monday + 45 * minute })
      expect(await ledger.rounds.latest(place, 5)).toEqual([round])
    })

    it('records the dates that were missed as one round and still posts the last one', async () => {
      const { ledger, setUp } = await newWorld()
      await setUp({ days: [1, 2, 3, 4, 5, 6, 7] })
      const claims = await ledger.delivery.claimDue(monday + 3 * day + hour, bank, 10)
      expect(claims.map(({ round }) => [round.occasion, round.state])).toEqual([
        ['2026-01-05', 'missed'],
        ['2026-01-08', 'claimed'],
      ])
      expect(claims[0]?.round).toMatchObject({ reason: expect.stringContaining('3 questions were due, from Jan 5, 2026 to Jan 7, 2026'), missedUntil: monday + 2 * day })
    })

    it('takes up a long absence of many quizzes in several calls', async () => {
      const { ledger, setUp } = await newWorld()
      for (let number = 0; number < 5; number++) await setUp({ place: `slack:T1/C${number}` })
      const now = monday + 900 * day
      const rounds: string[] = []
      while (await ledger.delivery.isDue(now)) rounds.push(...(await ledger.delivery.claimDue(now, bank, 3)).map(({ round }) => round.id))
      expect(new Set(rounds).size).toBe(10)
    })

    it('knows that more is due though a call claimed nothing', async () => {
      const { ledger, setUp } = await newWorld()
      await setUp({ place: 'slack:T1/C1' })
      await setUp({ place: 'slack:T1/C2' })
      expect(await ledger.delivery.isDue(monday - 1)).toBe(false)
      expect(await ledger.delivery.isDue(monday)).toBe(true)
      await ledger.delivery.claimDue(monday, bank, 1)
      expect(await ledger.delivery.isDue(monday)).toBe(true)
      await ledger.delivery.claimDue(monday, bank, 1)
      expect(await ledger.delivery.isDue(monday)).toBe(false)
    })

    it('shares a limit among the quizzes that are due the longest', async () => {
      const { ledger, setUp } = await newWorld()
      for (const number of [3, 1, 2]) await setUp({ place: `slack:T1/C${number}`, nextAt: monday + number })
      const places = async () => (await ledger.delivery.claimDue(monday + hour, bank, 2)).map(({ round }) => round.place)
      expect([await places(), await places()]).toEqual([['slack:T1/C1', 'slack:T1/C2'], ['slack:T1/C3']])
    })

    it('records a date that a manager skipped', async () => {
      const { ledger, setUp } = await newWorld()
      await setUp({ skipDate: '2026-01-05' })
      const [claim] = await ledger.delivery.claimDue(monday, bank, 10)
      expect(claim).toMatchObject({ round: { state: 'skipped' }, quiz: { skipDate: null, nextDate: '2026-01-06' } })
    })

    it('records why there is no round where the course has no question', async () => {
      const { ledger, setUp } = await newWorld()
      await setUp({ topics: ['nothing'] })
      const [claim] = await ledger.delivery.claimDue(monday, bank, 10)
      expect(claim?.round).toMatchObject({ state: 'failed', question: '', order: [], closesAt: monday })
      expect(claim?.round.reason).toContain('topics')
      expect(await ledger.delivery.unsent(monday, 10)).toEqual([])
    })

    it('never gives a date a second round, even where a quiz is set back', async () => {
      const { ledger, setUp, post } = await newWorld()
      await setUp()
      const round = await post()
      await setUp({ nextDate: '2026-01-05', nextAt: monday + hour })
      expect(await ledger.delivery.claimDue(monday + hour, bank, 10)).toEqual([])
      expect(await ledger.rounds.latest(place, 10)).toEqual([round])
      expect((await ledger.quizzes.at(place))?.nextDate).toBe('2026-01-06')
    })

    it('asks every question before any comes again', async () => {
      const { setUp, post } = await newWorld()
      await setUp({ days: [1, 2, 3, 4, 5, 6, 7] })
      const asked: string[] = []
      for (let date = 0; date < 10; date++) asked.push((await post(monday + date * day)).question)
      expect(new Set(asked.slice(0, 5)).size).toBe(5)
      expect(new Set(asked.slice(5)).size).toBe(5)
    })

    it('does not count a question that nobody saw', async () => {
      const { ledger, setUp, post } = await newWorld()
      await setUp()
      const [claim] = await ledger.delivery.claimDue(monday, bank, 1)
      await ledger.delivery.fail(claim?.round.id ?? '', 'The channel is archived.', monday)
      const seen = new Set<string>()
      for (let date = 1; date < 4; date++) seen.add((await post(monday + date * day, bankOf(3))).question)
      expect(seen.size).toBe(3)
    })

    it('hands out a claimed round until it is posted', async () => {
      const { ledger, setUp } = await newWorld()
      await setUp()
      const [claim] = await ledger.delivery.claimDue(monday, bank, 10)
      if (claim === undefined) throw new Error('nothing was claimed')
      expect(await ledger.delivery.unsent(monday, 10)).toEqual([claim])
      await ledger.delivery.markSending(claim.round.id, monday + 5, null)
      expect(await ledger.delivery.unsent(monday, 10)).toEqual([{ ...claim, round: { ...claim.round, state: 'sending' }, sendingSince: monday + 5 }])
      await ledger.delivery.confirmPosted(claim.round.id, 'message', monday + 9)
      expect(await ledger.delivery.unsent(monday, 10)).toEqual([])
      expect(await ledger.rounds.latest(place, 1)).toEqual([{ ...claim.round, state: 'open', message: 'message', openedAt: monday + 9 }])
    })

    it('leaves a deferred round alone until its time, and knows that nothing was sent', async () => {
      const { ledger, setUp } = await newWorld()
      await setUp()
      const [claim] = await ledger.delivery.claimDue(monday, bank, 10)
      const id = claim?.round.id ?? ''
      await ledger.delivery.markSending(id, monday, null)
      await ledger.delivery.defer(id, monday + minute, 'It has to wait.')
      expect(await ledger.delivery.unsent(monday + minute - 1, 10)).toEqual([])
      expect(await ledger.delivery.unsent(monday + minute, 10)).toMatchObject([{ round: { id, state: 'claimed' }, sendingSince: null }])
    })

    it('lets one of two that want to send a round have it', async () => {
      const { ledger, setUp } = await newWorld()
      await setUp()
      const [claim] = await ledger.delivery.claimDue(monday, bank, 10)
      const id = claim?.round.id ?? ''
      expect(await ledger.delivery.markSending(id, monday, null)).toBe(true)
      expect(await ledger.delivery.markSending(id, monday + 1, null)).toBe(false)
      // Whoever has looked for the post since may send it again, if nobody else was faster.
      expect(await ledger.delivery.markSending(id, monday + minute, monday)).toBe(true)
      expect(await ledger.delivery.markSending(id, monday + minute, monday)).toBe(false)
      expect(await ledger.delivery.unsent(monday + minute, 10)).toMatchObject([{ sendingSince: monday + minute }])
    })

    it('keeps why a round has to wait until it is posted', async () => {
      const { ledger, setUp } = await newWorld()
      await setUp()
      const [claim] = await ledger.delivery.claimDue(monday, bank, 10)
      const id = claim?.round.id ?? ''
      await ledger.delivery.defer(id, monday + minute, 'It has to wait.')
      expect((await ledger.rounds.latest(place, 1))[0]?.reason).toBe('It has to wait.')
      await ledger.delivery.confirmPosted(id, 'message', monday + minute)
      expect((await ledger.rounds.latest(place, 1))[0]?.reason).toBeNull()
    })

    it.each([[null, 0], [monday + minute, 1]])('leaves out a round that a manager does not want, and tells a manager if it should (from %s)', async (tell, told) => {
      const { ledger, setUp } = await newWorld()
      await setUp()
      const [claim] = await ledger.delivery.claimDue(monday, bank, 10)
      await ledger.delivery.skip(claim?.round.id ?? '', 'A manager paused it.', tell)
      expect(await ledger.delivery.unsent(monday + minute, 10)).toEqual([])
      expect((await ledger.rounds.latest(place, 1))[0]).toMatchObject({ state: 'skipped', reason: 'A manager paused it.' })
      expect(await ledger.news.toTell(monday + hour, 10)).toHaveLength(told)
    })

    it('hands out the round that has waited longest first', async () => {
      const { ledger, setUp } = await newWorld()
      for (const number of [2, 1, 3]) await setUp({ place: `slack:T1/C${number}`, nextAt: monday + number })
      await ledger.delivery.claimDue(monday + hour, bank, 10)
      expect((await ledger.delivery.unsent(monday + hour, 2)).map(({ round }) => round.place)).toEqual(['slack:T1/C1', 'slack:T1/C2'])
    })

    it('hands out one round of each group before a second of any', async () => {
      const { ledger, setUp } = await newWorld()
      for (const [number, group] of ['slack:T1', 'slack:T1', 'slack:T1', 'slack:T2'].entries()) {
        await setUp({ group, place: `${group}/C${number}`, nextAt: monday + number })
      }
      await ledger.delivery.claimDue(monday + hour, bank, 10)
      const places = async (limit: number) => (await ledger.delivery.unsent(monday + hour, limit)).map(({ round }) => round.place)
      expect(await places(10)).toEqual(['slack:T1/C0', 'slack:T2/C3', 'slack:T1/C1', 'slack:T1/C2'])
      expect(await places(2)).toEqual(['slack:T1/C0', 'slack:T2/C3'])
    })

    it('claims of all groups from the start where many are due at one moment', async () => {
      const { ledger, setUp } = await newWorld()
      for (const group of ['slack:T1', 'slack:T2']) for (let number = 0; number < 30; number++) await setUp({ group, place: `${group}/C${number}` })
      const groups = (await ledger.delivery.claimDue(monday, bank, 20)).map(({ round }) => round.group)
      expect(groups).toHaveLength(20)
      expect(new Set(groups).size).toBe(2)
    })

    it('changes nothing by a step that comes twice or too late', async () => {
      const { ledger, setUp, post } = await newWorld()
      await setUp()
      const round = await post()
      await ledger.delivery.confirmPosted(round.id, 'another message', monday + hour)
      await ledger.delivery.markSending(round.id, monday + hour, null)
      await ledger.delivery.defer(round.id, monday + hour, 'too late')
      await ledger.delivery.fail(round.id, 'too late', monday + hour)
      await ledger.closing.markRedrawn(round.id, 'too early')
      await ledger.delivery.confirmPosted('0000000000000000', 'of no round', monday)
      expect(await ledger.rounds.latest(place, 10)).toEqual([round])
    })

    it('says why a round was not posted, and takes no answers for it', async () => {
      const { ledger, setUp, answer } = await newWorld()
      await setUp()
      const [claim] = await ledger.delivery.claimDue(monday, bank, 10)
      if (claim === undefined) throw new Error('nothing was claimed')
      await ledger.delivery.fail(claim.round.id, 'The channel is archived.', monday)
      expect(await ledger.rounds.latest(place, 1)).toMatchObject([{ state: 'failed', reason: 'The channel is archived.', message: null }])
      expect((await answer(claim.round, { id: 'slack:T1/Ada', group, name: 'Ada' }, 'b'))?.verdict).toEqual({ kind: 'not-open' })
    })

    it('makes one round of a manager’s wish, also when the wish is delivered again the next day', async () => {
      const { ledger, setUp, post } = await newWorld()
      await setUp()
      await post()
      const claim = await ledger.delivery.claimExtra(place, 'event', monday + hour, bank)
      expect(claim?.round).toMatchObject({ state: 'claimed', occasion: '2026-01-05+event', dueAt: monday + hour })
      expect(claim?.quiz).toEqual(await ledger.quizzes.at(place))
      expect((await ledger.delivery.claimExtra(place, 'event', monday + day, bank))?.round).toEqual(claim?.round)
      expect((await ledger.delivery.claimExtra(place, 'another event', monday + hour, bank))?.round.id).not.toBe(claim?.round.id)
      expect(await ledger.rounds.latest(place, 10)).toHaveLength(3)
    })

    it('makes no round at a wish where there is no quiz', async () => {
      const { ledger } = await newWorld()
      expect(await ledger.delivery.claimExtra(place, 'event', monday, bank)).toBeUndefined()
    })

    it('never gives two ledgers the same round ids', async () => {
      const [one, other] = [await newWorld(), await newWorld()]
      await Promise.all([one.setUp(quizOf()), other.setUp(quizOf())])
      expect((await one.post()).id).not.toBe((await other.post()).id)
    })
  })
}
