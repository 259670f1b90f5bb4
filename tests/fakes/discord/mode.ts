// Which way the fakes deliver interactions: over the gateway, or over HTTP.
import { afterAll, beforeAll } from 'vitest'

export const mode = { overHttp: false }

/**
 * Once more the tests of other files, over HTTP. Call it at the top of a test file.
 *
 * @param load imports them, under another name than their own: then they are not those that run elsewhere
 */
export async function overHttp(load: () => Promise<unknown>): Promise<void> {
  beforeAll(() => void (mode.overHttp = true))
  afterAll(() => void (mode.overHttp = false))
  mode.overHttp = true
  try {
    await load()
  } finally {
    mode.overHttp = false
  }
}
