// Commands about the database: backup, restore, verify, forget, reseal.
import type { Command } from 'commander'
import { configFromEnvironment } from '../config/config.ts'
import type { Report } from '../service/requests.ts'
import { print } from './print.ts'

export function addDatabaseCommands(program: Command): void {
  program
    .command('backup')
    .description('Copy the database to a new file. Works while the bot is running.')
    .argument('<file>', 'the new file; it must not exist yet')
    .action(backUp)

  program
    .command('restore')
    .description('Replace the database with a backup. Stop the bot first. The old database is kept.')
    .argument('<file>', 'the backup')
    .action(restore)

  program
    .command('verify')
    .description('Check that a database is intact and that its leaderboards match its answers. Works while the bot is running.')
    .argument('[file]', 'a database or a backup (default: DATABASE_FILE)')
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
  const [{ backupFrom }, { withProgress }] = await Promise.all([import('../ledger/sqlite/file/backup.ts'), import('./progress.ts')])
  const { databaseFile } = await configFromEnvironment()
  await withProgress((progress) => backupFrom(databaseFile, file, progress))
  print(`Saved to ${file}.`)
}

async function restore(file: string): Promise<void> {
  const [{ restoreLedger }, { withProgress }] = await Promise.all([import('../ledger/sqlite/file/restore.ts'), import('./progress.ts')])
  const { databaseFile } = await configFromEnvironment()
  const { verdict, keptAs, keptLog } = await withProgress((progress) => restoreLedger(file, databaseFile, new Date().toISOString().replaceAll(/[:.]/gu, '-'), progress))
  print(`${databaseFile} now holds the backup: ${inWords(verdict)}.`)
  if (keptAs !== null) print(`The old database is now ${keptAs}`)
  if (keptLog !== null) print(`${keptAs === null ? 'The log of the old database' : 'Its log'}, with the latest answers, is now ${keptLog}${keptAs === null ? '. It can only be read next to the database that is gone' : ''}`)
}

async function forget(group: string, { yes }: { readonly yes?: true }): Promise<void> {
  const [{ forgetGroupOnRequest }, { withProgress }] = await Promise.all([import('./forget-group.ts'), import('./progress.ts')])
  const { databaseFile } = await configFromEnvironment()
  printReport(await withProgress((progress) => {
    progress({ what: yes === true ? `Deleting the data of ${group}` : `Counting the data of ${group}` })
    return forgetGroupOnRequest(databaseFile, group, yes === true)
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
  const wanted = file ?? (await configFromEnvironment()).databaseFile
  const verdict = await withProgress((progress) => verifyLedger(wanted, progress))
  for (const problem of verdict.problems) print(problem)
  const found = verdict.problems.length
  print(`${inWords(verdict)}: ${found === 0 ? 'no problems found.' : `${count(found, 'problem', 'problems')}.`}`)
  if (found > 0) process.exitCode = 1
}

type Totals = { readonly answers: number; readonly people: number; readonly rounds: number; readonly studied: number; readonly learners: number }

/** The study log has answers in channels and those that people gave alone. */
function inWords({ answers, people, rounds, studied, learners }: Totals): string {
  const log = studied === 0 ? '' : `; ${count(studied, 'entry', 'entries')} of ${count(learners, 'learner', 'learners')} in the study log`
  return `${count(answers, 'answer', 'answers')} of ${count(people, 'person', 'people')} in ${count(rounds, 'round', 'rounds')}${log}`
}

function count(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`
}
