// Rounds as they are shown.
import { describe, expect, it } from 'vitest'
import { ada, bankOf, ben, cleo, confirm, day, dora, group, hour, monday, open, place, someone, wordedBank, wordsOf } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

export function roundsContract(openLedger: OpenLedger): void {
  describe('a round', () => {
    const newWorld = newWorlds(openLedger)

    it('gives everyone in a round the same order', async () => {
      const { ledger, setUp, post } = await newWorld()
      await setUp()
      const round = await post()
      const views = await Promise.all(['Ada', 'Ben'].map((name) => ledger.rounds.view(round.id, group, `${group}/${name}`)))
      expect(views.map((view) => view?.round.order)).toEqual([round.order, round.order])
    })

    it('keeps the words of its question as they stood when it was claimed', async () => {
      const { ledger, setUp, post, answer } = await newWorld()
      await setUp()
      const first = await post(monday, wordedBank())
      expect(first.words).toEqual(wordsOf(`${first.question}?`))
      const second = await post(monday + day, wordedBank(' Anew?'))
      expect(second.words).toEqual(wordsOf(`${second.question}? Anew?`))
      await ledger.closing.closeDue(first.closesAt, 10)
      const kept = [await ledger.rounds.find(first.id), (await answer(first, ada, 'b'))?.round, ...(await ledger.rounds.latest(place, 2)).slice(1)]
      expect(kept.map((round) => round?.words)).toEqual([first.words, first.words, first.words])
      expect((await ledger.closing.toRedraw(9)).map(({ round }) => round.words)).toEqual([first.words])
      expect((await post(monday + 2 * day)).words).toBeNull()
    })

    it('knows the newest round that takes answers', async () => {
      const { ledger, setUp, post } = await newWorld()
      await setUp()
      expect(await ledger.rounds.open(place, monday)).toBeUndefined()
      const first = await post()
      const extra = await ledger.delivery.claimExtra(place, 'event', monday + hour, bankOf())
      expect(await ledger.rounds.open(place, monday + hour)).toEqual(first)
      if (extra !== undefined) await open(ledger, extra.round, monday + hour)
      expect((await ledger.rounds.open(place, monday + hour))?.id).toBe(extra?.round.id)
      expect(await ledger.rounds.open(place, first.closesAt)).toBeUndefined()
      expect((await ledger.rounds.latest(place, 1)).map(({ id }) => id)).toEqual([extra?.round.id])
    })

    it('knows the newest round whose time to answer is over, closed or about to be', async () => {
      const { ledger, setUp, post } = await newWorld()
      await setUp()
      const over = async (at: number, where = place) => (await ledger.rounds.over(where, at))?.id
      const first = await post()
      expect(await over(first.closesAt - 1)).toBeUndefined()
      expect(await over(first.closesAt)).toBe(first.id)
      await ledger.closing.closeDue(first.closesAt, 10)
      const second = await post(monday + day)
      expect(await over(monday + day)).toBe(first.id)
      expect((await ledger.rounds.over(place, monday + day))?.state).toBe('closed')
      await ledger.closing.closeDue(second.closesAt, 10)
      const [claim] = await ledger.delivery.claimDue(monday + 2 * day, bankOf(), 10)
      await ledger.delivery.fail(claim?.round.id ?? '', 'The channel is archived.', monday + 2 * day)
      expect(await over(monday + 2 * day)).toBe(second.id)
      expect(await over(monday + 2 * day, 'slack:T1/C2')).toBeUndefined()
    })

    it('says before the close who was right in a round that explains at once', async () => {
      const { ledger, setUp, post, answer } = await newWorld()
      await setUp()
      const round = await post()
      await answer(round, ada, 'b')
      expect(await ledger.rounds.view(round.id, group, ben.id)).toMatchObject({ right: [{ id: ada.id, name: 'Ada' }], mine: null })
    })

    it('names who was right, first come first, without people who are hidden or gone', async () => {
      const { ledger, setUp, post, answer } = await newWorld()
      await setUp()
      const round = await post()
      for (const [index, person] of [dora, cleo, ben, ada].entries()) await answer(round, person, 'b', monday + 10 - index)
      for (const [name, option] of [['Eve', 'c'], ['Finn', 'c'], ['Gil', 'd'], ['Hal', 'd']] as const) await answer(round, someone(name), option, monday)
      await ledger.people.setHidden(cleo, true)
      await ledger.people.setPresence([{ person: ben.id, gone: true }], monday)
      const [view] = await ledger.closing.closeDue(round.closesAt, 1)
      expect(view?.right.map(({ name }) => name)).toEqual(['Ada', 'Dora'])
      expect(view).toMatchObject({ answered: 8, votes: new Map([['b', 4], ['c', 2], ['d', 2]]) })
    })

    it('has no votes and no names where fewer than five answered, one of them hidden, until that person shows up again', async () => {
      const { ledger, setUp, post, answer } = await newWorld()
      await setUp()
      const round = await post()
      for (const [person, option] of [[ada, 'b'], [ben, 'c'], [cleo, 'b'], [dora, 'd']] as const) await answer(round, person, option)
      const seen = async () => (await ledger.rounds.view(round.id, group, ada.id)) ?? { votes: undefined, right: undefined }
      const all = { answered: 4, votes: new Map([['b', 2], ['c', 1], ['d', 1]]), right: [{ name: 'Ada' }, { name: 'Cleo' }] }
      expect(await seen()).toMatchObject(all)
      await ledger.people.setHidden(cleo, true)
      expect(await seen()).toMatchObject({ answered: 4, votes: null, right: [], mine: { chosen: ['b'] } })
      expect(await ledger.closing.closeDue(round.closesAt, 1)).toMatchObject([{ answered: 4, votes: null, right: [] }])
      expect(await ledger.closing.toRedraw(1)).toMatchObject([{ answered: 4, votes: null, right: [] }])
      await ledger.people.setHidden(cleo, false)
      expect(await seen()).toMatchObject(all)
    })

    it('is no business of somebody who is hidden elsewhere, did not answer, or has left', async () => {
      const { ledger, setUp, post, answer } = await newWorld()
      await setUp()
      const round = await post()
      await answer(round, ada, 'b')
      await answer(round, ben, 'c')
      await ledger.people.setHidden(cleo, true)
      await ledger.people.setHidden({ ...ada, group: 'slack:T2' }, true)
      await ledger.people.setPresence([{ person: ben.id, gone: true }], monday)
      expect(await ledger.rounds.view(round.id, group, null)).toMatchObject({ votes: new Map([['b', 1], ['c', 1]]), right: [{ name: 'Ada' }] })
    })

    it('names no more people than a screen can show', async () => {
      const { ledger, setUp, post, answer } = await newWorld()
      await setUp()
      const round = await post()
      await Promise.all(Array.from({ length: 250 }, (_, index) => answer(round, someone(`P${index}`), 'b', monday + index)))
      const view = await ledger.rounds.view(round.id, group, null)
      expect(view?.answered).toBe(250)
      expect(view?.right.map(({ name }) => name)).toEqual(Array.from({ length: 200 }, (_, index) => `P${index}`))
    })

    it('lists the rounds of a channel in every state, the newest first, and none of another channel', async () => {
      const { ledger, setUp } = await newWorld()
      await setUp({ days: [1, 2, 3, 4, 5, 6, 7], skipDate: '2026-01-05' })
      await setUp({ place: 'slack:T1/C2' })
      await ledger.delivery.claimDue(monday, bankOf(), 10)
      await ledger.delivery.claimDue(monday + 2 * day, bankOf(), 10)
      const states = async (limit: number) => (await ledger.rounds.latest(place, limit)).map(({ occasion, state }) => [occasion, state])
      expect(await states(10)).toEqual([['2026-01-07', 'claimed'], ['2026-01-06', 'missed'], ['2026-01-05', 'skipped']])
      expect(await states(1)).toEqual([['2026-01-07', 'claimed']])
      expect(await ledger.rounds.latest('slack:T1/unknown', 10)).toEqual([])
    })

    it('offers somebody first what they have not answered, the newest first, and nothing of another group', async () => {
      const { ledger, setUp, post, answer } = await newWorld()
      await setUp({ openMinutes: 5 * 24 * 60 })
      const [first, second, third] = [await post(), await post(monday + day), await post(monday + 2 * day)]
      await answer(third, ada, 'b', monday + 2 * day)
      const openTo = async (person: { id: string; group: string }, now = monday + 2 * day) => (await ledger.rounds.openTo(place, person, now)).map(({ id }) => id)
      expect(await openTo(ada)).toEqual([second.id, first.id, third.id])
      expect(await openTo(ben)).toEqual([third.id, second.id, first.id])
      await answer(first, ada, 'b', monday + 2 * day)
      expect(await openTo(ada)).toEqual([second.id, third.id, first.id])
      expect(await openTo(ada, second.closesAt)).toEqual([third.id])
      expect(await openTo(someone('Ada', 'slack:T2'))).toEqual([])
    })

    it('knows what is asked now, or soon, in every group in which somebody is known, until it is over', async () => {
      const { ledger, setUp, answer } = await newWorld()
      await setUp()
      const account = 'slack:u:7'
      const asked = async (who = account, where = group) => [...(await ledger.rounds.askedNow(who, where))].toSorted()
      expect(await asked()).toEqual([])
      const [claim] = await ledger.delivery.claimDue(monday, bankOf(), 1)
      if (claim === undefined) throw new Error('nothing is due')
      expect(await asked()).toEqual([claim.round.question])
      const first = await open(ledger, claim.round, monday)
      expect([await asked(), await asked(account, 'slack:T2')]).toEqual([[first.question], []])
      await setUp({ group: 'slack:T2', place: 'slack:T2/C1', nextAt: monday + hour })
      const [other] = await ledger.delivery.claimDue(monday + hour, { ...bankOf(), questions: [{ id: 'elsewhere', topic: 'topic' }], contents: new Map([['elsewhere', { options: ['a', 'b'], key: ['b'], words: () => null }]]) }, 1)
      if (other === undefined) throw new Error('nothing is due')
      await confirm(ledger, [other.round.id], monday + hour)
      expect([await asked(), await asked('slack:u:8', 'slack:T2')]).toEqual([[first.question], ['elsewhere']])
      await answer(other.round, { ...someone('Ada', 'slack:T2'), account }, 'b', monday + hour)
      expect(await asked()).toEqual(['elsewhere', first.question].toSorted())
      await ledger.closing.closeDue(first.closesAt, 1)
      expect(await asked()).toEqual(['elsewhere'])
    })
  })
}
