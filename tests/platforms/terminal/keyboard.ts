// A terminal of streams: what is typed goes in, what is printed is kept, and a handler answers as it is told.
import { PassThrough, Writable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import type { Handler, Platform } from '../../../src/platforms/platform.ts'
import type { Reply, Request } from '../../../src/screens/request.ts'
import type { TerminalConfig } from '../../../src/platforms/terminal/config.ts'
import { createTerminalPlatform } from '../../../src/platforms/terminal/platform.ts'
import { samples } from '../../samples.ts'
import type { Screen } from '../../../src/screens/screen.ts'
import { catalog, commands } from '../../catalog.ts'

export type Keyboard = {
  readonly platform: Platform
  readonly input: PassThrough
  readonly output: Writable
  readonly asked: Request[]
  readonly logged: string[]
  /** All that was printed, as it was written. */
  readonly raw: () => string
  /** All that was printed, without colors and cursor movements. */
  readonly text: () => string
  /** Fulfilled when the platform says that it is over. */
  readonly ended: Promise<void>
  /** Types lines and ends the input; fulfilled when the platform says that it is over. */
  readonly pipe: (...lines: readonly string[]) => Promise<string>
  /** Waits until the text holds `words`. */
  readonly sees: (words: string) => Promise<void>
}

/** @param answer what the handler says to a request; by default the `noted` screen */
export function openKeyboard(answer: (request: Request) => readonly Reply[] | Promise<readonly Reply[]> = () => [toAsker(sample('noted'))], more: Partial<TerminalConfig> = {}, { suggest = async () => [], terms = [] }: { suggest?: Handler['suggest']; terms?: readonly string[] } = {}) {
  const input = new PassThrough()
  let raw = ''
  const output = new Writable({
    decodeStrings: false,
    write: (chunk: string, _encoding, done) => {
      raw += chunk
      done()
    },
  })
  const asked: Request[] = []
  const logged: string[] = []
  const write = (_fields: object, message: string) => void logged.push(message)
  let end = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  const platform = createTerminalPlatform({ commands,
    input, output, color: false, columns: 80, interactive: false, personName: 'ada', zone: 'Europe/Berlin',
    now: () => Date.UTC(2026, 10, 23, 9), log: { debug: write, info: write, warn: write, error: write }, onEnd: end, ...more,
  })
  const handler: Handler = {
    answer: async (request) => {
      asked.push(request)
      return answer(request)
    },
    traitsOf: catalog.traitsOf,
    suggest,
    isTerm: (word) => terms.includes(word),
    spokenOf: () => undefined,
    names: async () => new Map(),
    changed: async () => {},
    removed: async () => {},
    joined: async () => {},
    kept: async () => ({ running: [], removed: [] }),
    moved: async () => {},
    lost: async () => {},
    unarchived: async () => {},
  }
  const text = () => stripVTControlCharacters(raw)
  const keyboard: Keyboard & { readonly handler: Handler } = {
    platform, input, output, asked, logged, ended, handler, text, raw: () => raw,
    pipe: async (...lines) => {
      await platform.start(handler)
      input.end(`${lines.join('\n')}\n`)
      await ended
      await platform.stop()
      return text()
    },
    sees: (words) => until(() => text().includes(words), () => `“${words}” in:\n${text()}`),
  }
  return keyboard
}

export const toAsker = (screen: Screen): Reply => ({ to: 'asker', screen, update: false })

export function sample(name: string): Screen {
  const screen = samples.get(name)
  if (screen === undefined) throw new Error(`no sample “${name}”`)
  return screen
}

/** Only ends a wait that would never end: some minutes on an idle machine, longer on a busy one. */
const mostLooks = 100_000

/** Waits for a condition: no test depends on how fast the machine is. */
export async function until(condition: () => boolean, what: () => string): Promise<void> {
  for (let looks = 0; !condition(); looks += 1) {
    if (looks > mostLooks) throw new Error(`waited in vain for ${what()}`)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}
