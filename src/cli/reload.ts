// Asks the running bot to read its courses again, and waits for what comes of it.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { lockFile } from '../ledger/sqlite/file/lock-file.ts'
import { LedgerError } from '../ledger/ledger-error.ts'
import { answerTo, ask, takeBack } from '../service/reload-request.ts'
import type { ReloadReport } from '../service/reload.ts'

/** In milliseconds. Reading a course takes seconds. */
const [askAgainEvery, longestWait] = [200, 60_000]

/** What to print, or why nobody answers. */
export async function reload(databaseFile: string): Promise<ReloadReport> {
  if (!isInUse(databaseFile)) return { failed: true, lines: [`No bot is running with ${databaseFile}. It reads its courses when it starts.`] }
  const id = randomUUID()
  ask(databaseFile, id)
  for (let waited = 0; waited < longestWait; waited += askAgainEvery) {
    const report = answerTo(databaseFile, id)
    if (report !== undefined) return report
    await sleep(askAgainEvery)
  }
  takeBack(databaseFile, id)
  return { failed: true, lines: ['The bot doesn’t answer. Its log may say why; a restart takes the courses up, too.'] }
}

function isInUse(databaseFile: string): boolean {
  try {
    lockFile(databaseFile).release()
    return false
  } catch (fault) {
    if (fault instanceof LedgerError && fault.code === 'in-use') return true
    throw fault
  }
}
