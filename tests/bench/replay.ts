// Making the memories of a million answers from the log, against reading its rows alone.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../src/ledger/sqlite/file/open-database.ts'
import { ledgerOn } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { perSecond, rounded, type Figure, type Size } from './figure.ts'
import { fillLog, questions } from './study-log.ts'

const learnersOf = { whole: 200, brief: 3 }
const entriesOf = { whole: 5000, brief: 500 }
/** A memory is some hundred multiplications and powers; a row is read. */
const most = 40

export async function replays(size: Size = 'whole'): Promise<readonly Figure[]> {
  const dir = mkdtempSync(join(tmpdir(), 'studyhall-bench-'))
  const opened = openDatabase(join(dir, 'ledger'), { salt: 'bench' })
  const ledger = ledgerOn(opened)
  const accounts = Array.from({ length: learnersOf[size] }, (_, learner) => `slack:learner-${learner}`)
  const rows = accounts.length * entriesOf[size]
  try {
    fillLog(opened.db, accounts, entriesOf[size])
    const floor = secondsOf(() => {
      const read = opened.db.prepare('SELECT item_id, day, at, grade FROM study_log').raw()
      let count = 0
      for (const _ of read.iterate()) count += 1
      if (count !== rows) throw new Error('The log of the benchmark is not whole.')
    })
    const before = performance.now()
    for (const account of accounts) {
      if ((await ledger.memories.of(account)).memories.size !== questions) throw new Error('The memories of the benchmark are not whole.')
    }
    const seconds = (performance.now() - before) / 1000
    return [{
      what: `(m) memories from a log of ${rows.toLocaleString('en')} answers`,
      value: `${rounded(seconds, 1)} s, ${perSecond(rows / seconds)}`,
      floor: `${rounded(floor, 1)} s to read the rows`,
      ratio: seconds / floor,
      goal: `at most ${most}`,
      reached: seconds / floor <= most,
    }]
  } finally {
    await ledger.close()
    rmSync(dir, { recursive: true })
  }
}

function secondsOf(run: () => void): number {
  const before = performance.now()
  run()
  return (performance.now() - before) / 1000
}
