// How to back up and restore a database in PostgreSQL, which its own tools do.
import { shownAddress } from '../ledger/postgres/address.ts'
import { OperatorError } from './operator-error.ts'

const password = 'It asks for the password, unless that’s in PGPASSWORD or ~/.pgpass.'

export const howToBackUp = (url: string, file: string): string =>
  [
    'The database is in PostgreSQL, whose own tools make the backup. It works while the bot is running:',
    `  pg_dump --format=custom --file=${quoted(file)} ${quoted(shownAddress(url))}`,
    password,
  ].join('\n')

export const howToRestore = (url: string, file = 'FILE'): string =>
  [
    'The database is in PostgreSQL, whose own tools restore it:',
    '1. Stop the bot.',
    '2. Make an empty database for its user, with the name in DATABASE_URL. Rename the old one first, or use another name and change DATABASE_URL.',
    `3. pg_restore --single-transaction --no-owner --dbname=${quoted(shownAddress(url))} ${quoted(file)}`,
    `   ${password}`,
    '4. npm run -s study -- restore --after-pg-restore',
    '   Then the bot looks in the channels for what it posted since the backup, and doesn’t post it again.',
    '5. Start the bot.',
  ].join('\n')

/** @returns what to print */
export async function noteRestored(url: string | null): Promise<string> {
  if (url === null) throw new OperatorError('DATABASE_URL isn’t set. To restore a file: npm run -s study -- restore FILE')
  const { isBotRunning, markRestoredIn, usedByBot } = await import('../ledger/postgres/look.ts')
  if (await isBotRunning(url)) throw usedByBot()
  await markRestoredIn(url)
  return 'Noted. When the bot starts, it looks in the channels for what it posted since the backup.'
}

/** For a shell. */
const quoted = (word: string): string => (/^[\w./:@%-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`)
