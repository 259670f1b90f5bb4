// The delivery promise under a clock that is set back and forward by hours and days, and under beats that come late or not at all.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Round } from '../../src/core/round.ts'
import { addDays, localDate } from '../../src/core/time.ts'
import { openStage } from '../bot/stage.ts'
import { answerControl } from '../../src/screens/question.ts'

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]
const place = 'terminal:team:general'

/** Time that passes before the next beat, and by how much the clock is wrong at that beat. */
const anyBeat = fc.record({
  passes: fc.oneof({ arbitrary: fc.constantFrom(minute, 10 * minute, hour), weight: 3 }, { arbitrary: fc.integer({ min: hour, max: 40 * hour }), weight: 1 }),
  wrong: fc.oneof({ arbitrary: fc.constant(0), weight: 4 }, { arbitrary: fc.integer({ min: -4 * day, max: 4 * day }), weight: 1 }),
})
const anyTime = fc.constantFrom('00:00', '02:30', '09:00', '23:59')
const anyZone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo')

it('each date that has come has one round or one reason, none has two, and confirmed answers stand', async () => {
  await fc.assert(
    fc.asyncProperty(anyTime, anyZone, fc.array(anyBeat, { minLength: 20, maxLength: 60 }), async (time, zone, beats) => {
      // Some days before the clocks of these zones change.
      const stage = await openStage('2026-10-22T12:00Z')
      await stage.type('ada', `setup ${time} ${zone} daily open=8h`)
      const first = (await stage.ledger.quizzes.at(place))?.nextDate ?? ''
      let now = stage.clock.now
      const confirmed: string[] = []
      for (const { passes, wrong } of beats) {
        now += passes
        stage.clock.now = now + wrong
        await stage.bot.tick()
        const open = await stage.ledger.rounds.open(place, stage.clock.now)
        if (open === undefined) continue
        const told = await stage.press('bob', answerControl.text({ round: open.id, option: open.key.length === 1 ? (open.key[0] ?? '') : null }), { chosen: open.key })
        if (told.title === 'Right') confirmed.push(open.id)
      }
      stage.clock.now = now
      await stage.bot.tick()
      const rounds = await stage.ledger.rounds.latest(place, 500)
      const last = (await stage.ledger.quizzes.at(place))?.nextDate ?? ''
      const occasions = rounds.flatMap(datesOf).filter((date) => date < last).sort()
      expect(occasions).toEqual(datesFrom(first, last))
      for (const { state, reason, message } of rounds) expect(state === 'open' || state === 'closed' ? message : reason).not.toBeNull()
      const posted = stage.channel.posts.map(({ round }) => round)
      expect(posted).toHaveLength(new Set(posted).size)
      for (const id of confirmed) expect((await stage.ledger.rounds.view(id, 'terminal:team', 'terminal:team:bob'))?.mine).not.toBeNull()
      // The next one is to come within a day or two of the clock, however far ahead that was.
      expect((await stage.ledger.quizzes.at(place))?.nextAt).toBeLessThanOrEqual(Math.max(now + 2 * day, ...rounds.filter(({ message }) => message !== null).map(({ dueAt }) => dueAt + 2 * day)))
      await stage.close()
    }),
    { numRuns: 15 },
  )
})

/** Dates that were missed in a row are one round. */
function datesOf({ occasion, missedUntil, zone }: Round): readonly string[] {
  if (missedUntil === null) return [occasion]
  return datesFrom(occasion, addDays(localDate(missedUntil, zone), 1))
}

function datesFrom(first: string, end: string): readonly string[] {
  const dates: string[] = []
  for (let date = Temporal.PlainDate.from(first); date.toString() < end; date = date.add({ days: 1 })) dates.push(date.toString())
  return dates
}
