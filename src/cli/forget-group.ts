// Deletes all data of a group: the running bot does it itself, and where none runs, this command.
import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { forgetGroup, sumOf } from '../bot/removed-groups.ts'
import type { GroupSize } from '../ledger/forgetting.ts'
import { openLedger } from '../ledger/sqlite/sqlite-ledger.ts'
import { sizeOf } from '../ledger/parts/forget-group.ts'
import { forgottenLines, isNothing, sizeInWords } from '../service/forgotten-lines.ts'
import type { Report } from '../service/requests.ts'
import { askBot, noDatabase } from './ask-bot.ts'

/** In milliseconds. A large workspace has a million answers. */
const longestWait = 60 * 60_000

export async function forgetGroupOnRequest(databaseFile: string, group: string, isSure: boolean): Promise<Report> {
  if (!/^(?:slack:[TE]\w+|discord:\d+)$/u.test(group)) return { failed: true, lines: [`“${group}” isn’t a workspace or server. Write slack: and the id of a workspace, or discord: and the id of a server, as in the log.`] }
  if (!existsSync(databaseFile)) return noDatabase(databaseFile)
  if (!isSure && isNothing(look(databaseFile, group))) return { failed: false, lines: [`Nothing is kept of ${group}, except maybe that the app is installed there. Check the id: the log has it as group.`] }
  if (!isSure) return { failed: false, lines: [`${group}: ${sizeInWords(look(databaseFile, group))}.`, 'Add --yes to delete all of it for good. Backups keep it until they’re replaced.'] }
  const report = await askBot(databaseFile, { kind: 'forget', what: group, longestWait })
  if (report === 'no-answer') return { failed: true, lines: ['The bot doesn’t answer. Its log may say why. Run the command again to go on.'] }
  return report === 'not-running' ? forgetHere(databaseFile, group) : report
}

async function forgetHere(databaseFile: string, group: string): Promise<Report> {
  const ledger = await openLedger(databaseFile, { now: Date.now() })
  try {
    const quiet = () => undefined
    const size = await forgetGroup({ ledger, log: { debug: quiet, info: quiet, warn: quiet, error: quiet } }, [], group, Date.now())
    return { failed: false, lines: forgottenLines(group, size) }
  } finally {
    await ledger.close()
  }
}

/** Of an organization, all of its workspaces. */
function look(databaseFile: string, group: string): GroupSize {
  const db = new Database(databaseFile, { readonly: true })
  try {
    const served = db.prepare<[string, string], string>('SELECT name FROM served_groups WHERE installation_id = ? AND name <> ?').pluck().all(group, group)
    return sumOf([group, ...served].map((each) => sizeOf(db, each)))
  } finally {
    db.close()
  }
}
