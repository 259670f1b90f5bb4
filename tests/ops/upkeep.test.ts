import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { createUpkeep } from '../../src/ops/upkeep.ts'
import { ada, bankOf, place, worldOf } from '../ledger/world.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'upkeep-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const log = { info: () => undefined, error: (fields: object) => expect(fields).toBeUndefined() }
const hour = 3_600_000
const at = (date: string) => Date.parse(`${date}T10:00Z`)

it('saves one whole backup a date and keeps the newest', async () => {
  const ledger = await openLedger(join(folder, 'ledger.sqlite'))
  const backups = { folder: join(folder, 'backups'), keep: 2 }
  const upkeep = createUpkeep(ledger.upkeep, backups, log)
  for (const date of ['2026-03-01', '2026-03-01', '2026-03-02', '2026-03-03']) await upkeep(at(date))
  writeFileSync(join(backups.folder, 'mine.sqlite'), 'somebody else’s')
  await createUpkeep(ledger.upkeep, backups, log)(at('2026-03-03'))
  await ledger.close()
  expect(readdirSync(backups.folder).sort()).toEqual(['mine.sqlite', 'studyhall-2026-03-02.sqlite', 'studyhall-2026-03-03.sqlite'])
  expect(verifyLedger(join(backups.folder, 'studyhall-2026-03-03.sqlite')).problems).toEqual([])
})

it('goes on where a backup cannot be made, says so in the log, and makes it an hour later', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const ledger = await openLedger(join(folder, 'ledger.sqlite'))
  const backups = join(folder, 'backups')
  writeFileSync(backups, '')
  const errors: string[] = []
  const upkeep = createUpkeep(ledger.upkeep, { folder: backups, keep: 2 }, { ...log, error: (_, message) => errors.push(message) })
  await upkeep(at('2026-03-01'))
  await upkeep(at('2026-03-01'))
  expect(errors).toEqual(["could not make today's backup, check BACKUP_FOLDER; trying again in an hour"])
  rmSync(backups)
  vi.advanceTimersByTime(hour)
  await upkeep(at('2026-03-01') + hour)
  vi.useRealTimers()
  await ledger.close()
  expect([errors.length, readdirSync(backups)]).toEqual([1, ['studyhall-2026-03-01.sqlite']])
})

it('clears away what a process that was killed left of a backup', async () => {
  const ledger = await openLedger(join(folder, 'ledger.sqlite'))
  const half = ['studyhall-2026-02-28.sqlite.7-1772000000000.unfinished', 'studyhall-2026-02-28.sqlite.7-1772000000000.unfinished-journal']
  for (const name of half) writeFileSync(join(folder, name), 'half')
  await createUpkeep(ledger.upkeep, { folder, keep: 2 }, log)(at('2026-03-01'))
  await ledger.close()
  expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([])
})

it('forgets events of more than 30 days ago, also where no backup can be made, and keeps answers and boards', async () => {
  const file = join(folder, 'ledger.sqlite')
  const ledger = await openLedger(file)
  const world = worldOf(ledger)
  await world.setUp()
  const round = await world.post()
  await world.answer(round, ada, 'b')
  const extra = await ledger.delivery.claimExtra(place, 'now', at('2026-02-10'), bankOf())
  writeFileSync(join(folder, 'file'), '')
  await createUpkeep(ledger.upkeep, { folder: join(folder, 'file'), keep: 2 }, { ...log, error: () => undefined })(at('2026-03-01'))
  // The one that set the quiz up is gone, the later one is still known.
  expect(await ledger.upkeep.forgetEvents(at('2026-02-09'))).toBe(0)
  expect((await ledger.delivery.claimExtra(place, 'now', at('2026-03-01'), bankOf()))?.round.id).toBe(extra?.round.id)
  expect([(await world.board()).people, (await ledger.rounds.view(round.id, round.group, ada.id))?.mine?.chosen]).toEqual([1, ['b']])
  await ledger.close()
  expect(verifyLedger(file)).toMatchObject({ problems: [], answers: 1 })
})
