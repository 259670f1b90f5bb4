// The machine's clock was set back by two days while a question was open: the answer counted for a day before that of its round, so the
// day of the round counted as one without an answer, and the next one broke the streak.
import { expect, test } from 'vitest'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { ada, day, minute, monday, worldOf } from '../ledger/world.ts'

test('an answer under a clock that was set back counts for the day of its round', async () => {
  const ledger = await openLedger(':memory:')
  const world = worldOf(ledger)
  await world.setUp()
  const at = (date: number) => monday + date * day
  for (const date of [0, 1]) await world.answer(await world.post(at(date)), ada, 'b', at(date) + minute)
  const third = await world.post(at(2))
  expect((await world.answer(third, ada, 'b', at(0)))?.streak).toBe(3)
  expect((await world.answer(await world.post(at(3)), ada, 'b', at(3)))?.streak).toBe(4)
  await ledger.close()
})
