// Days off and absences: streaks are what a plain walk over the days says, also where both are told late.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goAway, takeBackDays } from '../../../src/core/absence.ts'
import { isIn, withoutDates, type DateRange } from '../../../src/core/date-range.ts'
import { takeBack, takeOff, withHolidays } from '../../../src/core/manage-days-off.ts'
import { pauseUntil } from '../../../src/core/manage.ts'
import { addDays } from '../../../src/core/time.ts'
import { ada, ben, day, group, hour, minute, monday, place, quizOf, someone, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const manager = { id: 'slack:T1/Manager', admin: false }
const daily = [1, 2, 3, 4, 5, 6, 7] as const
const date = (offset: number) => addDays('2026-01-05', offset)
const at = (offset: number) => monday + offset * day

let events = 0
const off = ({ ledger }: World, from: number, to: number, now: number, name = '') =>
  ledger.quizzes.change(place, `off ${++events}`, now, (quiz) => takeOff(quiz, manager, { from: date(from), to: date(to), name }, now))
const away = ({ ledger }: World, from: number, to: number, now: number, who = ada) =>
  ledger.absences.change(who, now, (ranges) => goAway(ranges, { from: date(from), to: date(to) }, date(0)))
const streak = async ({ ledger }: World, who = ada) => (await ledger.boards.progress(who, place, '2026-01-05')).streak

async function answerDays(world: World, days: readonly number[], who = ada): Promise<void> {
  for (const offset of days) await world.answer(await world.post(at(offset)), who, 'b', at(offset) + minute)
}

export function absencesContract(openLedger: OpenLedger): void {
  describe('days off', () => {
    const newWorld = newWorlds(openLedger)

    it('are kept with the quiz, and no question is due on them', async () => {
      const world = await newWorld()
      await world.setUp({ days: daily })
      await off(world, 0, 2, monday - hour, 'Break')
      const quiz = await world.ledger.quizzes.at(place)
      expect(quiz).toMatchObject({ nextDate: '2026-01-08', off: [{ kind: 'off', from: '2026-01-05', to: '2026-01-07', name: 'Break', by: manager.id }] })
      expect(await world.ledger.delivery.isDue(at(2))).toBe(false)
      await world.ledger.quizzes.change(place, 'back', at(1), (known) => takeBack(known, manager, { from: date(0), to: date(2) }, at(1)))
      expect(await world.ledger.quizzes.at(place)).toMatchObject({ nextDate: '2026-01-06', off: [{ from: '2026-01-05', to: '2026-01-05' }] })
    })

    it('leave the question alone that is due already or was posted; nobody has to answer it', async () => {
      const world = await newWorld()
      await world.setUp({ days: daily })
      await answerDays(world, [0])
      const round = await world.post(at(1))
      await off(world, 1, 2, at(1) + hour)
      await world.ledger.closing.closeDue(round.closesAt, 9)
      expect(await streak(world)).toMatchObject({ alive: 1 })
      await answerDays(world, [3])
      expect(await streak(world)).toMatchObject({ alive: 2 })
      expect((await world.ledger.quizzes.at(place))?.nextDate).toBe(date(4))
    })

    it('that are told late give a streak back to everybody who has gone on since', async () => {
      const world = await newWorld()
      await world.setUp({ days: daily })
      await answerDays(world, [0, 1])
      await world.post(at(2))
      await answerDays(world, [3])
      expect(await streak(world)).toMatchObject({ alive: 1, longest: 2 })
      await off(world, 2, 2, at(3) + hour)
      expect(await streak(world)).toMatchObject({ alive: 3, longest: 3 })
      await answerDays(world, [4])
      expect(await streak(world)).toMatchObject({ alive: 4 })
    })

    it('a pause with an end is over by itself', async () => {
      const world = await newWorld()
      await world.setUp({ days: daily })
      await answerDays(world, [0])
      await world.ledger.quizzes.change(place, 'pause', at(0) + hour, (quiz) => pauseUntil(quiz, manager, date(5), at(0) + hour))
      expect((await world.ledger.quizzes.at(place))?.nextDate).toBe(date(5))
      await answerDays(world, [5])
      expect(await streak(world)).toMatchObject({ alive: 2 })
    })

    it('move with their channel, also where another is added to it', async () => {
      const world = await newWorld()
      await world.setUp({ days: daily })
      await answerDays(world, [0])
      await off(world, 1, 1, at(0) + hour)
      await world.setUp({ place: 'slack:T1/C9', days: daily, nextDate: date(2), nextAt: at(2), managers: [manager.id] })
      await world.ledger.quizzes.change('slack:T1/C9', 'off there', at(0) + hour, (quiz) => takeOff(quiz, manager, { from: date(3), to: date(3), name: 'There' }, at(0) + hour))
      await world.ledger.quizzes.move(place, 'slack:T1/C9', (message) => message, at(0) + 2 * hour)
      expect((await world.ledger.quizzes.at('slack:T1/C9'))?.off.map(({ from }) => from)).toEqual([date(1), date(3)])
      expect((await world.ledger.boards.progress(ada, 'slack:T1/C9', date(0))).streak).toMatchObject({ alive: 1, toward: 1 })
    })

    it('public holidays are listed until they are known far enough', async () => {
      const world = await newWorld()
      await world.setUp({ days: daily, holidays: 'DE-BE' })
      const { quizzes } = world.ledger
      expect((await quizzes.withoutHolidays('2026-06-01', 9)).map((quiz) => quiz.place)).toEqual([place])
      await quizzes.change(place, 'holidays', monday - hour, (quiz) => ({ quiz: withHolidays(quiz ?? quizOf(), [{ from: date(0), to: date(0), name: 'Epiphany' }], '2026-12-31', monday - hour) }))
      expect(await quizzes.withoutHolidays('2026-06-01', 9)).toEqual([])
      expect(await quizzes.at(place)).toMatchObject({ nextDate: date(1), off: [{ kind: 'holiday', name: 'Epiphany', by: null }] })
    })
  })

  describe('somebody who is away', () => {
    const newWorld = newWorlds(openLedger)

    it('keeps their streak in every channel of the group, and nobody else does', async () => {
      const world = await newWorld()
      await world.setUp({ days: daily })
      const first = await world.post(at(0))
      for (const who of [ada, ben]) await world.answer(first, who, 'b', at(0) + minute)
      await away(world, 1, 2, at(0) + hour)
      await world.post(at(1))
      await world.post(at(2))
      const last = await world.post(at(3))
      expect([await streak(world), await streak(world, ben)]).toMatchObject([{ alive: 1 }, { alive: 0 }])
      expect((await world.board()).rows.map((row) => row.streak)).toEqual([1, 0])
      expect((await world.answer(last, ada, 'b', at(3) + minute))?.streak).toBe(2)
      expect(await world.ledger.absences.of(group, ada.id)).toEqual([{ from: date(1), to: date(2) }])
      expect([...(await world.ledger.absences.among([ada.id, ben.id], date(2)))]).toEqual([ada.id])
    })

    it('gets a lost streak back where they tell it late, and is known before their first answer', async () => {
      const world = await newWorld()
      await world.setUp({ days: daily })
      await answerDays(world, [0, 1])
      await world.post(at(2))
      await answerDays(world, [3])
      await away(world, 2, 2, at(3) + hour)
      expect(await streak(world)).toMatchObject({ alive: 3, longest: 3 })
      await away(world, 1, 1, at(3), someone('New'))
      expect(await world.ledger.absences.of(group, 'slack:T1/New')).toHaveLength(1)
    })

    it('is not reminded', async () => {
      const world = await newWorld()
      await world.setUp({ days: daily })
      await away(world, 0, 1, monday - hour)
      await world.ledger.reminders.set(ada.id, { time: '08:30', zone: 'UTC', nextAt: monday })
      const due = async (offset: number) => (await world.ledger.reminders.due(at(offset), 9)).map((each) => each.away)
      expect([await due(1), await due(2)]).toEqual([[true], [false]])
    })
  })

  const plan = fc.record({
    answers: fc.array(fc.constantFrom(true, true, true, false), { minLength: 5, maxLength: 30 }),
    off: fc.array(fc.record({ from: fc.nat(30), more: fc.nat(3), late: fc.nat(3) }), { maxLength: 3 }),
    away: fc.array(fc.record({ from: fc.nat(30), more: fc.nat(5), late: fc.nat(3) }), { maxLength: 3 }),
    back: fc.array(fc.record({ from: fc.nat(30), more: fc.nat(5), on: fc.nat(30) }), { maxLength: 3 }),
  })

  it('whatever is told late or early, a streak is what the days say, and verified as such', async () => {
    const worlds = newWorlds(openLedger)
    await fc.assert(
      fc.asyncProperty(plan, async (all) => {
        const world = await worlds()
        await world.setUp({ days: daily })
        const held: number[] = []
        const taken: { off: DateRange[]; away: readonly DateRange[] } = { off: [], away: [] }
        for (const [offset, answers] of all.answers.entries()) {
          const due = (await world.ledger.quizzes.at(place))?.nextDate === date(offset)
          if (due) {
            const round = await world.post(at(offset))
            held.push(offset)
            if (answers) await world.answer(round, ada, 'b', at(offset) + minute)
          }
          for (const [kind, told] of [['off', all.off], ['away', all.away]] as const) {
            for (const { from, more } of told.filter((each) => each.from + each.late === offset)) {
              await (kind === 'off' ? off(world, from, from + more, at(offset) + hour) : away(world, from, from + more, at(offset) + hour))
              taken[kind] = [...taken[kind], { from: date(from), to: date(from + more) }]
            }
          }
          for (const { from, more } of all.back.filter(({ on }) => on === offset)) {
            const days = { from: date(from), to: date(from + more) }
            await world.ledger.absences.takeBack(ada, at(offset) + 2 * hour, (ranges) => takeBackDays(ranges, days))
            taken.away = withoutDates(taken.away, days)
          }
        }
        await world.ledger.closing.closeDue(at(99), 99)
        expect((await streak(world)).alive).toBe(walk(held, (offset) => all.answers[offset] === true, (offset) => isIn([...taken.off, ...taken.away], date(offset))))
      }),
      { numRuns: 25 },
    )
  })
}

/** A grace day for ten study days, two at most; a second missed day in a row ends the streak. */
function walk(held: readonly number[], answered: (offset: number) => boolean, free: (offset: number) => boolean): number {
  let [run, grace, toward, missed] = [0, 0, 0, false]
  for (const offset of held) {
    if (answered(offset)) {
      run += 1
      missed = false
      if (grace < 2 && ++toward === 10) [grace, toward] = [grace + 1, 0]
    } else if (!free(offset)) {
      if (missed || grace === 0) run = 0
      else if (run > 0) grace -= 1
      missed = true
    }
  }
  return run
}
