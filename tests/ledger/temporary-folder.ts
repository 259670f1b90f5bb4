// A folder for each test that needs files, removed after it.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'

export function temporaryFolder(): () => string {
  const made: string[] = []
  afterEach(() => {
    for (const folder of made.splice(0)) {
      chmodSync(folder, 0o755)
      rmSync(folder, { recursive: true, force: true })
    }
  })
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'studyhall-test-'))
    made.push(folder)
    return folder
  }
}
