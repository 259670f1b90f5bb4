// The thread in which a running bot looks through the files of its ledger.
import { parentPort, workerData } from 'node:worker_threads'
import { examine, type Examination } from './examine.ts'

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
parentPort?.postMessage(examine(workerData as Examination))
