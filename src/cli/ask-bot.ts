// Asks the running bot for something that only it may do, and waits for what comes of it.
import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lockFile } from '../ledger/sqlite/file/lock-file.ts'
import { makePrivateFolder } from '../ledger/sqlite/file/private.ts'
import { LedgerError } from '../ledger/ledger-error.ts'
import { answerTo, ask, isTaken, takeBack, type Report, type RequestKind } from '../service/requests.ts'
import type { DatabaseSettings } from './ledger-file.ts'

/** In milliseconds. */
const askAgainEvery = 200
/** In milliseconds. A bot in PostgreSQL may be on another machine, where it doesn't see the request, or have ended without a word. */
export type AskTimes = { readonly lookAgainEvery: number; readonly longestUntaken: number }

const usual: AskTimes = { lookAgainEvery: 5_000, longestUntaken: 30_000 }

type Asked = { readonly kind: RequestKind; readonly what?: string; /** In milliseconds. */ readonly longestWait: number }

/** What to print; `not-running` where no bot uses the database, `no-answer` where it doesn't say anything in time. */
export async function askBot({ databaseFile, databaseUrl }: DatabaseSettings, { kind, what, longestWait }: Asked, { lookAgainEvery, longestUntaken }: AskTimes = usual): Promise<Report | 'not-running' | 'no-answer'> {
  const isRunning = async () => (databaseUrl === null ? isInUse(databaseFile) : (await import('../ledger/postgres/look.ts')).isBotRunning(databaseUrl))
  if (!(await isRunning())) return 'not-running'
  const id = randomUUID()
  makePrivateFolder(dirname(databaseFile))
  ask(databaseFile, kind, id, what)
  for (let waited = 0; waited < longestWait; waited += askAgainEvery) {
    const report = answerTo(databaseFile, kind, id)
    if (report !== undefined) return report
    if (databaseUrl !== null && waited > 0 && waited % lookAgainEvery === 0) {
      if (!(await isRunning())) {
        takeBack(databaseFile, kind, id)
        return answerTo(databaseFile, kind, id) ?? 'not-running'
      }
      if (waited >= longestUntaken && !isTaken(databaseFile, kind, id)) {
        takeBack(databaseFile, kind, id)
        return notTaken(databaseFile)
      }
    }
    await sleep(askAgainEvery)
  }
  takeBack(databaseFile, kind, id)
  return 'no-answer'
}

const notTaken = (databaseFile: string): Report => ({
  failed: true,
  lines: [`A bot uses the database, but it doesn’t see this request, which was a file next to ${databaseFile}. Run the command on the bot’s machine, with the same DATABASE_FILE.`],
})

function isInUse(databaseFile: string): boolean {
  try {
    lockFile(databaseFile).release()
    return false
  } catch (fault) {
    if (fault instanceof LedgerError && fault.code === 'in-use') return true
    throw fault
  }
}
