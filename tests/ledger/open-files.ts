// Which files this process has open. Only Linux tells.
import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

/** Where each handle leads. */
const handles = '/proc/self/fd'

export const tellsOpenFiles = existsSync(handles)

/** Also files that were removed since. */
export function openFilesIn(folder: string): readonly string[] {
  const targets = readdirSync(handles).map((handle) => {
    try {
      return readlinkSync(join(handles, handle))
    } catch {
      // The handle by which the folder itself was read.
      return ''
    }
  })
  return targets.filter((target) => target.startsWith(folder))
}
