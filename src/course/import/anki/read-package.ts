// Reads a package of Anki that somebody sent, in a thread of its own: a database of a stranger may take long, and the bot goes on meanwhile.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ReadCards } from '../cards.ts'
import type { PackageLimits } from './package.ts'

export type ToRead = { readonly data: Uint8Array; readonly limits: PackageLimits }

/** Of what people send in chat: far more than the cards of a channel need. */
const inChat: PackageLimits = { bytes: 20_000_000, rows: 5_000 }
const [mostMilliseconds, mostMegabytes] = [15_000, 256]

/** @param within in milliseconds */
export async function readPackage(data: Uint8Array, within = mostMilliseconds): Promise<ReadCards | { readonly problem: string }> {
  const thread = new Worker(new URL('./package-thread.ts', import.meta.url), { workerData: { data, limits: inChat } satisfies ToRead, resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } })
  try {
    const [read] = (await once(thread, 'message', { signal: AbortSignal.timeout(within) })) as [ReadCards | { readonly problem: string }]
    return read
  } catch {
    return { problem: 'The deck takes too long to read, or too much memory. In Anki, export a part of it, or “Notes in Plain Text”.' }
  } finally {
    await thread.terminate()
  }
}
