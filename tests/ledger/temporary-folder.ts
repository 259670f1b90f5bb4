// A folder for each test that needs files, removed after it.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** What a test opens in the folder is closed before it is removed: what is asked for last comes first. */
export function temporaryFolder(): () => string {
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'studyhall-test-'))
    onTestFinished(() => {
      chmodSync(folder, 0o755)
      rmSync(folder, { recursive: true, force: true })
    })
    return folder
  }
}
