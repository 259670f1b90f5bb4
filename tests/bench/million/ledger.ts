// The ledger alone: everything due in one minute, boards, one's own progress, and answers from one and from two processes.
import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type pg from 'pg'
import { overviewOf } from '../../../src/core/overview.ts'
import type { QuestionBank } from '../../../src/core/due.ts'
import type { Ledger } from '../../../src/ledger/ledger.ts'
import { median, perSecond, rounded, type Figure } from '../figure.ts'
import { ask, hear } from '../press/children.ts'
import type { Hears, Says } from './answering.ts'
import { groupName, homeOf, personName, placeName, type Town } from './town.ts'

export type Place = { readonly ledger: Ledger; readonly client: pg.Client; readonly town: Town; readonly url: string; readonly serverCpu: () => number }

/** As many as delivery claims at once. */
const atOnce = 25
/** Each answer is of somebody else. */
const passes = 3
const readsOf = 200

const minute = 60
export const dueGoal = (town: Town) => town.places / minute

/** The rounds that are due in this minute are claimed, and posted as far as the ledger is concerned. */
export async function claimAll({ ledger, town, client }: Place, bank: QuestionBank, dueAt: number): Promise<readonly Figure[]> {
  const began = performance.now()
  let claimed = 0
  while (await ledger.delivery.isDue(dueAt)) claimed += (await ledger.delivery.claimDue(dueAt, bank, atOnce)).length
  const claiming = (performance.now() - began) / 1000
  const names = (await client.query<{ readonly name: string }>(`SELECT name FROM rounds WHERE state = 'claimed'`)).rows
  let opened = 0
  await Promise.all(
    Array.from({ length: 64 }, async () => {
      for (let row = names[opened++]; row !== undefined; row = names[opened++]) {
        if (await ledger.delivery.markSending(row.name, dueAt, null)) await ledger.delivery.confirmPosted(row.name, `message of ${row.name}`, dueAt)
      }
    }),
  )
  const whole = (performance.now() - began) / 1000
  return [
    {
      what: `(t) ${town.places.toLocaleString('en')} rounds due in one minute, of ${town.groups.toLocaleString('en')} groups: claimed, ${atOnce} at once`,
      value: `${claimed.toLocaleString('en')} in ${rounded(claiming, 1)} s, ${perSecond(claimed / claiming)}`,
      floor: `${perSecond(10_000 * 3 / minute)} is all of a whole town in a minute`,
      ratio: claimed / claiming / (30_000 / minute),
      goal: 'at least 1.00, each once',
      reached: claimed === town.places && claimed / claiming >= 30_000 / minute,
    },
    {
      what: '(t) the same, claimed, marked as being sent, and confirmed',
      value: `${rounded(whole, 1)} s, ${perSecond(claimed / whole)}`,
      floor: '',
      ratio: null,
      goal: 'none: platforms take longer',
      reached: true,
    },
  ]
}

export async function boardsAndProgress({ ledger, client, town }: Place, day: string): Promise<readonly Figure[]> {
  const large = (index: number) => 1 + ((index * 7919) % town.large)
  const small = (index: number) => town.large + 1 + ((index * 7919) % (town.people - town.large))
  const board = async (scope: 'place' | 'group', person: number, people: number) => {
    const { group, place } = homeOf(town, person)
    const found = await ledger.boards.board({ group: groupName(group), place: placeName(place), scope, span: 'all', by: 'points', day, page: 0, size: 10, asker: personName(town, person) })
    if (found.own === null || found.people < people) throw new Error('A board of the town is not whole.')
  }
  const me = async (person: number) => {
    const { group, place } = homeOf(town, person)
    const [log, { memories }, progress] = await Promise.all([
      ledger.memories.log(personName(town, person), ''),
      ledger.memories.of(personName(town, person)),
      ledger.boards.progress({ id: personName(town, person), group: groupName(group), name: `Person ${person}` }, placeName(place), day),
    ])
    overviewOf({ log, day, weights: new Map(), topicOf: () => undefined, isKnown: () => true })
    if (progress.rank === null || memories.size === 0) throw new Error('Progress in the town is not whole.')
  }
  const trip = await timesOf(() => client.query('SELECT 1'))
  return [
    timesFigure(`(t) board of a channel of ${town.large.toLocaleString('en')} people, with own rank`, await timesOf((index) => board('place', large(index), town.large)), trip),
    timesFigure('(t) board of that workspace', await timesOf((index) => board('group', large(index), town.large)), trip),
    timesFigure('(t) board of a small workspace', await timesOf((index) => board('group', small(index), 1)), trip),
    timesFigure('(t) ledger and core of `me`, the first time after an answer', await timesOf((index) => me(large(index))), trip),
    timesFigure('(t) the same in a small workspace', await timesOf((index) => me(small(index))), trip),
  ]
}

