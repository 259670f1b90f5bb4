// Asks the running bot for something that only it may do, and waits for what comes of it.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { lockFile } from '../ledger/sqlite/file/lock-file.ts'
import { LedgerError } from '../ledger/ledger-error.ts'
import { answerTo, ask, takeBack, type Report, type RequestKind } from '../service/requests.ts'

/** In milliseconds. */
const askAgainEvery = 200

export const noDatabase = (databaseFile: string): Report => ({ failed: true, lines: [`There’s no database at ${databaseFile}.`] })

type Asked = { readonly kind: RequestKind; readonly what?: string; /** In milliseconds. */ readonly longestWait: number }

/** What to print; `not-running` where no bot uses the database, `no-answer` where it doesn't say anything in time. */
export async function askBot(databaseFile: string, { kind, what, longestWait }: Asked): Promise<Report | 'not-running' | 'no-answer'> {
  if (!isInUse(databaseFile)) return 'not-running'
  const id = randomUUID()
  ask(databaseFile, kind, id, what)
  for (let waited = 0; waited < longestWait; waited += askAgainEvery) {
    const report = answerTo(databaseFile, kind, id)
    if (report !== undefined) return report
    await sleep(askAgainEvery)
  }
  takeBack(databaseFile, kind, id)
  return 'no-answer'
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
