// Asks the running bot to read its courses again.
import type { Report } from '../service/requests.ts'
import { askBot } from './ask-bot.ts'
import type { DatabaseSettings } from './ledger-file.ts'

/** In milliseconds. Reading a course takes seconds. */
const longestWait = 60_000

/** What to print, or why nobody answers. */
export async function reload(database: DatabaseSettings): Promise<Report> {
  const report = await askBot(database, { kind: 'reload', longestWait })
  if (report === 'not-running') return { failed: true, lines: [`No bot is running with ${database.databaseUrl === null ? database.databaseFile : 'the database in DATABASE_URL'}. It reads its courses when it starts.`] }
  return report === 'no-answer' ? { failed: true, lines: ['The bot doesn’t answer. Its log may say why; a restart takes the courses up, too.'] } : report
}
