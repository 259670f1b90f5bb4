// A board with the asker's own rank: one busy channel with a million answers against one with a thousand.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Scope } from '../../src/core/board.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { openDatabase } from '../../src/ledger/sqlite/file/open-database.ts'
import { ledgerOn } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { median, rounded, type Figure, type Size } from './figure.ts'
import { closeRound, fill, openRound, personName, seedGroup, seedPlace } from './seed.ts'

const days = 50
const repeatsOf = { whole: 30, brief: 1 }
const readsEach = 200
/** Fifty answers each. */
const peopleOf = { whole: 20_000, brief: 40 }

type Compared = { readonly small: Channel; readonly large: Channel; readonly repeats: number }
type Channel = { readonly ledger: Ledger; readonly people: number; asker: number }

export async function board(size: Size = 'whole'): Promise<readonly Figure[]> {
  const dir = mkdtempSync(join(tmpdir(), 'studyhall-bench-'))
  const small = await channel(join(dir, 'small'), 20)
  const large = await channel(join(dir, 'large'), peopleOf[size])
  try {
    const repeats = repeatsOf[size]
    return [await compare('this channel', 'place', { small, large, repeats }), await compare('the whole group', 'group', { small, large, repeats })]
  } finally {
    await Promise.all([small.ledger.close(), large.ledger.close()])
    rmSync(dir, { recursive: true })
  }
}

async function channel(file: string, people: number): Promise<Channel> {
  const opened = openDatabase(file, { salt: 'bench' })
  const ledger = ledgerOn(opened)
  const rounds: string[] = []
  for (let date = 0; date < days; date++) {
    rounds.push(await openRound(ledger, date))
    await closeRound(ledger, date)
  }
  fill(opened.db, rounds, people)
  return { ledger, people, asker: 0 }
}

async function compare(name: string, scope: Scope, { small, large, repeats }: Compared): Promise<Figure> {
  const times: { small: number; large: number }[] = []
  for (let repeat = 0; repeat < repeats; repeat++) {
    times.push({ small: await timeOf(small, scope), large: await timeOf(large, scope) })
  }
  const ratio = median(times.map(({ small, large }) => large / small))
  return {
    what: `(c) board of ${name} with own rank, ${(days * large.people).toLocaleString('en')} answers`,
    value: `${rounded(median(times.map((time) => time.large)), 0)} µs`,
    floor: `${rounded(median(times.map((time) => time.small)), 0)} µs with ${(days * small.people).toLocaleString('en')} answers`,
    ratio,
    goal: `at most ${rounded(1.5)}`,
    reached: ratio <= 1.5,
  }
}

/** Microseconds for a board, another asker each time. */
async function timeOf(channel: Channel, scope: Scope): Promise<number> {
  const before = performance.now()
  for (let read = 0; read < readsEach; read++) {
    channel.asker = (channel.asker + 7919) % channel.people
    const asker = personName(channel.asker + 1)
    const found = await channel.ledger.boards.board({ group: seedGroup, place: seedPlace, scope, span: 'all', by: 'points', day: '2026-02-20', page: 0, size: 10, asker })
    if (found.own === null || found.people !== channel.people) throw new Error('A board of the benchmark is not whole.')
  }
  return ((performance.now() - before) * 1000) / readsEach
}
