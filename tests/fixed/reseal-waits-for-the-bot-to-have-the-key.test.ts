// Somebody puts a new key first in TOKEN_KEYS and forgets to restart the bot: tokens then stay sealed with the old one, so it has to stay.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { resealOnRequest } from '../../src/cli/reseal.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { createLog } from '../../src/ops/log.ts'
import { resealTokens } from '../../src/service/reseal.ts'
import { tokenKeysOf } from '../../src/service/slack-for-many.ts'
import { takeOrders } from '../../src/service/take-orders.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'
import { monday } from '../ledger/world.ts'

const newFolder = temporaryFolder()
const newKey = (number: number) => `${number}:${randomBytes(32).toString('base64')}`
const asking = (databaseFile: string, tokenKeys: string) => resealOnRequest({ databaseFile, databaseUrl: null, slack: { mode: 'oauth', tokenKeys } as never })

test('a bot with other keys says so, and names no key that can go', { timeout: 30_000 }, async () => {
  const [databaseFile, old] = [join(newFolder(), 'db'), newKey(1)]
  const ledger = await openLedger(databaseFile, { now: monday })
  const reseal = (wanted: readonly string[]) => resealTokens(ledger.installations, tokenKeysOf({ tokenKeys: old }), wanted)
  const orders = takeOrders(databaseFile, { ledger, platforms: () => [], reseal, now: () => monday, log: createLog('error') })
  const refused = await asking(databaseFile, `${newKey(2)},${old}`)
  expect(refused).toEqual({ failed: true, lines: [expect.stringMatching(/Restart the bot, .*keep all keys/u)] })
  expect(await asking(databaseFile, old)).toMatchObject({ failed: false, lines: [expect.anything(), expect.not.stringContaining('can go')] })
  await orders.stop()
  await ledger.close()
})

test('without a database nothing is made, and that is said', async () => {
  const databaseFile = join(newFolder(), 'db')
  expect(await asking(databaseFile, newKey(1))).toEqual({ failed: true, lines: [expect.stringContaining('no database')] })
})
