// The ledger as a file, for the commands that only read one.
import { join } from 'node:path'
import type { Config } from '../config/config.ts'
import type { Progress } from '../core/progress.ts'

/** Where the ledger is. With a `databaseUrl`, requests to the running bot are still files beside the `databaseFile`. */
export type DatabaseSettings = Pick<Config, 'databaseFile' | 'databaseUrl'>

/** The database itself; of one in PostgreSQL a copy, which is removed afterwards. @param progress absent: shown while the copy is made */
export async function withLedgerFile<Result>({ databaseFile, databaseUrl }: DatabaseSettings, read: (file: string) => Result | Promise<Result>, progress?: Progress): Promise<Result> {
  if (databaseUrl === null) return read(databaseFile)
  const [{ snapshotOf }, { withTemporaryFolder }, { withProgress }] = await Promise.all([
    import('../ledger/postgres/copy/snapshot.ts'),
    import('../ledger/postgres/copy/temporary-folder.ts'),
    import('./progress.ts'),
  ])
  return withTemporaryFolder(async (folder) => {
    const file = join(folder, 'studyhall.sqlite')
    const copy = (told: Progress) => snapshotOf(databaseUrl, file, told)
    await (progress === undefined ? withProgress(copy) : copy(progress))
    return read(file)
  })
}
