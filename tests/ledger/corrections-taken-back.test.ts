// Corrections that are taken back leave everything as it would be without them, over random histories.
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Change } from '../../src/core/correction.ts'
import { openDatabase } from '../../src/ledger/sqlite/file/open-database.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { ledgerOn } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { ada, ben, cleo, day, dora, minute, monday, someone, wordedBank, wordsOf, worldOf } from './world.ts'

const newFolder = temporaryFolder()
const people = [ada, ben, cleo, dora, someone('Eve')]
const manager = { id: 'slack:T1/Manager', admin: true }
const days = 5

type Correction = { readonly round: number; readonly change: Change; readonly undoFirst: boolean }
type Other = { readonly kind: 'hide' | 'forget' | 'alias'; readonly person: number }

const answer = fc.record({ person: fc.nat(people.length - 1), option: fc.constantFrom('a', 'b', 'c', 'd'), minutes: fc.nat(300) })
const history = fc.record({
  two: fc.boolean(),
  feedback: fc.constantFrom('instant' as const, 'at-close' as const),
  answers: fc.array(fc.array(answer, { maxLength: 7 }), { minLength: days, maxLength: days }),
  corrections: fc.array(
    fc.record({
      round: fc.nat(days - 1), undoFirst: fc.boolean(),
      change: fc.oneof(fc.constant({ kind: 'void' } as const), fc.constantFrom('a', 'b', 'c', 'd').map((option) => ({ kind: 'regrade', key: [option] }) as const)),
    }),
    { minLength: 1, maxLength: 8 },
  ),
})
const others = fc.array(fc.record({ kind: fc.constantFrom('hide' as const, 'forget' as const, 'alias' as const), person: fc.nat(people.length - 1) }), { maxLength: 3 })

async function played({ two, feedback, answers }: { readonly two: boolean; readonly feedback: 'instant' | 'at-close'; readonly answers: readonly (readonly { readonly person: number; readonly option: string; readonly minutes: number }[])[] }) {
  const file = join(newFolder(), 'ledger')
  const opened = openDatabase(file, { salt: 'same' })
  const ledger = ledgerOn(opened)
  const world = worldOf(ledger)
  await world.setUp({ feedback })
  const rounds: string[] = []
  for (const [at, those] of answers.entries()) {
    const due = monday + at * day
    const round = await world.post(due, wordedBank('', 5, two ? ['c', 'b'] : ['b']))
    rounds.push(round.id)
    for (const { person, option, minutes } of those.toSorted((one, other) => one.minutes - other.minutes)) {
      await world.answer(round, people[person] ?? ada, two ? (option === 'a' ? 'ab' : `a${option}`) : option, due + minutes * minute)
    }
    // The last one stays open.
    if (at < days - 1) await ledger.closing.closeDue(due + day, 9)
  }
  return { file, db: opened.db, ledger, rounds }
}

type Played = Awaited<ReturnType<typeof played>>

const end = monday + days * day

async function change({ ledger, rounds }: Played, { round, change: wanted, undoFirst }: Correction, two: boolean): Promise<void> {
  const id = rounds[round] ?? ''
  const version = async () => (await ledger.corrections.find(id))?.version ?? 0
  if (undoFirst) await ledger.corrections.undo(id, await version(), manager, end)
  const asked: Change = wanted.kind === 'regrade' && two ? { kind: 'regrade', key: wanted.key[0] === 'a' ? ['a', 'b'] : ['a', ...wanted.key] } : wanted
  await ledger.corrections.correct(id, { change: asked, why: 'Because.', version: await version(), words: wordsOf('?') }, manager, end)
}

async function undoAll({ ledger, rounds }: Played): Promise<void> {
  for (const id of rounds.toReversed()) {
    for (;;) {
      const undone = await ledger.corrections.undo(id, (await ledger.corrections.find(id))?.version ?? 0, manager, end)
      if (undone.kind !== 'done') break
    }
  }
}

async function other({ ledger }: Played, { kind, person }: Other): Promise<void> {
  const who = people[person] ?? ada
  if (kind === 'hide') await ledger.people.setHidden(who, true)
  if (kind === 'alias') await ledger.people.setAlias(who, `Heron ${person}`)
  if (kind === 'forget') await ledger.forgetting.forget(who, 'here', end)
}

/** All that follows from answers. When points were reached depends on what came first, if other things happened in between. */
async function derived({ db, ledger }: Played, reached: boolean): Promise<unknown> {
  const memories = []
  for (const { id } of people) memories.push([...(await ledger.memories.of(id)).memories].toSorted())
  const all = (sql: string) => allOf(db, sql)
  return {
    memories,
    logs: await Promise.all(people.map(async ({ id }) => (await ledger.memories.log(id, '')).toSorted((one, two) => one.at - two.at || (one.item < two.item ? -1 : 1)))),
    scores: all(`SELECT p.name, b.scope, b.period, s.points, s.answered, s.right_answers, s.shown${reached ? ', s.reached_at' : ''} FROM scores s JOIN people p ON p.id = s.person_id
      JOIN boards b ON b.id = s.board_id WHERE s.answered > 0 ORDER BY 1, 2, 3`),
    levels: all('SELECT board_id, points, people FROM levels WHERE people > 0 ORDER BY 1, 2'),
    members: all('SELECT p.name, m.current, m.longest, m.last_day, m.grace, m.toward FROM members m JOIN people p ON p.id = m.person_id ORDER BY 1'),
    votes: all('SELECT * FROM votes ORDER BY 1, 2'),
    forgotten: all('SELECT * FROM forgotten_votes ORDER BY 1, 2'),
    answers: all('SELECT * FROM answers ORDER BY 1, 2'),
    rounds: all('SELECT r.name, r.key, r.voided, r.answered, r.right_answers, r.rejudge, c.body FROM rounds r LEFT JOIN contents c ON c.id = r.content_id ORDER BY r.id'),
  }
}

const allOf = (db: Database, sql: string): unknown => db.prepare(sql).all()

it('several corrections of several rounds, taken back, leave every row as it was', async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ corrections, ...rest }) => {
      const there = await played(rest)
      const before = await derived(there, true)
      for (const each of corrections) await change(there, each, rest.two)
      for (const { id } of people) await there.ledger.memories.of(id)
      expect(verifyLedger(there.file).problems).toEqual([])
      await undoAll(there)
      expect(await derived(there, true)).toEqual(before)
      await there.ledger.close()
      expect(verifyLedger(there.file).problems).toEqual([])
    }),
    { numRuns: 10 },
  )
}, 300_000)

it('and also where people hide or are forgotten in between', async () => {
  await fc.assert(
    fc.asyncProperty(history, others, async ({ corrections, ...rest }, between) => {
      const [there, without] = [await played(rest), await played(rest)]
      for (const each of between) await other(without, each)
      for (const [at, each] of corrections.entries()) {
        await change(there, each, rest.two)
        const next = between[at]
        if (next !== undefined) await other(there, next)
      }
      for (const each of between.slice(corrections.length)) await other(there, each)
      await undoAll(there)
      expect(await derived(there, false)).toEqual(await derived(without, false))
      await Promise.all([there, without].map(({ ledger }) => ledger.close()))
      expect(verifyLedger(there.file).problems).toEqual([])
    }),
    { numRuns: 10 },
  )
}, 300_000)
