// Whatever many people do at the same moment: on PostgreSQL, where their answers look ahead together, they hear what they hear from a file, and
// the same is saved, row by row.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Round } from '../../src/core/round.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { snapshotOf } from '../../src/ledger/postgres/copy/snapshot.ts'
import { openPostgresLedger } from '../../src/ledger/postgres/postgres-ledger.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { far, farAda, guild, nearAda, never, post, together } from './contract/sharing.ts'
import { newDatabase, type TestDatabase } from './postgres-server.ts'
import { rowsByRank } from './rows-by-rank.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { day, group, minute, monday, place, someone, wordsOf, worldOf } from './world.ts'

const alone = 'slack:T1/C2'
const places = [place, far, alone] as const
/** Ada is the same user on both sides, Ben has linked his accounts. */
const [ben, benOnDiscord] = [someone('Ben'), { ...someone('Ben T', guild), account: 'discord:u:ben' }]
const near = [nearAda, ben, ...['Cleo', 'Dora', 'Emil', 'Fay'].map((name) => someone(name))]
const farther = [farAda, benOnDiscord, someone('Gus', guild), someone('Hana', guild)]

type Deed =
  | { readonly kind: 'answer' | 'twice'; readonly place: number; readonly person: number; readonly option: string; readonly name: string }
  | { readonly kind: 'hide' | 'show' | 'leave' | 'alias' | 'forget' | 'unlink'; readonly person: number }
  | { readonly kind: 'close' | 'judge' | 'void' | 'regrade'; readonly place: number }

const [whose, where] = [fc.nat(near.length + farther.length - 1), fc.nat(places.length - 1)]
const answer = fc.record({ kind: fc.constantFrom('answer' as const, 'answer' as const, 'twice' as const), place: where, person: whose, option: fc.constantFrom('a', 'b', 'c'), name: fc.constantFrom('', '', ' the Second') })
const change = fc.record({ kind: fc.constantFrom('hide' as const, 'show' as const, 'leave' as const, 'alias' as const, 'forget' as const, 'unlink' as const), person: whose })
const closing = fc.record({ kind: fc.constantFrom('close' as const, 'judge' as const, 'void' as const, 'regrade' as const), place: where })
const moment: fc.Arbitrary<Deed[]> = fc.array(fc.oneof({ weight: 12, arbitrary: answer }, { weight: 2, arbitrary: change }, { weight: 1, arbitrary: closing }), { minLength: 2, maxLength: 40 })
/** What happens at the same moment, some times a day. */
const days = fc.array(fc.array(moment, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })

let database: TestDatabase
let postgres: Ledger
beforeAll(async () => {
  database = await newDatabase()
  postgres = await openPostgresLedger(database.url, { salt: 'salt', now: monday, shared: true })
})
afterAll(async () => {
  await postgres.close()
  await database.drop()
})
const newFolder = temporaryFolder()

/** @returns what everybody heard */
async function live(ledger: Ledger, all: readonly (readonly (readonly Deed[])[])[]): Promise<readonly unknown[]> {
  const world = worldOf(ledger)
  await together(world, { days: [1, 2, 3, 4, 5, 6, 7] })
  await world.setUp({ place: alone, days: [1, 2, 3, 4, 5, 6, 7], feedback: 'at-close' })
  const { code } = await ledger.links.offer(ben, monday - day)
  const linked = await ledger.links.confirm(benOnDiscord, code, monday - day)
  const link = linked.kind === 'linked' ? linked.link.id : never()
  const heard: unknown[] = []
  for (const [date, moments] of all.entries()) {
    const opened = monday + date * day
    await ledger.closing.closeDue(opened, 10)
    const rounds = await post(world, opened)
    for (const [nth, deeds] of moments.entries()) {
      const at = opened + (nth + 1) * minute
      heard.push(await Promise.allSettled(deeds.flatMap((deed, index) => perform(ledger, { rounds, link }, deed, at + index))))
    }
    for (const each of rounds.values()) heard.push(await ledger.rounds.view(each.id, each.group, null), await world.board({ group: each.group, place: each.place, size: 30 }))
  }
  return heard
}

function perform({ answers, people, closing: closes, corrections, forgetting, links }: Ledger, { rounds, link }: { readonly rounds: ReadonlyMap<string, Round>; readonly link: string }, deed: Deed, at: number): readonly Promise<unknown>[] {
  switch (deed.kind) {
    case 'answer':
    case 'twice': {
      const round = rounds.get(places[deed.place] ?? '')
      const those = round?.group === group ? near : farther
      const who = those[deed.person % those.length] ?? never()
      const press = (chosen: string) => (round === undefined ? [] : [answers.take(round.id, { ...who, name: who.name + deed.name }, [chosen], at)])
      return deed.kind === 'twice' ? [...press(deed.option), ...press('d')] : press(deed.option)
    }
    case 'close':
      return [closes.closeDue(at + day, deed.place + 1)]
    case 'judge':
      return [closes.judgeDue(at + day, 3)]
    case 'void':
    case 'regrade': {
      const round = rounds.get(places[deed.place] ?? '')
      const change = deed.kind === 'void' ? { kind: 'void' as const } : { kind: 'regrade' as const, key: ['c'] }
      return round === undefined ? [] : [corrections.correct(round.id, { change, why: 'So it is.', version: 0, words: wordsOf('?') }, 'operator', at).then((done) => (done.kind === 'done' ? [done.shift, done.keptBack] : done.kind))]
    }
    default:
      return [changed([...near, ...farther][deed.person] ?? never(), deed.kind)]
  }

  function changed(who: (typeof near)[number], kind: 'hide' | 'show' | 'leave' | 'alias' | 'forget' | 'unlink'): Promise<unknown> {
    if (kind === 'leave') return people.setPresence([{ person: who.id, gone: true }], at)
    if (kind === 'alias') return people.setAlias(who, 'Blue Heron')
    if (kind === 'forget') return forgetting.forget(who, 'here', at)
    return kind === 'unlink' ? links.unlink(who, link, at).then((done) => done?.changed) : people.setHidden(who, kind === 'hide')
  }
}

it('what happens at once comes to the same as in a file', async () => {
  const folder = newFolder()
  let nth = 0
  await fc.assert(
    fc.asyncProperty(days, async (all) => {
      await database.empty()
      nth += 1
      const [own, copy] = [join(folder, `${nth}.sqlite`), join(folder, `${nth}-copy.sqlite`)]
      const file = await openLedger(own, { salt: 'salt', now: monday })
      const heard = await live(file, all)
      await file.close()
      expect(await live(postgres, all)).toEqual(heard)
      await snapshotOf(database.url, copy, () => undefined)
      expect(rowsIn(copy)).toEqual(rowsIn(own))
      for (const each of [own, copy]) rmSync(each)
    }),
    { numRuns: 8 },
  )
})

function rowsIn(file: string): ReturnType<typeof rowsByRank> {
  const db = new Database(file, { readonly: true })
  try {
    return rowsByRank(db)
  } finally {
    db.close()
  }
}
