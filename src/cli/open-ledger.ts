// The ledger for commands that change it themselves, because no bot runs.
import { existsSync } from 'node:fs'
import type { Ledger } from '../ledger/ledger.ts'
import type { Report } from '../service/requests.ts'
import type { DatabaseSettings } from './ledger-file.ts'

/** Fails where a bot uses it. */
export async function openForCommand({ databaseFile, databaseUrl }: DatabaseSettings): Promise<Ledger> {
  if (databaseUrl === null) {
    const { openLedger } = await import('../ledger/sqlite/sqlite-ledger.ts')
    return openLedger(databaseFile, { now: Date.now() })
  }
  const [{ openPostgresLedger }, { isBotRunning, usedByBot }] = await Promise.all([import('../ledger/postgres/postgres-ledger.ts'), import('../ledger/postgres/look.ts')])
  // Nobody wants to wait for one that may never end.
  if (await isBotRunning(databaseUrl)) throw usedByBot()
  return openPostgresLedger(databaseUrl, { now: Date.now() })
}

/** What to print if there is nothing to open. */
export async function nothingThere({ databaseFile, databaseUrl }: DatabaseSettings): Promise<Report | undefined> {
  if (databaseUrl === null) return existsSync(databaseFile) ? undefined : { failed: true, lines: [`There’s no database at ${databaseFile}.`] }
  const { refuseOtherVersions, withConnection } = await import('../ledger/postgres/look.ts')
  await withConnection(databaseUrl, refuseOtherVersions)
  return undefined
}
