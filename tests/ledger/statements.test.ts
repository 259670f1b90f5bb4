// Statements are compiled once. SQLite as built for better-sqlite3 compiles some of them again at every call (those with a bare
// parameter beside a join, an ORDER BY or a LIMIT), which costs ten times as much as running them.
import type { Database, Statement } from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Round } from '../../src/core/round.ts'
import { openDatabase } from '../../src/ledger/sqlite/file/open-database.ts'
import { ledgerOn } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { ada, bankOf, ben, day, group, monday, open, place, someone, worldOf } from './world.ts'

const compile = globalThis.Function
let running: string | undefined
let compiled: string[]

/** better-sqlite3 makes a function for the rows of a statement whenever that was compiled, by `Function`. */
beforeEach(() => {
  compiled = []
  globalThis.Function = new Proxy(compile, {
    apply(target, self, texts: string[]) {
      if (running !== undefined) compiled.push(running)
      return Reflect.apply(target, self, texts) as unknown
    },
  })
})
afterEach(() => {
  globalThis.Function = compile
})

function watched(statement: Statement, sql: string): Statement {
  return new Proxy(statement, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return (...values: unknown[]) => {
        running = sql
        const result: unknown = value.apply(target, values)
        running = undefined
        return result === target ? watched(target, sql) : result
      }
    },
  })
}

function watchedDatabase(db: Database): Database {
  return new Proxy(db, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => watched(target.prepare(sql), sql)
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

it('compiles no statement at every call', async () => {
  const opened = openDatabase(':memory:')
  const ledger = ledgerOn({ ...opened, db: watchedDatabase(opened.db) })
  const world = worldOf(ledger)
  await world.setUp({ openMinutes: 5 * 24 * 60 })
  await ledger.delivery.claimExtra(place, 'extra', monday - day, bankOf())
  const rounds: Round[] = []
  for (const [date, now] of [0, 1, 2, 3].map((date) => [date, monday + date * day] as const)) {
    const [claim] = await ledger.delivery.claimDue(now, bankOf(), 10)
    if (claim === undefined) throw new Error('nothing is due')
    await ledger.delivery.unsent(now, 10)
    const round = await open(ledger, claim.round, now)
    rounds.push(round)
    for (const person of [ada, ben]) await world.answer(round, person, 'b', now)
    for (const earlier of rounds) await world.answer(earlier, someone(`late on day ${date}`), 'b', now)
    for (const query of [{ page: 0 }, { page: 1, size: 1 }, { scope: 'group' as const }]) await world.board(query)
    await Promise.all([ledger.rounds.open(place, now), ledger.rounds.over(place, now), ledger.rounds.latest(place, 5), ledger.rounds.view(round.id, group, ada.id)])
    await Promise.all([ledger.quizzes.of(group), ledger.people.placesOf(ada.id), ledger.people.inGroups(ada), ledger.people.toLookUp({ here: now, gone: now }, 5)])
    await ledger.boards.progress(ada, place, '2026-01-05')
    await ledger.people.setPresence([{ person: ada.id, gone: date % 2 === 0 }], now)
    await Promise.all([ledger.counts.stale(), ledger.counts.saveShown(round.id, 1)])
    await ledger.people.noteSeen({ ...ada, name: `Ada ${date}` })
    await ledger.delivery.claimExtra(place, 'extra', now, bankOf())
    await ledger.people.namesOf(group, [ada.id, ben.id])
  }
  for (const round of rounds) {
    await ledger.closing.closeDue(round.closesAt, 10)
    await ledger.closing.toRedraw(10)
    await ledger.news.toTell(round.closesAt, 10)
    await ledger.news.changed(round.closesAt, 10)
  }
  const often = Object.entries(Object.groupBy(compiled, (sql) => sql)).filter(([, times]) => (times?.length ?? 0) > 2)
  expect(often.map(([sql]) => sql)).toEqual([])
  expect(compiled.length).toBeGreaterThan(10)
  await ledger.close()
})