async function timesOf(read: (index: number) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = []
  for (let index = 0; index < readsOf; index++) {
    const before = performance.now()
    await read(index)
    times.push(performance.now() - before)
  }
  // The first ones prepare the statements.
  return times.slice(readsOf / 10).toSorted((a, b) => a - b)
}

const most = 100
const at = (times: readonly number[], share: number) => times[Math.floor(times.length * share)] ?? Number.NaN

function timesFigure(what: string, times: readonly number[], trip: readonly number[]): Figure {
  const [p50, p99, floor] = [at(times, 0.5), at(times, 0.99), at(trip, 0.5)]
  return { what, value: `p50 ${rounded(p50, 1)} ms, p99 ${rounded(p99, 1)} ms`, floor: `${rounded(floor, 2)} ms a round trip`, ratio: p50 / floor, goal: `p99 at most ${most} ms`, reached: p99 <= most }
}

type Pass = { readonly rate: number; readonly node: number; readonly server: number; readonly counted: number }

export async function answersOfMany({ url, town, serverCpu }: Place, now: number): Promise<readonly Figure[]> {
  // A pass of one process and one of two, of other people each.
  const count = Math.floor(Math.min(town.people / (passes + 1) / 2, 10_000))
  const workers = [0, 1].map(() => fork(join(import.meta.dirname, 'answering.ts'), [url, JSON.stringify(town)]))
  try {
    await Promise.all(workers.map((worker) => hear<Says>(worker)))
    let next = 1
    const pass = async (who: readonly ChildProcess[]): Promise<Pass> => {
      const [server, began] = [serverCpu(), performance.now()]
      const each = Math.floor(count / who.length)
      const said = await Promise.all(who.map((worker, index) => ask<Hears, Says>(worker, { first: next + index * each, count: each, at: now + next })))
      const seconds = (performance.now() - began) / 1000
      next += count
      const done = said.filter((each) => each.kind === 'done')
      const total = each * who.length
      return { rate: total / seconds, node: done.reduce((sum, { cpu }) => sum + cpu, 0) / total, server: (serverCpu() - server) / total, counted: done.reduce((sum, { counted }) => sum + counted, 0) / total }
    }
    const found: { readonly one: Pass; readonly two: Pass }[] = []
    for (let turn = 0; turn <= passes; turn++) {
      const two = turn % 2 === 0 ? await pass(workers) : undefined
      const one = await pass(workers.slice(0, 1))
      // The first one warms up.
      const both = { one, two: two ?? (await pass(workers)) }
      if (turn > 0) found.push(both)
    }
    return [answersFigure(found, count)]
  } finally {
    for (const worker of workers) worker.disconnect()
  }
}

function answersFigure(found: readonly { readonly one: Pass; readonly two: Pass }[], count: number): Figure {
  const of = (pick: (pass: { readonly one: Pass; readonly two: Pass }) => number) => median(found.map(pick))
  const cpu = (pick: (pass: { readonly one: Pass; readonly two: Pass }) => Pass) => `${rounded(of((pass) => pick(pass).node), 0)} + ${rounded(of((pass) => pick(pass).server), 0)} µs of CPU each, node and server`
  const counted = of(({ one, two }) => Math.min(one.counted, two.counted))
  return {
    what: `(t) ${count.toLocaleString('en')} answers by two processes (${cpu(({ two }) => two)})`,
    value: perSecond(of(({ two }) => two.rate)),
    floor: `${perSecond(of(({ one }) => one.rate))} by one (${cpu(({ one }) => one)})`,
    ratio: of(({ one, two }) => two.rate / one.rate),
    goal: 'each counted',
    reached: counted === 1,
  }
}
