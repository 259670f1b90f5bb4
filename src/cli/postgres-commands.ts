// Commands that take a database from a file to PostgreSQL and back: migrate-to, copy-to.
import type { Command } from 'commander'
import { configFromEnvironment } from '../config/config.ts'
import { OperatorError } from './operator-error.ts'
import { print } from './print.ts'
import { inWords } from './verdict-words.ts'

export function addPostgresCommands(program: Command): void {
  program
    .command('migrate-to')
    .description('Copy the database from its file to PostgreSQL. Stop the bot first. The file stays as it is.')
    .argument('[address]', 'an empty database, postgres://user:password@host:5432/database (default: DATABASE_URL)')
    .option('--from <file>', 'the file (default: DATABASE_FILE)')
    .action(migrateTo)

  program
    .command('copy-to')
    .description('Copy the database from PostgreSQL to a new SQLite file, for example to go back to one. Works while the bot is running.')
    .argument('<file>', 'the new file; it must not exist yet')
    .action(copyTo)
}

async function migrateTo(address: string | undefined, { from }: { readonly from?: string }): Promise<void> {
  const [migrate, { shownAddress }, { withProgress }] = await Promise.all([import('../ledger/postgres/copy/migrate-to.ts'), import('../ledger/postgres/address.ts'), import('./progress.ts')])
  const { databaseFile, databaseUrl } = await configFromEnvironment()
  const [url, file] = [address ?? databaseUrl, from ?? databaseFile]
  if (url === null) throw new OperatorError('Name the database: npm run -s study -- migrate-to postgres://user:password@host:5432/database')
  const shown = shownAddress(url)
  const { verdict, rows, took, replaced } = await withProgress((progress) => migrate.migrateTo(url, file, progress))
  print(`${shown} has everything that ${file} has: ${inWords(verdict)}.`)
  print(`Copied ${rows.toLocaleString('en-US')} rows in ${took.toFixed(1)} seconds, and compared all of them.`)
  if (replaced > 0) print(`${replaced === 1 ? 'One text' : `${replaced} texts`} had characters that PostgreSQL can’t keep (NUL). They’re � there.`)
  print(url === databaseUrl ? 'Next: start the bot. DATABASE_URL is set already.' : 'Next: set DATABASE_URL to this database, and start the bot.')
  print(`${file} stays as it was. Don’t let a bot use it again.`)
}

async function copyTo(file: string): Promise<void> {
  const [{ copyToFile }, { withProgress }] = await Promise.all([import('../ledger/postgres/copy/snapshot.ts'), import('./progress.ts')])
  const { databaseUrl } = await configFromEnvironment()
  if (databaseUrl === null) throw new OperatorError('DATABASE_URL isn’t set. To copy a database in a file: npm run -s study -- backup FILE')
  await withProgress((progress) => copyToFile(databaseUrl, file, progress))
  print(`Saved to ${file}. To go back to a file: stop the bot before you make the copy, then remove DATABASE_URL, set DATABASE_FILE to the copy, and start the bot.`)
}
