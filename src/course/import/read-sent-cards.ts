// Reads flashcards from a file that somebody sent. A large one is read in a thread of its own: a stranger's database, or a text that is made to
// be slow, may take long, and the bot goes on meanwhile.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { isZip } from './anki/zip-entries.ts'
import { cardsOfFile, type SentCards, type SentFile } from './cards-of-file.ts'

const [mostMilliseconds, mostMegabytes] = [15_000, 256]
/** In bytes. Whatever is in it takes no time. */
const smallText = 20_000

/** Each takes memory and a processor. */
const mostThreads = 2
const waiting: (() => void)[] = []
let running = 0

/** The first to come is the first to be read. */
async function inTurn<Read>(read: () => Promise<Read>): Promise<Read> {
  if (running < mostThreads) running += 1
  else await new Promise<void>((begin) => waiting.push(begin))
  try {
    return await read()
  } finally {
    const next = waiting.shift()
    // The next one takes over this one's place.
    if (next === undefined) running -= 1
    else next()
  }
}

/** @param within in milliseconds, once it's being read @returns undefined for a file that holds no cards: it may hold questions */
export async function readSentCards(file: SentFile, within = mostMilliseconds): Promise<SentCards> {
  if (!isZip(file.data) && file.data.byteLength <= smallText) return cardsOfFile(file)
  return inTurn(() => readInThread(file, within))
}

async function readInThread(file: SentFile, within: number): Promise<SentCards> {
  const thread = new Worker(new URL('./sent-cards-thread.ts', import.meta.url), { workerData: file, resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } })
  try {
    const [read] = (await once(thread, 'message', { signal: AbortSignal.timeout(within) })) as [SentCards]
    return read
  } catch {
    return { problem: 'The file takes too long to read, or too much memory. If it’s from Anki, export a part of it, or “Notes in Plain Text”.' }
  } finally {
    await thread.terminate()
  }
}
