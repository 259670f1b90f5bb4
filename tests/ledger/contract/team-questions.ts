// Questions that a channel's team wrote: drafts until they are approved, then asked in this channel alone.
import { describe, expect, it } from 'vitest'
import { approve, remove, rewrite, stopAsking, teamContent, teamQuestionId, type TeamQuestion, type TeamText } from '../../../src/core/team-question.ts'
import { bankOf, ben, day, group, hour, monday, place, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const there = 'slack:T1/C9'
const manager = { id: 'slack:T1/Manager', admin: false }

const text = (stem: string): TeamText => ({
  stem, explanation: 'It says so.', keyPoint: '', source: 'Handbook, page 3',
  options: [{ text: 'Restart it', right: false, why: 'It comes back.' }, { text: 'Page the owner', right: true, why: '' }, { text: 'Wait', right: false, why: '' }],
})

export function teamQuestionsContract(openLedger: OpenLedger): void {
  describe('questions of a team', () => {
    const newWorld = newWorlds(openLedger)

    async function added(stem = 'Who restarts it?', event = 'add'): Promise<World & { readonly question: TeamQuestion }> {
      const world = await newWorld()
      await world.setUp()
      const found = await world.ledger.teamQuestions.add(place, manager, [text(stem)], event, monday - hour)
      if (found.kind !== 'added' || found.questions[0] === undefined) throw new Error('it was not added')
      return { ...world, question: found.questions[0] }
    }

    const change = ({ ledger }: World, id: string, rule: (question: TeamQuestion | undefined) => ReturnType<typeof approve>, asker = manager) => ledger.teamQuestions.change(place, asker, id, rule)

    it('are drafts that nobody is asked, until they are approved', async () => {
      const world = await added()
      const { ledger, question } = world
      expect(question).toMatchObject({ id: teamQuestionId(place, 'add', 0), state: 'draft', version: 1, author: manager.id, approvedAt: null })
      expect((await world.post()).question).toMatch(/^question-/u)
      expect(await change(world, question.id, (found) => approve(found, 1, monday, []))).toMatchObject({ kind: 'saved', question: { state: 'approved' } })
      const round = await world.post(monday + day)
      expect(round).toMatchObject({ question: question.id, key: ['b'], words: { stem: 'Who restarts it?', reference: 'Handbook, page 3', whyNot: { a: 'It comes back.' } } })
      expect(round.order.toSorted()).toEqual(['a', 'b', 'c'])
      expect((await world.post(monday + 2 * day)).question).toMatch(/^question-/u)
      expect((await ledger.teamQuestions.find(place, question.id))?.asked).toBe(1)
      expect(await world.answer(round, ben, 'b', monday + day + hour)).toMatchObject({ verdict: { right: true } })
    })

    it('are added once, however often the event comes', async () => {
      const { ledger, question } = await added()
      expect(await ledger.teamQuestions.add(place, manager, [text('Something else?')], 'add', monday)).toMatchObject({ questions: [{ id: question.id, text: { stem: 'Who restarts it?' } }] })
      expect(await ledger.teamQuestions.of(place)).toHaveLength(1)
    })

    it('are added once each, by their words, options, and right ones', async () => {
      const { ledger, question } = await added()
      const { options, ...rest } = text('who RESTARTS it')
      const turned = { ...rest, explanation: 'Another one.', options: options.toReversed() }
      const other = { ...rest, options: options.map((option) => ({ ...option, right: !option.right })) }
      const found = await ledger.teamQuestions.add(place, manager, [turned, text('Who asks?'), text('Who asks?'), other], 'again', monday)
      expect(found).toMatchObject({ kind: 'added', questions: [{ text: { stem: 'Who asks?' } }, { text: other }], already: [{ id: question.id }] })
      expect(await ledger.teamQuestions.of(place)).toHaveLength(3)
    })

    it('are for managers, of a channel with a daily question', async () => {
      const { ledger, question, ...world } = await added()
      expect(await ledger.teamQuestions.add(place, { id: ben.id, admin: false }, [text('Mine?')], 'bens', monday)).toEqual({ kind: 'refused', refusal: { kind: 'not-a-manager', managers: [manager.id] } })
      expect(await ledger.teamQuestions.add(there, manager, [text('Mine?')], 'there', monday)).toEqual({ kind: 'refused', refusal: { kind: 'no-quiz' } })
      expect(await change({ ledger, ...world }, question.id, (found) => approve(found, 1, monday, []), { id: ben.id, admin: false })).toMatchObject({ kind: 'refused' })
      expect(await ledger.teamQuestions.find(there, question.id)).toBeUndefined()
    })

    it('are not more than a channel can look through', async () => {
      const { ledger } = await added()
      expect(await ledger.teamQuestions.add(place, manager, Array.from({ length: 300 }, (_, nth) => text(`Which one of many, ${nth}?`)), 'many', monday)).toMatchObject({ kind: 'refused', refusal: { kind: 'too-many' } })
      expect(await ledger.teamQuestions.of(place)).toHaveLength(1)
    })

    it('cannot be approved as they no longer are, and are drafts again once they are rewritten', async () => {
      const world = await added()
      const { question } = world
      await change(world, question.id, (found) => approve(found, 1, monday, []))
      expect(await change(world, question.id, (found) => rewrite(found, text('Who really restarts it?')))).toMatchObject({ question: { state: 'draft', version: 2, approvedAt: null } })
      expect(await change(world, question.id, (found) => approve(found, 1, monday, []))).toEqual({ kind: 'refused', refusal: { kind: 'changed-since' } })
      expect(await change(world, question.id, (found) => remove(found, 1))).toEqual({ kind: 'refused', refusal: { kind: 'changed-since' } })
      await change(world, question.id, (found) => approve(found, 2, monday, []))
      expect(await change(world, question.id, stopAsking)).toMatchObject({ question: { state: 'draft', version: 2 } })
      expect(await change(world, question.id, (found) => remove(found, 2))).toEqual({ kind: 'removed' })
      expect(await change(world, question.id, (found) => remove(found, 2))).toEqual({ kind: 'refused', refusal: { kind: 'no-such-question' } })
      expect(await world.ledger.teamQuestions.of(place)).toEqual([])
    })

    it('stay as they were asked, whatever becomes of them, and no manager hears that the course has changed', async () => {
      const world = await added()
      const { ledger, question } = world
      await change(world, question.id, (found) => approve(found, 1, monday, []))
      const round = await world.post()
      await ledger.news.noteChanges(bankOf(), monday + hour)
      expect(await ledger.news.changed(monday + hour, 9)).toEqual([])
      await change(world, question.id, (found) => remove(found, 1))
      expect((await ledger.rounds.find(round.id))?.words).toEqual(teamContent(question.text).words())
      expect(await world.answer(round, ben, 'b', monday + hour)).toMatchObject({ verdict: { right: true } })
    })

    it('are for people of their channel to study alone, once approved, as long as they are there', async () => {
      const world = await added()
      const { ledger, question } = world
      const around = (place: string | null, account = ben.id) => ledger.teamQuestions.around(account, group, place)
      expect(await around(place)).toEqual([])
      await change(world, question.id, (found) => approve(found, 1, monday, []))
      expect(await around(place)).toEqual([{ id: question.id, text: question.text, group, own: true }])
      expect(await around(there)).toMatchObject([{ own: false }])
      expect(await around(null)).toMatchObject([{ own: false }])
      expect(await ledger.teamQuestions.around(ben.id, 'slack:T2', null)).toEqual([])
      await world.answer(await world.post(), ben, 'b', monday + hour)
      expect(await around(null)).toMatchObject([{ own: true }])
      expect(await ledger.teamQuestions.around(ben.id, 'slack:T2', null)).toMatchObject([{ group, own: true }])
      await ledger.people.setPresence([{ person: ben.id, gone: true }], monday + hour)
      expect(await ledger.teamQuestions.around(ben.id, 'slack:T2', null)).toEqual([])
      await change(world, question.id, stopAsking)
      expect(await around(place)).toEqual([])
    })

    it('go along when the channel gets another id, also to one that has some', async () => {
      const world = await added()
      const { ledger } = world
      await world.setUp({ place: there })
      await ledger.teamQuestions.add(there, manager, [text('Theirs?')], 'theirs', monday)
      await ledger.quizzes.move(place, there, (message) => message, monday)
      expect((await ledger.teamQuestions.of(there)).map((question) => question.text.stem).toSorted()).toEqual(['Theirs?', 'Who restarts it?'])
    })

    it('stay without their author once that one is forgotten, who gets them as long as they are known', async () => {
      const world = await added()
      const { ledger, question } = world
      const author = { id: manager.id, group, name: 'Manager' }
      expect((await ledger.exporting.of(author))?.groups).toMatchObject([{ questions: [{ id: question.id, channel: place, text: 'Who restarts it?', approved: false }] }])
      expect((await ledger.exporting.of(ben))?.groups ?? []).toEqual([])
      await ledger.forgetting.forget(author, 'everywhere', monday)
      expect(await ledger.teamQuestions.of(place)).toMatchObject([{ author: null, text: { stem: 'Who restarts it?' } }])
      expect(await ledger.exporting.of(author)).toBeUndefined()
    })
  })
}
