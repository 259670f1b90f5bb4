// Opens the ledger that is configured: in a file or in PostgreSQL, for this process alone or for several.
import type { Config } from '../config/config.ts'
import type { Measures } from '../core/measures.ts'
import type { Duty } from '../ledger/duty.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { openLedger } from '../ledger/sqlite/sqlite-ledger.ts'
import type { Platform } from '../platforms/platform.ts'
import type { Surroundings } from './surroundings.ts'

/** `duty`: where other processes may use the ledger as well. */
type Opened = { readonly ledger: Ledger; readonly duty?: Duty }

/** @throws LedgerError with a sentence that says what to do */
export async function openLedgerOf(config: Config, around: Surroundings, measures: Measures | undefined): Promise<Opened> {
  const { ledger, duty } = await openFor(config, around, measures)
  const measured = measures === undefined ? ledger : (await import('../ops/measured-ledger.ts')).measuredLedger(ledger, measures)
  return duty === undefined ? { ledger: measured } : { ledger: measured, duty }
}

async function openFor(config: Config, { now, log, giveUp }: Surroundings, measures: Measures | undefined): Promise<Opened> {
  const { databaseFile, databaseUrl } = config
  const warn = (sentences: string) => log.warn(databaseUrl === null ? { file: databaseFile } : {}, sentences)
  if (databaseUrl === null) return { ledger: await openLedger(databaseFile, { now: now(), warn }, measures?.ledger) }
  const { openPostgresLedger, openSharedLedger } = await import('../ledger/postgres/postgres-ledger.ts')
  if (!maybeOneOfSeveral(config)) return { ledger: await openPostgresLedger(databaseUrl, { now: now(), warn, onFollowed: ({ message }) => giveUp?.(message) }, measures?.ledger) }
  const onDuty = (isOurs: boolean) => log.info({}, isOurs ? 'this process has the duty: it posts and closes what is due' : 'another process has the duty; this one goes on answering people')
  const onDutyFailed = (fault: unknown) => log.error({ fault }, 'the duty could not be done; trying again')
  return openSharedLedger(databaseUrl, { now: now(), warn, onDuty, onDutyFailed }, measures?.ledger)
}

/** Discord's gateway tells each process everything, so both would answer; and what the terminal shows is its own. */
const maybeOneOfSeveral = ({ slack, discord }: Config): boolean => (slack !== null || discord !== null) && (discord === null || discord.overHttp !== undefined)

/** That another process uses the same token is as it should be. */
export const oneOfSeveral = (platform: Platform): Platform => ({ ...platform, shared: () => false })
