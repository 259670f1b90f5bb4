// The benchmark measures a ledger that was filled in bulk: it must be the one that as many answers would have made.
import { expect, it } from 'vitest'
import { openDatabase, type OpenDatabase } from '../../src/ledger/sqlite/file/open-database.ts'
import { ledgerOn } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { answeredAt, closeRound, fill, openRound, optionOf, personName, seedGroup } from '../bench/seed.ts'

const days = 40
const people = 25

function tablesOf({ db }: OpenDatabase): unknown {
  const names = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('meta', 'sqlite_stat1') ORDER BY name`).pluck().all()
  return Object.fromEntries(names.map((name) => [name, db.prepare(`SELECT * FROM ${String(name)} WHERE true ORDER BY 1, 2`).all()]))
}

it('leaves the tables as answers through the port leave them', async () => {
  const [bulk, port] = [openDatabase(':memory:', { salt: 'same' }), openDatabase(':memory:', { salt: 'same' })]
  const [bulkLedger, portLedger] = [ledgerOn(bulk), ledgerOn(port)]
  const rounds: string[] = []
  for (let date = 0; date < days; date++) {
    rounds.push(await openRound(bulkLedger, date))
    await closeRound(bulkLedger, date)
    const round = await openRound(portLedger, date)
    for (let number = 1; number <= people; number++) {
      const person = { id: personName(number), group: seedGroup, name: personName(number) }
      await portLedger.answers.take(round, person, [optionOf(number, date)], answeredAt(number, date))
    }
    await closeRound(portLedger, date)
  }
  fill(bulk.db, rounds, people)
  const levels = (opened: OpenDatabase) => opened.db.prepare('DELETE FROM levels WHERE people = 0').run()
  levels(bulk)
  levels(port)
  expect(tablesOf(bulk)).toEqual(tablesOf(port))
  await Promise.all([bulkLedger.close(), portLedger.close()])
})
