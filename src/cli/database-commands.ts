// Commands about the database: backup, restore, verify, forget, reseal.
import type { Command } from 'commander'
import { configFromEnvironment } from '../config/config.ts'
import { numberOf } from '../core/number-of.ts'
import type { Report } from '../service/requests.ts'
import { withLedgerFile } from './ledger-file.ts'
import { OperatorError } from './operator-error.ts'
import { print } from './print.ts'
import { inWords } from './verdict-words.ts'

export function addDatabaseCommands(program: Command): void {
  program
    .command('backup')
    .description('Copy the database to a new file. Works while the bot is running. With DATABASE_URL, says how.')
    .argument('<file>', 'the new file; it must not exist yet')
    .action(backUp)

  program
    .command('restore')
    .description('Replace the database with a backup. Stop the bot first. The old database is kept. With DATABASE_URL, says how.')
    .argument('[file]', 'the backup')
    .option('--after-pg-restore', 'with DATABASE_URL: the database was filled from a backup, so the bot has to look for what was posted since')
    .action(restore)

  program
    .command('verify')
    .description('Check that a database is intact and that its leaderboards match its answers. Works while the bot is running.')
    .argument('[file]', 'a database or a backup (default: the one that the bot uses)')
    .action(verify)

  program
    .command('forget')
    .description('Delete all data of a whole workspace or server for good, for example when its admin asks for it. Works while the bot is running.')
    .argument('<group>', 'as in the log, for example slack:T0123ABCD')
    .option('--yes', 'do it; without this, only show how much there is')
    .action(forget)

  program
    .command('reseal')
    .description('Seal all Slack tokens in the database with the first key of TOKEN_KEYS, so that older keys can go. Works while the bot is running.')
    .action(reseal)
}

async function backUp(file: string): Promise<void> {
  const [{ backupFrom }, { withProgress }, { howToBackUp }] = await Promise.all([import('../ledger/sqlite/file/backup.ts'), import('./progress.ts'), import('./postgres-tools.ts')])
  const { databaseFile, databaseUrl } = await configFromEnvironment()
  if (databaseUrl !== null) throw new OperatorError(howToBackUp(databaseUrl, file))
  await withProgress((progress) => backupFrom(databaseFile, file, progress))
  print(`Saved to ${file}.`)
}

async function restore(file: string | undefined, { afterPgRestore }: { readonly afterPgRestore?: true }): Promise<void> {
  const [{ restoreLedger }, { withProgress }, { howToRestore, noteRestored }] = await Promise.all([import('../ledger/sqlite/file/restore.ts'), import('./progress.ts'), import('./postgres-tools.ts')])
  const { databaseFile, databaseUrl } = await configFromEnvironment()
  if (afterPgRestore === true) return print(await noteRestored(databaseUrl))
  if (databaseUrl !== null) throw new OperatorError(howToRestore(databaseUrl, file))
  if (file === undefined) throw new OperatorError('Name the backup: npm run -s study -- restore FILE')
  const { verdict, keptAs, keptLog } = await withProgress((progress) => restoreLedger(file, databaseFile, new Date().toISOString().replaceAll(/[:.]/gu, '-'), progress))
  print(`${databaseFile} now holds the backup: ${inWords(verdict)}.`)
  if (keptAs !== null) print(`The old database is now ${keptAs}`)
  if (keptLog !== null) print(`${keptAs === null ? 'The log of the old database' : 'Its log'}, with the latest answers, is now ${keptLog}${keptAs === null ? '. It can only be read next to the database that is gone' : ''}`)
}

async function forget(group: string, { yes }: { readonly yes?: true }): Promise<void> {
  const [{ forgetGroupOnRequest }, { withProgress }] = await Promise.all([import('./forget-group.ts'), import('./progress.ts')])
  const database = await configFromEnvironment()
  printReport(await withProgress((progress) => {
    progress({ what: `Counting the data of ${group}` })
    return forgetGroupOnRequest(database, group, yes === true, progress)
  }))
}

async function reseal(): Promise<void> {
  const { resealOnRequest } = await import('./reseal.ts')
  printReport(await resealOnRequest(await configFromEnvironment()))
}

function printReport({ lines, failed }: Report): void {
  for (const line of lines) print(line)
  if (failed) process.exitCode = 1
}

async function verify(file: string | undefined): Promise<void> {
  const [{ verifyLedger }, { withProgress }] = await Promise.all([import('../ledger/sqlite/file/verify.ts'), import('./progress.ts')])
  const verifyFile = (wanted: string) => withProgress((progress) => verifyLedger(wanted, progress))
  const verdict = file === undefined ? await withLedgerFile(await configFromEnvironment(), verifyFile) : await verifyFile(file)
  for (const problem of verdict.problems) print(problem)
  const found = verdict.problems.length
  print(`${inWords(verdict)}: ${found === 0 ? 'no problems found.' : `${numberOf(found, 'problem')}.`}`)
  if (found > 0) process.exitCode = 1
}
