// What `me` needs of ledger and core with 5,000 answers in the log, against reading as many rows alone.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { overviewOf } from '../../src/core/overview.ts'
import { pickReview } from '../../src/core/review.ts'
import { openDatabase } from '../../src/ledger/sqlite/file/open-database.ts'
import { ledgerOn } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { rounded, type Figure, type Size } from './figure.ts'
import { dayOf, fillLog, questions } from './study-log.ts'

const account = 'slack:me'
const topics = 40
const repeatsOf = { whole: 300, brief: 3 }
const entriesOf = { whole: 5000, brief: 500 }
const most = 5

export async function me(size: Size = 'whole'): Promise<readonly Figure[]> {
  const dir = mkdtempSync(join(tmpdir(), 'studyhall-bench-'))
  const opened = openDatabase(join(dir, 'ledger'), { salt: 'bench' })
  const ledger = ledgerOn(opened)
  const weights = new Map(Array.from({ length: topics }, (_, topic) => [`topic-${topic}`, 1]))
  const topicOf = (question: string) => `topic-${Number(question) % topics}`
  const items = Array.from({ length: questions }, (_, question) => ({ item: `question:${question}`, facts: [`fact-${question}`] }))
  const day = dayOf(entriesOf[size])
  const rows = opened.db.prepare('SELECT l.day, l.at, l.grade FROM accounts a JOIN study_log l ON l.account_id = a.id WHERE a.name = +?')
  const overview = async () => {
    const [log, { memories, paused }] = await Promise.all([ledger.memories.log(account, ''), ledger.memories.of(account)])
    return { ...overviewOf({ log, day, weights, topicOf, isKnown: () => true }), review: pickReview({ items, memories, paused, day }) }
  }
  try {
    fillLog(opened.db, [account], entriesOf[size])
    await ledger.memories.of(account)
    const times: { me: number; rows: number }[] = []
    for (let repeat = 0; repeat < repeatsOf[size]; repeat++) {
      const times0 = performance.now()
      const { topics: answered } = await overview()
      const times1 = performance.now()
      const read = rows.all(account)
      times.push({ me: times1 - times0, rows: performance.now() - times1 })
      if (answered.length !== topics || read.length !== entriesOf[size]) throw new Error('The benchmark did not read the whole log.')
    }
    // The best of many: with noisy neighbors, a limit in milliseconds would measure these.
    const [value, floor] = [Math.min(...times.map((time) => time.me)), Math.min(...times.map((time) => time.rows))]
    return [{
      what: `(l) ledger and core of \`me\`, ${entriesOf[size].toLocaleString('en')} answers to ${questions} questions`,
      value: `${rounded(value)} ms`,
      floor: `${rounded(floor)} ms to read the rows`,
      ratio: value / floor,
      goal: `under ${most} ms`,
      reached: value < most,
    }]
  } finally {
    await ledger.close()
    rmSync(dir, { recursive: true })
  }
}
