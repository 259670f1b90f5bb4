// The thread in which a package of Anki is read.
import { parentPort, workerData } from 'node:worker_threads'
import { readAnkiPackage } from './package.ts'
import type { ToRead } from './read-package.ts'

if (parentPort !== null) {
  const { data, limits } = workerData as ToRead
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  parentPort.postMessage(readAnkiPackage(data, limits))
}
