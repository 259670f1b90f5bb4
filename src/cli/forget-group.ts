// Deletes all data of a group: the running bot does it itself, and where none runs, this command.
import Database from 'better-sqlite3'
import { forgetGroup, sumOf } from '../bot/removed-groups.ts'
import type { Progress } from '../core/progress.ts'
import type { GroupSize } from '../ledger/forgetting.ts'
import { sizeOf } from '../ledger/parts/forget-group.ts'
import { forgottenLines, isNothing, sizeInWords } from '../service/forgotten-lines.ts'
import type { Report } from '../service/requests.ts'
import { askBot } from './ask-bot.ts'
import { withLedgerFile, type DatabaseSettings } from './ledger-file.ts'
import { nothingThere, openForCommand } from './open-ledger.ts'

/** In milliseconds. A large workspace has a million answers. */
const longestWait = 60 * 60_000

export async function forgetGroupOnRequest(database: DatabaseSettings, group: string, isSure: boolean, progress: Progress = () => undefined): Promise<Report> {
  if (!/^(?:slack:[TE]\w+|discord:\d+)$/u.test(group)) return { failed: true, lines: [`“${group}” isn’t a workspace or server. Write slack: and the id of a workspace, or discord: and the id of a server, as in the log.`] }
  const nothing = await nothingThere(database)
  if (nothing !== undefined) return nothing
  if (!isSure) return foreseen(group, await withLedgerFile(database, (file) => look(file, group), progress))
  progress({ what: `Deleting the data of ${group}` })
  const report = await askBot(database, { kind: 'forget', what: group, longestWait })
  if (report === 'no-answer') return { failed: true, lines: ['The bot doesn’t answer. Its log may say why. Run the command again to go on.'] }
  return report === 'not-running' ? forgetHere(database, group) : report
}

function foreseen(group: string, size: GroupSize): Report {
  if (isNothing(size)) return { failed: false, lines: [`Nothing is kept of ${group}, except maybe that the app is installed there. Check the id: the log has it as group.`] }
  return { failed: false, lines: [`${group}: ${sizeInWords(size)}.`, 'Add --yes to delete all of it for good. Backups keep it until they’re replaced.'] }
}

async function forgetHere(database: DatabaseSettings, group: string): Promise<Report> {
  const ledger = await openForCommand(database)
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
