// After a choice that was changed in the last second, verify said that a learner remembered what the log did not know, and restore refused
// a sound backup.
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { restoreLedger } from '../../src/ledger/sqlite/file/restore.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'
import { ada, worldOf } from '../ledger/world.ts'

const newFolder = temporaryFolder()

it('a ledger is sound between a late change and the next look at what somebody remembers, and so is its backup', async () => {
  const [file, backup] = [join(newFolder(), 'db'), join(newFolder(), 'backup')]
  const ledger = await openLedger(file)
  const world = worldOf(ledger)
  await world.setUp({ feedback: 'at-close' })
  const round = await world.post()
  await world.answer(round, ada, 'a')
  await ledger.closing.closeDue(round.closesAt + 1_000, 9)
  await ledger.memories.of(ada.id)
  expect(await ledger.answers.take(round.id, ada, ['b'], round.closesAt - 1_000, round.closesAt + 20_000)).toMatchObject({ verdict: { kind: 'counted', changed: true } })
  expect(verifyLedger(file).problems).toEqual([])
  await ledger.upkeep.backup(backup)
  expect(restoreLedger(backup, join(newFolder(), 'db'), 'now').verdict.problems).toEqual([])
  await ledger.memories.of(ada.id)
  expect(verifyLedger(file).problems).toEqual([])
  await ledger.close()
})
