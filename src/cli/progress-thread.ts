// The thread that shows the progress of a long command.
import { writeSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { Doing } from '../core/progress.ts'
import { progressLine } from './progress-line.ts'
import type { ProgressData } from './progress.ts'

const { descriptor, isTerminal, columns, quietFor, every, shown } = workerData as ProgressData
const began = performance.now()
let doing: Doing | undefined

parentPort?.on('message', (next: Doing) => void (doing = next))
setTimeout(() => {
  show()
  setInterval(show, every)
}, quietFor)

function show(): void {
  if (doing === undefined) return
  const line = progressLine(doing, performance.now() - began, columns)
  if (isTerminal) Atomics.store(shown, 0, 1)
  try {
    writeSync(descriptor, isTerminal ? `\r\u001B[K${line}` : `${line}\n`)
  } catch {
    // A pipe that is full, or closed: whoever reads it will do without this line.
  }
}
