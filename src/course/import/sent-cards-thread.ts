// The thread in which a file that somebody sent is read.
import { parentPort, workerData } from 'node:worker_threads'
import { cardsOfFile, type SentFile } from './cards-of-file.ts'

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
if (parentPort !== null) parentPort.postMessage(await cardsOfFile(workerData as SentFile))
