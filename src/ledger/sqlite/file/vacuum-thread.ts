// The thread in which a running bot copies its ledger: copying a large one takes seconds, and people answer meanwhile.
import { workerData } from 'node:worker_threads'
import { vacuumInto } from './backup.ts'

const { ledgerFile, copy } = workerData as { readonly ledgerFile: string; readonly copy: string }
vacuumInto(ledgerFile, copy)
