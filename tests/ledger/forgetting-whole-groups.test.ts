// Forgets a group that has used everything: what earlier versions left in every table, linked accounts, a shared channel and an installation.
// What belongs to it is found by the schema alone, so a new table takes part by itself.
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { readMigrations } from '../../src/ledger/sqlite/file/migrate.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { playedLedger } from './played-ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { ada, bankOf, ben, cleo, day, group as gone, hour, monday, open, place as there, quizOf, someone } from './world.ts'

const newFolder = temporaryFolder()

const others = ['slack:T2', 'slack:T3']
const dee = someone('Dee', 'slack:T2')
const friday = monday + 4 * day

/** Of the course and of the whole bot. A learner is somebody in any number of groups, and `memories` follow from the log. */
const ofNobody = new Set(['contents', 'course_corrections', 'courses', 'items', 'learners', 'memories', 'meta'])

/** They name a round or a channel of another group without belonging to it. */
const besides = new Set(['rounds.shared_id', 'shared_channels.shared_id', 'answers.superseded_by'])

type Row = Readonly<Record<string, unknown>>
type Column = { readonly table: string; readonly from: string }

/** The group shares a channel with two others and has an installation of its own; Ada is also somebody in another group. */
async function play(file: string): Promise<void> {
  const ledger = await openLedger(file)
  const { code } = await ledger.links.offer(ada, friday - hour)
  await ledger.links.confirm(dee, code, friday - hour)
  await ledger.links.offer(ben, friday - hour)
  for (const group of others) {
    const [place, manager] = [`${group}/C1`, `${group}/Dee`]
    await ledger.quizzes.change(place, 'setup', friday - day, () => ({ quiz: quizOf({ group, place, managers: [manager], nextDate: '2026-01-09', nextAt: friday }) }))
    const shared = await ledger.sharing.offer(there, 'slack:T1/Manager', friday - hour)
    expect((await ledger.sharing.join({ code: shared }, { group, place, asker: { id: manager, admin: true, maySetUp: true } }, friday - hour)).kind).toBe('joined')
  }
  await ledger.sharing.offer(there, 'slack:T1/Manager', friday - hour)
  await ledger.memories.setPaused(ben.id, 'question:question-1', true, friday)
  const claims = await ledger.delivery.claimDue(friday, bankOf(), 9)
  expect(claims.map(({ round }) => round.group).toSorted()).toEqual([gone, ...others])
  for (const { round } of claims) {
    const opened = await open(ledger, round, friday)
    for (const person of round.group === gone ? [ada, ben, cleo] : [someone('Dee', round.group), someone('Kai', round.group)]) await ledger.answers.take(opened.id, person, ['b'], friday + hour)
  }
  await ledger.reminders.set(`${gone}/Solo`, { time: '08:30', zone: 'UTC', nextAt: friday + day })
  for (const id of [gone, 'slack:E1']) await ledger.installations.save({ id, name: 'Gone', url: 'https://gone.slack.com/', bot: 'U1', botId: 'B1', scopes: [] }, new Uint8Array([1]), [{ group: gone, name: 'Gone' }], friday)
  await ledger.installations.noteServed('slack:E1', { group: 'slack:T2', name: null })
  await ledger.groups.noteRemoval(gone, friday + day)
  await ledger.close()
}

/** Each row as text, by its table: those of the group, and the others. */
function rowsOf(file: string): { readonly own: ReadonlyMap<string, readonly string[]>; readonly others: ReadonlyMap<string, readonly string[]>; readonly broken: readonly unknown[] } {
  const db = new Database(file, { readonly: true })
  const tables = db.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all()
  const rows = new Map(tables.map((table) => [table, db.prepare<[], Row>(`SELECT * FROM "${table}"`).all()]))
  const parents = new Map(tables.map((table) => [table, parentsOf(db, table)]))
  const broken = db.pragma('foreign_key_check') as readonly unknown[]
  db.close()
  const own = new Set<Row>()
  // The place of what channels share stays as long as some of them do.
  const common = new Set((rows.get('shared_channels') ?? []).map((row) => row['shared_id']))
  const named = new RegExp(`${gone}(?![0-9])`, 'u')
  const belongs = (table: string, row: Row): boolean => {
    if (table === 'places' && common.has(row['id'])) return false
    if (Object.values(row).some((value) => typeof value === 'string' && named.test(value))) return true
    if (table === 'boards') return [...own].some((each) => each['id'] === row['owner_id'] && rows.get(row['scope'] === 'place' ? 'places' : 'groups')?.includes(each))
    return (parents.get(table) ?? []).some(({ table: parent, from }) => [...own].some((each) => each['id'] === row[from] && rows.get(parent)?.includes(each)))
  }
  for (let before = -1; before < own.size;) {
    before = own.size
    for (const [table, all] of rows) if (!ofNobody.has(table)) for (const row of all) if (!own.has(row) && belongs(table, row)) own.add(row)
  }
  const part = (wanted: boolean) => new Map([...rows].map(([table, all]) => [table, all.filter((row) => own.has(row) === wanted).map((row) => JSON.stringify(row))]))
  return { own: part(true), others: part(false), broken }
}

function parentsOf(db: Database.Database, table: string): readonly Column[] {
  const keys = db.pragma(`foreign_key_list("${table}")`) as readonly Column[]
  return keys.filter(({ table: parent, from }) => !ofNobody.has(parent) && !besides.has(`${table}.${from}`))
}

it('leaves no row that belongs to the group in any table, and all rows of others', async () => {
  const file = playedLedger(newFolder(), readMigrations().length - 1)
  await play(file)
  const before = rowsOf(file)
  // A table that nothing of the group stands in proves nothing.
  expect([...before.own].filter(([table, rows]) => rows.length === 0 && !ofNobody.has(table)).map(([table]) => table)).toEqual([])
  expect(verifyLedger(file).problems).toEqual([])

  const ledger = await openLedger(file)
  while (await ledger.forgetting.forgetGroup(gone, friday + day));
  await ledger.installations.drop(gone)
  await ledger.close()

  const after = rowsOf(file)
  expect([...after.own].filter(([, rows]) => rows.length > 0)).toEqual([])
  const left = [...after.others].map(([table, rows]) => [table, rows.filter((row) => before.own.get(table)?.includes(row))] as const)
  expect(left.filter(([, rows]) => rows.length > 0)).toEqual([])
  // The levels of a common board follow from the scores that are left; the last line looks at them.
  const lost = [...before.others].filter(([table, rows]) => table !== 'levels' && !ofNobody.has(table) && rows.length > (after.others.get(table)?.length ?? 0)).map(([table]) => table)
  expect(lost).toEqual([])
  expect(after.broken).toEqual([])
  expect(verifyLedger(file).problems).toEqual([])
})
