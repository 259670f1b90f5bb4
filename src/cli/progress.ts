// Shows what a long command is doing: on a terminal in one line that is drawn again, in a pipe as a line every few seconds.
// In a thread of its own, because SQLite holds up this one.
import { writeSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Doing, Progress } from '../core/progress.ts'

/** `quietFor`: a command that is over by then says nothing. In milliseconds. */
export type ProgressOptions = { readonly descriptor: number; readonly isTerminal: boolean; readonly columns: number; readonly quietFor: number; readonly every: number }

/** What the thread gets. `shown` is 1 while there is a line to be cleared. */
export type ProgressData = ProgressOptions & { readonly shown: Int32Array }

/** Some terminals say that they have no columns. */
const usual = (): ProgressOptions => {
  const { isTTY, columns, fd } = process.stderr
  return { descriptor: fd, isTerminal: isTTY, columns: columns > 0 ? columns : 80, quietFor: 1_000, every: isTTY ? 200 : 5_000 }
}

/** Runs `work`, and shows its progress on standard error. */
export async function withProgress<Result>(work: (progress: Progress) => Result | Promise<Result>, options: ProgressOptions = usual()): Promise<Result> {
  const shown = new Int32Array(new SharedArrayBuffer(4))
  const workerData: ProgressData = { ...options, shown }
  const thread = new Worker(new URL('./progress-thread.ts', import.meta.url), { workerData })
  // The work matters, not what is told of it.
  thread.on('error', () => undefined)
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
    return await work((doing: Doing) => thread.postMessage(doing))
  } finally {
    await thread.terminate()
    if (shown[0] === 1) clearLine(options.descriptor)
  }
}

/** Whoever reads standard error may be gone; the result of the work counts. */
function clearLine(descriptor: number): void {
  try {
    writeSync(descriptor, '\r\u001B[K')
  } catch {
    // Nobody sees the line.
  }
}
