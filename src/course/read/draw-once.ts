// Whether an SVG can be drawn. In a process of its own: a drawing can take all of its memory, or forever, and no thread can be stopped then.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** In milliseconds, on a busy machine too. As long as the bot gives each drawing. */
const limit = 20_000

/** @returns what is wrong with it; undefined for one that can be drawn */
export function whyNotDrawn(path: string): string | undefined {
  const { status, error, stdout } = spawnSync(process.execPath, [fileURLToPath(new URL('./draw-once-process.ts', import.meta.url)), path], { encoding: 'utf8', timeout: limit, killSignal: 'SIGKILL', env: {} })
  if (status === 0) return undefined
  if (error !== undefined && 'code' in error && error.code === 'ETIMEDOUT') return `takes longer than ${limit / 1000} seconds to draw`
  const said = stdout.trim()
  return said === '' ? 'can’t be drawn' : `can’t be drawn (${said})`
}
