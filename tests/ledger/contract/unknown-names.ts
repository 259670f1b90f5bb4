// Names that the ledger does not know: of rounds that were removed, of channels without a quiz, of people and groups that never were here.
import { describe, expect, it } from 'vitest'
import { ada, bankOf, group, hour, monday, place } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const nobody = 'slack:T9/Nobody'
const nowhere = 'slack:T9/C9'
const noRound = '0123456789abcdef'

export function unknownNamesContract(openLedger: OpenLedger): void {
  describe('a name that nobody knows', () => {
    const newWorld = newWorlds(openLedger)

    it('of a round has no steps, no answers and nothing to tell', async () => {
      const { ledger } = await newWorld()
      const { delivery, closing, news, recaps, rounds, counts } = ledger
      await delivery.defer(noRound, monday, 'Slack is away.')
      await delivery.skip(noRound, 'Nobody wants it.', null)
      await delivery.fail(noRound, 'Too late.', monday, 'unreachable')
      await Promise.all([delivery.confirmPosted(noRound, 'message', monday), closing.markRedrawn(noRound, null), counts.saveShown(noRound, 1), ledger.upkeep.noteBeat(monday)])
      await news.markTold([noRound], monday)
      await news.markChangeTold([noRound], monday)
      await recaps.releaseReply(noRound)
      expect([await recaps.fixExtras(noRound), await recaps.extrasOf(noRound)]).toEqual([{ recap: null, mention: null }, { recap: null, mention: null }])
      expect([await recaps.claimReply(noRound, monday), await rounds.find(noRound), await rounds.view(noRound, group, ada.id)]).toEqual([undefined, undefined, undefined])
      expect([await delivery.markSending(noRound, monday, null), await delivery.unsent(monday, 9), await news.toTell(monday, 9)]).toEqual([false, [], []])
    })

    it('of a channel has no quiz, no rounds, no review and no board', async () => {
      const { ledger, board } = await newWorld()
      const { quizzes, duties, rounds, news } = ledger
      expect(await quizzes.remove(nowhere, (quiz) => quiz?.place ?? 'none')).toBe('none')
      expect(await quizzes.remove(nowhere, () => undefined)).toBeUndefined()
      await news.markRetiredTold([nowhere], null)
      await duties.giveBack({ place: nowhere, quarter: '2026-Q2', dueAt: monday }, monday, 'Slack is away.')
      await duties.noteProblem({ place: nowhere, quarter: '2026-Q2', dueAt: monday }, 'No answer.')
      expect([await duties.of(nowhere), await quizzes.introduction(nowhere), await ledger.delivery.claimExtra(nowhere, 'event', monday, bankOf())]).toEqual([undefined, undefined, undefined])
      expect([await rounds.open(nowhere, monday), await rounds.over(nowhere, monday), await rounds.openTo(nowhere, ada, monday)]).toEqual([undefined, undefined, []])
      expect(await board({ place: nowhere })).toEqual({ rows: [], own: null, people: 0, hidden: false, answered: 0, leftOut: { any: false, asker: false }, accuracy: null })
      expect(await ledger.seasons.of(nowhere)).toEqual([])
      expect(await ledger.boards.progress(ada, nowhere, '2026-01-05')).toMatchObject({ rank: null, people: 0, streak: { current: 0, alive: 0 } })
    })

    it('of a channel that has a quiz and never a review takes back and notes nothing', async () => {
      const { ledger, setUp } = await newWorld()
      await setUp()
      await ledger.duties.giveBack({ place, quarter: '2026-Q2', dueAt: monday }, monday, 'Slack is away.')
      await ledger.duties.noteProblem({ place, quarter: '2026-Q2', dueAt: monday }, 'No answer.')
      expect(await ledger.duties.of(place)).toBeUndefined()
    })

    it('of a user has no sessions, memories, ticks or reminder', async () => {
      const { ledger } = await newWorld()
      const { sessions, memories, ticks, reminders } = ledger
      await reminders.putOff({ account: nobody, nextAt: monday }, monday + hour)
      await reminders.set(nobody, null)
      expect([await sessions.running(nobody, 'exam'), await sessions.find(nobody, noRound), await sessions.past(nobody, 'exam', 9)]).toEqual([undefined, undefined, []])
      expect(await sessions.act(nobody, noRound, { kind: 'end' }, monday)).toBeUndefined()
      expect([await memories.of(nobody), await memories.log(nobody, '')]).toEqual([{ memories: new Map(), paused: new Set() }, []])
      expect([await ticks.of(nobody), await reminders.of(nobody), await reminders.due(monday, 9)]).toEqual([new Map(), undefined, []])
    })

    it('of a person or a group is neither hidden nor looked up, and was never removed', async () => {
      const { ledger, board } = await newWorld()
      const { people, groups } = ledger
      const seen = { id: nobody, group: 'slack:T9', name: 'Nobody' }
      await people.noteSeen(seen)
      await people.noteChange(seen, true)
      await people.setPresence([{ person: nobody, gone: true }], monday)
      expect([await people.isHidden('slack:T9', nobody), await people.placesOf(nobody), await people.namesOf('slack:T9', [nobody]), await people.inGroups(seen)]).toEqual([false, [], new Map(), []])
      expect([await people.toLookUp({ here: monday, gone: monday }, 9), await groups.removalOf('slack:T9')]).toEqual([[], null])
      expect(await board({ group: 'slack:T9', asker: nobody, scope: 'group' })).toEqual({ rows: [], own: null, people: 0, hidden: false, answered: 0, leftOut: { any: false, asker: false }, accuracy: null })
    })
  })
}
