// The thread in which a running bot looks through the file of its ledger.
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { examine, type Examined } from './own-writes.ts'

const { file } = workerData as { readonly file: string }

function examined(): Examined {
  try {
    return examine(file)
  } catch (error) {
    // SQLITE_ERROR: a table that a ledger has is missing. https://www.sqlite.org/rescode.html
    return error instanceof Database.SqliteError && /^SQLITE_(?:NOTADB|CORRUPT|ERROR)/u.test(error.code) ? 'no-ledger' : 'cannot-tell'
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
parentPort?.postMessage(examined())
