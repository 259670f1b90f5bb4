// A bot that answers without end and prints the number of each answer once it is confirmed; made to be killed.
import { writeSync } from 'node:fs'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { someone, worldOf } from './world.ts'

const ledger = await openLedger(process.argv[2] ?? '')
const world = worldOf(ledger)
await world.setUp()
const round = await world.post()

async function hand(first: number): Promise<never> {
  for (let number = first; ; number += 8) {
    await world.answer(round, someone(`P${number}`), 'b')
    writeSync(1, `${number}\n`)
  }
}

await Promise.all(Array.from({ length: 8 }, (_, first) => hand(first)))
