// Which way the fakes deliver interactions: over the gateway, or over HTTP.
import { afterAll, beforeAll } from 'vitest'

export const mode = { overHttp: false }

/** The tests of this file run over HTTP. Call it at its top. */
export function overHttp(): void {
  beforeAll(() => void (mode.overHttp = true))
  afterAll(() => void (mode.overHttp = false))
}
