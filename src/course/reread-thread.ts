// The thread in which a running bot reads its courses again.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { readAndKeep } from './open.ts'
import { numberOf } from '../core/number-of.ts'
import { CourseError, problemLine } from './problem.ts'
import type { Reread, ToReread } from './reread.ts'

/** Behind its first line, which says what it was made from. */
const contentOf = (copy: string): string => createHash('sha256').update(copy.slice(copy.indexOf('\n'))).digest('hex')

function kept(file: string): string | null {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return null
  }
}

async function readAll({ folders, cacheDir }: ToReread): Promise<readonly Reread[]> {
  const read: Reread[] = []
  for (const { folder, copy: name } of folders) {
    try {
      const before = kept(join(cacheDir, name))
      const { copy } = await readAndKeep(folder, cacheDir, name)
      read.push({ folder, copy, content: contentOf(copy), before: before === null ? null : contentOf(before) })
    } catch (fault) {
      if (!(fault instanceof CourseError)) throw fault
      read.push({ folder, why: [`The course in ${folder} has ${numberOf(fault.problems.length, 'error')}:`, ...fault.problems.map(problemLine)].join('\n') })
    }
  }
  return read
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
if (parentPort !== null) parentPort.postMessage(await readAll(workerData as ToReread))
