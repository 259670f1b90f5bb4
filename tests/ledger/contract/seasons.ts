// Seasons and boards in other orders: days present and right answers are what a plain count of the answers says, whatever happens when.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Score } from '../../../src/core/board.ts'
import { endSeason, removeSeason, setSeason, type Season } from '../../../src/core/season.ts'
import type { Round } from '../../../src/core/round.ts'
import { addDays } from '../../../src/core/time.ts'
import type { PersonSeen } from '../../../src/ledger/people.ts'
import { ada, bankOf, ben, cleo, day, dora, group, hour, minute, monday, open, place, someone, short, wordsOf, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const manager = { id: 'slack:T1/Manager', admin: false }
const there = 'slack:T1/C2'
const date = (offset: number) => addDays('2026-01-05', offset)
const season = (from: number, to: number, name = 'Winter'): Season => ({ from: date(from), to: date(to), name })
const everyDay = { days: [1, 2, 3, 4, 5, 6, 7] } as const
const people = [ada, ben, cleo, dora]

let events = 0
const set = ({ ledger }: World, wanted: Season, where = place) =>
  ledger.seasons.change(where, `season ${++events}`, monday, (seasons, quiz) => setSeason({ seasons, quiz, asker: manager }, wanted, date(0)))
const end = ({ ledger }: World, name: string, today: string) =>
  ledger.seasons.change(place, `season ${++events}`, monday, (seasons, quiz) => endSeason({ seasons, quiz, asker: manager }, name, today))
const remove = ({ ledger }: World, name: string) =>
  ledger.seasons.change(place, `season ${++events}`, monday, (seasons, quiz) => removeSeason({ seasons, quiz, asker: manager }, name))

/** Voids a round, or takes that back. */
async function turn({ ledger }: World, { id }: Round, isVoided: boolean): Promise<void> {
  const version = (await ledger.corrections.find(id))?.version ?? -1
  if (isVoided) await ledger.corrections.undo(id, version, manager, monday)
  else await ledger.corrections.correct(id, { change: { kind: 'void' }, why: '', version, words: wordsOf('?') }, manager, monday)
}

export function seasonsContract(openLedger: OpenLedger): void {
  describe('seasons', () => {
    const newWorld = newWorlds(openLedger)

    /** A question a day, which these people answer, the ones in capitals rightly. */
    async function play(world: World, days: readonly string[], first = 0): Promise<void> {
      for (const [offset, answers] of days.entries()) {
        const at = monday + (first + offset) * day
        const round = await world.post(at)
        for (const letter of answers) {
          const person = people.find(({ name }) => name.startsWith(letter.toUpperCase())) ?? ada
          await world.answer(round, person, letter === letter.toUpperCase() ? 'b' : 'a', at + minute)
        }
      }
    }

    it('have a board of the answers of their dates, also of those from before there was the season', async () => {
      const world = await newWorld()
      await world.setUp(everyDay)
      await play(world, ['A', 'AB', 'aB'])
      expect(await set(world, season(1, 3))).toMatchObject({ kind: 'saved', decided: { seasons: [season(1, 3)] } })
      await play(world, ['AB', 'A'], 3)
      const board = await world.board({ span: season(1, 3) })
      expect(board.rows).toMatchObject([{ rank: 1, points: 3, answered: 3, right: 3, days: 3, person: { name: 'Ben' } }, { rank: 2, points: 2, answered: 3, days: 3, person: { name: 'Ada' } }])
      expect(short(await world.board())).toEqual([[1, 'Ada', 4], [2, 'Ben', 3]])
      expect((await world.board({ span: season(1, 4) })).rows).toEqual([])
    })

    it('get a new board with new dates, keep theirs with a new name, and lose it when they are removed', async () => {
      const world = await newWorld()
      await world.setUp(everyDay)
      await set(world, season(0, 1))
      await play(world, ['A', 'A', 'A'])
      await set(world, season(1, 5))
      expect(short(await world.board({ span: season(0, 1) }))).toEqual([])
      expect(short(await world.board({ span: season(1, 5) }))).toEqual([[1, 'Ada', 2]])
      await set(world, season(1, 5, 'Spring'))
      expect(await world.ledger.seasons.of(place)).toEqual([season(1, 5, 'Spring')])
      expect(short(await world.board({ span: season(1, 5) }))).toEqual([[1, 'Ada', 2]])
      await end(world, 'spring', date(2))
      await play(world, ['A'], 3)
      expect(short(await world.board({ span: season(1, 2) }))).toEqual([[1, 'Ada', 2]])
      await remove(world, 'Spring')
      expect(short(await world.board({ span: season(1, 2) }))).toEqual([])
      expect(await world.ledger.seasons.of(place)).toEqual([])
    })

    it('are changed once by one event, by a manager alone, and never overlap', async () => {
      const world = await newWorld()
      await world.setUp(everyDay)
      const once = () => world.ledger.seasons.change(place, 'same', monday, (seasons, quiz) => setSeason({ seasons, quiz, asker: manager }, season(0, seasons.length), date(0)))
      expect([(await once()).kind, (await once()).kind]).toEqual(['saved', 'repeated'])
      expect(await set(world, season(0, 9, 'Other'))).toEqual({ kind: 'refused', refusal: { kind: 'overlaps', with: season(0, 0) } })
      const foreign = await world.ledger.seasons.change(place, 'foreign', monday, (seasons, quiz) => setSeason({ seasons, quiz, asker: { id: ada.id, admin: false } }, season(20, 30, 'Mine'), date(0)))
      expect(foreign).toMatchObject({ kind: 'refused', refusal: { kind: 'not-a-manager' } })
      expect(await set(world, season(0, 1), 'slack:T1/C9')).toEqual({ kind: 'refused', refusal: { kind: 'no-quiz' } })
      expect(await world.ledger.seasons.of(place)).toEqual([season(0, 0)])
    })

    it('come along when two channels become one', async () => {
      const world = await newWorld()
      await world.setUp(everyDay)
      await set(world, season(0, 2))
      await play(world, ['A'])
      const other = await world.setUp({ ...everyDay, place: there, nextAt: monday + hour, nextDate: date(0), time: '10:00' })
      await set(world, season(1, 4, 'Overlapping'), other.place)
      await set(world, season(5, 8, 'Later'), other.place)
      const round = await world.post(monday + hour)
      await world.answer(round, ada, 'b', monday + hour + minute)
      await world.answer(round, ben, 'b', monday + hour + minute)
      await world.ledger.quizzes.move(place, there, (message) => message, monday + 2 * hour)
      expect(await world.ledger.seasons.of(there)).toEqual([season(0, 2), season(5, 8, 'Later')])
      expect((await world.board({ place: there, span: season(0, 2) })).rows).toMatchObject([{ points: 2, answered: 2, days: 1 }, { points: 1, answered: 1, days: 1 }])
      expect((await world.board({ place: there, by: 'days' })).rows).toMatchObject([{ points: 2, days: 1 }, { points: 1, days: 1 }])
    })

    it('and days present are a plain count, whatever is answered, corrected, added, changed, and forgotten', async () => {
      const step = fc.oneof(
        { weight: 8, arbitrary: fc.record({ kind: fc.constant('answer' as const), who: fc.nat(3), right: fc.boolean(), where: fc.nat(1), day: fc.nat(8), again: fc.boolean() }) },
        { weight: 2, arbitrary: fc.record({ kind: fc.constant('season' as const), from: fc.nat(9), length: fc.nat(9), name: fc.constantFrom('One', 'Two', 'Three') }) },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), name: fc.constantFrom('One', 'Two') }) },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant('forget' as const), who: fc.nat(3) }) },
        { weight: 2, arbitrary: fc.record({ kind: fc.constant('void' as const), day: fc.nat(8), where: fc.nat(1) }) },
      )
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
          const world = await newWorld()
          const rounds = new Map<string, Awaited<ReturnType<World['post']>>>()
          for (const [where, channel] of [place, there].entries()) await world.setUp({ ...everyDay, place: channel, time: where === 0 ? '09:00' : '10:00', nextAt: monday + where * hour, nextDate: date(0), openMinutes: 600 })
          const voided = new Set<string>()
          const answers = new Map<string, { person: PersonSeen; where: number; day: string; right: boolean }>()
          let today = 0
          for (const each of steps) {
            if (each.kind === 'season') await set(world, season(each.from, each.from + each.length, each.name))
            else if (each.kind === 'remove') await remove(world, each.name)
            else if (each.kind === 'void') {
              const key = `${each.where === 0 ? place : there} ${each.day}`
              const round = rounds.get(key)
              if (round === undefined) continue
              await turn(world, round, voided.has(key))
              if (!voided.delete(key)) voided.add(key)
            } else if (each.kind === 'forget') {
              const person = people[each.who] ?? ada
              await world.ledger.forgetting.forget({ ...person, group }, 'here', monday + today * day)
              for (const [key, { person: of }] of answers) if (of === person) answers.delete(key)
            } else {
              today = Math.max(today, each.day)
              const channel = each.where === 0 ? place : there
              const at = monday + today * day + each.where * hour
              const key = `${channel} ${today}`
              if (!rounds.has(key)) {
                const claimed = await world.ledger.delivery.claimDue(monday + today * day + each.where * hour, bankOf(), 9)
                for (const { round } of claimed.filter(({ round }) => round.state === 'claimed')) {
                  rounds.set(`${round.place} ${today}`, await open(world.ledger, round, at))
                }
              }
              const round = rounds.get(key)
              const person = people[each.who] ?? ada
              if (round === undefined || voided.has(key) || answers.has(`${key} ${person.id}`)) continue
              await world.answer(round, person, each.right ? 'b' : 'a', at + 2 * hour + minute)
              answers.set(`${key} ${person.id}`, { person, where: each.where, day: date(today), right: each.right })
            }
          }
          // An answer to a question that doesn't count brings no points, but who gave it was there.
          const all = [...answers].map(([key, answer]) => ({ ...answer, counts: !voided.has(key.split(' ').slice(0, 2).join(' ')) }))
          const counted = (of: typeof all): Score => {
            const scored = of.filter(({ counts }) => counts)
            const right = scored.filter((answer) => answer.right).length
            return { points: right, right, answered: scored.length, days: new Set(of.map(({ day: on }) => on)).size }
          }
          for (const person of people) {
            const own = all.filter((answer) => answer.person === person)
            const row = async (query: Parameters<World['board']>[0]) => (await world.board({ ...query, asker: person.id })).own
            const isIn = (of: typeof all, by: 'points' | 'days' = 'points') => (of.some(({ counts }) => counts || by === 'days') ? counted(of) : null)
            const shown = async (query: Parameters<World['board']>[0]) => {
              const found = await row(query)
              return found === null ? null : { points: found.points, right: found.right, answered: found.answered, days: found.days }
            }
            expect(await shown({ scope: 'group' })).toEqual(isIn(own))
            expect(await shown({ place: there, by: 'days' })).toEqual(isIn(own.filter(({ where }) => where === 1), 'days'))
            expect(await shown({ span: 'week', day: date(0) })).toEqual(isIn(own.filter(({ where, day: on }) => where === 0 && on <= date(6))))
            for (const each of await world.ledger.seasons.of(place)) {
              expect(await shown({ span: each })).toEqual(isIn(own.filter(({ where, day: on }) => where === 0 && on >= each.from && on <= each.to)))
            }
          }
        }),
        { numRuns: 12 },
      )
    })
  })

  describe('a board by accuracy', () => {
    const newWorld = newWorlds(openLedger)

    /** Each of the people answers so many questions, and so many of them rightly. */
    async function played(answers: readonly (readonly [PersonSeen, answered: number, right: number])[]): Promise<World> {
      const world = await newWorld()
      await world.setUp(everyDay)
      for (let offset = 0; offset < Math.max(...answers.map(([, answered]) => answered)); offset += 1) {
        const at = monday + offset * day
        const round = await world.post(at)
        for (const [person, answered, right] of answers) if (offset < answered) await world.answer(round, person, offset < right ? 'b' : 'a', at + minute)
      }
      return world
    }

    it('draws shares toward the average, and leaves out who has few answers', async () => {
      const world = await played([[ada, 20, 18], [ben, 10, 10], [cleo, 9, 9], [dora, 15, 5]])
      const board = await world.board({ by: 'accuracy', asker: cleo.id })
      expect(board.rows.map(({ rank, person, right }) => [rank, person.name, right])).toEqual([[1, 'Ben', 10], [2, 'Ada', 18], [3, 'Dora', 5]])
      expect(board).toMatchObject({ own: null, people: 3, answered: 9, leftOut: { any: false, asker: false }, accuracy: { average: 33 / 45, tooFew: 1 } })
    })

    it('says the same to others, whatever a hidden person answered', async () => {
      const seen = async (right: number) => {
        const world = await played([[ada, 12, 10], [ben, 12, right]])
        await world.ledger.people.setHidden(ben, true)
        return world.board({ by: 'accuracy' })
      }
      expect(await seen(0)).toEqual(await seen(12))
    })

    it('shows nobody by an alias in a table of fewer than five, and so gives nothing of them away', async () => {
      const seen = async (right: number) => {
        const world = await played([[ada, 12, 10], [ben, 12, right], [cleo, 12, 6], [dora, 12, 7]])
        await world.ledger.people.setAlias(ben, 'Blue Heron')
        return world.board({ by: 'accuracy' })
      }
      const board = await seen(1)
      expect(board.rows).toHaveLength(3)
      expect(board).toMatchObject({ leftOut: { any: true, asker: false }, accuracy: { average: 23 / 36 } })
      expect(board).toEqual(await seen(11))
    })

    it('shows them by their alias in a larger one', async () => {
      const world = await played([[ada, 12, 10], [ben, 12, 12], [cleo, 12, 6], [dora, 12, 7], [someone('Eve'), 12, 8]])
      await world.ledger.people.setAlias(ben, 'Blue Heron')
      expect((await world.board({ by: 'accuracy' })).rows[0]).toMatchObject({ rank: 1, person: { id: 'alias:Blue Heron', name: 'Blue Heron (alias)' } })
    })
  })
}
