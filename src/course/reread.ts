// Reads courses again while the bot is running, in a thread of its own: reading and checking one takes longer than anybody should wait.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

export type ToReread = { readonly folders: readonly { readonly folder: string; readonly copy: string }[]; readonly cacheDir: string }

/**
 * `copy`: the whole course as text, for {@link openCopy}. `content`: the same for the same content, whatever time its files are from; `before`:
 * that of the copy that was kept until then; null if there was none. `why`: every error, a line each.
 */
export type Reread = { readonly folder: string } & ({ readonly copy: string; readonly content: string; readonly before: string | null } | { readonly why: string })

export async function reread(what: ToReread): Promise<readonly Reread[]> {
  const thread = new Worker(new URL('./reread-thread.ts', import.meta.url), { workerData: what })
  const [read] = (await once(thread, 'message')) as [readonly Reread[]]
  return read
}
