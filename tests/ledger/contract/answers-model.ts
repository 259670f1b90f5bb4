// Whatever happens over some days, boards, votes and streaks are what a plain recount of the answers says.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Scope } from '../../../src/core/board.ts'
import type { QuestionBank } from '../../../src/core/due.ts'
import type { Round } from '../../../src/core/round.ts'
import { confirm, day, group, monday, someone, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const places = ['slack:T1/C1', 'slack:T1/C2'] as const
const people = Array.from({ length: 6 }, (_, index) => someone(`P${index}`))

type Step =
  | { readonly kind: 'answer'; readonly place: number; readonly person: number; readonly option: string }
  | { readonly kind: 'hide' | 'show' | 'leave'; readonly person: number }
  | { readonly kind: 'next-day' }

const bank: QuestionBank = {
  questions: [{ id: 'q', topic: 't' }],
  weights: new Map(),
  contents: new Map([['q', { options: ['a', 'b'], key: ['b'], words: () => null }]]),
}

const person = fc.nat(people.length - 1)
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.record({ kind: fc.constant('answer' as const), place: fc.nat(1), person, option: fc.constantFrom('a', 'b') }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('hide' as const, 'show' as const, 'leave' as const), person }) },
    { weight: 3, arbitrary: fc.constant({ kind: 'next-day' as const }) },
  ),
  { maxLength: 60 },
)

type Kept = { readonly place: number; readonly person: number; readonly date: number; readonly right: boolean }

/** What should stand: the answers that count, and who is away. */
type Model = { readonly answers: Kept[]; readonly hidden: Set<number>; readonly gone: Set<number> }

async function perform(world: World, all: readonly Step[], feedback: 'instant' | 'at-close'): Promise<Model> {
  const model: Model = { answers: [], hidden: new Set(), gone: new Set() }
  let date = 0
  let clock = monday
  const next = () => openDay(world, monday + date * day)
  for (const place of places) await world.setUp({ place, days: [1, 2, 3, 4, 5, 6, 7], feedback })
  let rounds = await next()
  for (const step of all) {
    clock += 1
    if (step.kind === 'next-day') {
      date += 1
      clock = monday + date * day
      rounds = await next()
    } else if (step.kind === 'answer') {
      await answer(world, model, rounds, step, date, clock)
    } else {
      await changePerson(world, model, step.kind, step.person, clock)
    }
  }
  await world.ledger.closing.closeDue(monday + (date + 2) * day, 10)
  return model
}

async function openDay(world: World, at: number): Promise<readonly Round[]> {
  await world.ledger.closing.closeDue(at, 10)
  const claims = await world.ledger.delivery.claimDue(at, bank, 10)
  await confirm(world.ledger, claims.map(({ round }) => round.id), at)
  return claims.map(({ round }) => round).sort((a, b) => (a.place < b.place ? -1 : 1))
}

async function answer(world: World, model: Model, rounds: readonly Round[], step: Step & { kind: 'answer' }, date: number, at: number): Promise<void> {
  const [round, who] = [rounds[step.place], people[step.person]]
  if (round === undefined || who === undefined) throw new Error('no such round or person')
  const outcome = await world.answer(round, who, step.option, at)
  model.gone.delete(step.person)
  const earlier = model.answers.findIndex((kept) => kept.place === step.place && kept.person === step.person && kept.date === date)
  expect(outcome?.verdict.kind).toBe(earlier >= 0 && round.feedback === 'instant' ? 'stands' : 'counted')
  const kept = { place: step.place, person: step.person, date, right: step.option === 'b' }
  if (earlier < 0) model.answers.push(kept)
  else if (round.feedback === 'at-close') model.answers[earlier] = kept
}

async function changePerson({ ledger }: World, model: Model, kind: 'hide' | 'show' | 'leave', number: number, at: number): Promise<void> {
  const who = people[number]
  if (who === undefined) throw new Error('no such person')
  if (kind === 'leave') {
    await ledger.people.setPresence([{ person: who.id, gone: true }], at)
    if (model.hidden.has(number) || model.answers.some((kept) => kept.person === number)) model.gone.add(number)
    return
  }
  await ledger.people.setHidden(who, kind === 'hide')
  model.gone.delete(number)
  if (kind === 'hide') model.hidden.add(number)
  else model.hidden.delete(number)
}

/** Name, rank, points and answers of everybody on a board, from the answers alone. */
function recount(model: Model, scope: Scope, place: number): readonly unknown[] {
  const shown = people.flatMap((who, number) => {
    const own = model.answers.filter((kept) => kept.person === number && (scope === 'group' || kept.place === place))
    if (own.length === 0 || model.hidden.has(number) || model.gone.has(number)) return []
    return [{ name: who.name, points: own.filter(({ right }) => right).length, answered: own.length }]
  })
  return shown
    .map((row) => ({ ...row, rank: 1 + shown.filter(({ points }) => points > row.points).length }))
    .sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name))
}

export function modelContract(openLedger: OpenLedger): void {
  describe('boards after many days', () => {
    const newWorld = newWorlds(openLedger)

    it.each(['instant', 'at-close'] as const)('are the sum of the answers (%s)', async (feedback) => {
      await fc.assert(
        fc.asyncProperty(steps, async (all) => {
          const world = await newWorld()
          const model = await perform(world, all, feedback)
          for (const scope of ['place', 'group'] as const) {
            for (const [number, place] of places.entries()) {
              const board = await world.board({ group, place, scope, size: 100 })
              const rows = board.rows.map(({ rank, person, points, answered }) => ({ name: person.name, points, answered, rank }))
              expect(rows.sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name))).toEqual(recount(model, scope, number))
              expect(board.people).toBe(board.rows.length)
            }
          }
        }),
        { numRuns: 25 },
      )
    })
  })
}
