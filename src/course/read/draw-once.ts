// Whether an SVG can be drawn. In a process of its own: a drawing can take all of its memory, or forever, and no thread can be stopped then.
import { spawnSync } from 'node:child_process'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

/** In milliseconds, on a busy machine too. */
const usualLimit = 10_000

export type TryToDraw = (path: string) => string | undefined

/**
 * For the pictures of one course: whoever reads it waits for one of them to run out of time, and for no other after that.
 *
 * @returns for a picture, what is wrong with it; undefined for one that can be drawn
 */
export function drawEachOnce(limit = usualLimit): TryToDraw {
  let slow: string | undefined
  return (path) => {
    if (slow !== undefined) return `wasn’t tried, because ${slow} takes too long to draw`
    const why = whyNotDrawn(path, limit)
    if (why === 'too-slow') slow = basename(path)
    return why === 'too-slow' ? `takes longer than ${limit / 1000} seconds to draw` : why
  }
}

function whyNotDrawn(path: string, limit: number): string | undefined {
  const { status, error, stdout } = spawnSync(process.execPath, [fileURLToPath(new URL('./draw-once-process.ts', import.meta.url)), path], { encoding: 'utf8', timeout: limit, killSignal: 'SIGKILL', env: {} })
  if (status === 0) return undefined
  if (error !== undefined && 'code' in error && error.code === 'ETIMEDOUT') return 'too-slow'
  const said = stdout.trim()
  return said === '' ? 'can’t be drawn' : `can’t be drawn (${said})`
}
