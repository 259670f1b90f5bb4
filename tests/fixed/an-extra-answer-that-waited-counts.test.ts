// An extra question was answered while the scheduled one before it was still open. That one, and the next, were never answered, and the day
// of the extra answer never counted: the streak broke as if two days were missed, and `study -- verify` called it wrong.
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'
import { ada, bankOf, day, hour, monday, open, place, worldOf } from '../ledger/world.ts'

const newFolder = temporaryFolder()
/** Half past two in the morning belongs to the day before. */
const due = (date: number) => monday + (date - 5) * day - 6.5 * hour

it('the day of an extra answer counts, though it waited for a question that was never answered', async () => {
  const file = join(newFolder(), 'db')
  const ledger = await openLedger(file)
  const world = worldOf(ledger)
  const streak = async () => (await ledger.boards.progress(ada, place, '2026-01-09')).streak
  await world.setUp({ time: '02:30', days: [1, 2, 3, 4, 5, 6, 7], openMinutes: 8 * 60, nextDate: '2026-01-06', nextAt: due(6) })
  await world.answer(await world.post(due(6)), ada, 'b', due(6) + hour)
  await ledger.closing.closeDue(due(7), 9)
  await world.post(due(7))
  const claim = await ledger.delivery.claimExtra(place, 'extra', due(7) + 2 * hour, bankOf())
  if (claim === undefined) throw new Error('no extra question was asked')
  const extra = await open(ledger, claim.round, due(7) + 2 * hour)
  expect((await world.answer(extra, ada, 'b', due(7) + 3 * hour))?.streak).toBe(1)
  await ledger.closing.closeDue(due(8), 9)
  // It's the question of 7 January, the day of the extra answer.
  await world.post(due(8))
  expect(await streak()).toMatchObject({ alive: 1 })
  expect(verifyLedger(file).problems).toEqual([])
  await ledger.closing.closeDue(due(9), 9)
  expect((await world.answer(await world.post(due(9)), ada, 'b', due(9) + hour))?.streak).toBe(2)
  expect(await streak()).toMatchObject({ alive: 2, longest: 2, toward: 3 })
  expect(verifyLedger(file).problems).toEqual([])
  await ledger.close()
})
