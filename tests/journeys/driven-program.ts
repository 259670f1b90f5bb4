// The program as people run it, but its clock and its timers stand still until the parent process lets time pass; they begin at
// CLOCK_START where that is given, in milliseconds since 1970. Timers taken from node:timers keep the time of the world.

export type Hears = { readonly pass: number }
export type Says = 'started' | 'passed'

type Timer = { at: number; every: number | undefined; held: boolean; readonly run: () => void }

const start = Number(process.env['CLOCK_START'] ?? Date.now())
let passed = 0
const timers = new Set<Timer>()
/** A timer that holds the process does so until it has run; an hour of the world is longer than any test. */
const held = setInterval(() => undefined, 60 * 60_000)
const { clearTimeout: clearOther } = globalThis

class DrivenDate extends Date {
  constructor(...parts: unknown[]) {
    super(...((parts.length === 0 ? [DrivenDate.now()] : parts) as [number]))
  }
  static override now(): number {
    return start + Math.floor(passed)
  }
}
globalThis.Date = DrivenDate as DateConstructor
performance.now = () => passed

function holdOrLetGo(): void {
  if ([...timers].some((timer) => timer.held)) held.ref()
  else held.unref()
}

/** What Node gives for a timer, as far as anybody asks for it. */
function handleOf(timer: Timer, wait: number) {
  const changed = (change: () => void) => {
    change()
    holdOrLetGo()
    return handle
  }
  const handle = {
    timer,
    ref: () => changed(() => (timer.held = true)),
    unref: () => changed(() => (timer.held = false)),
    hasRef: () => timer.held,
    refresh: () => changed(() => {
      timer.at = passed + wait
      timers.add(timer)
    }),
    close: () => changed(() => timers.delete(timer)),
    [Symbol.dispose]: () => void handle.close(),
  }
  return handle
}

const begin = (repeats: boolean) => (run: (...args: unknown[]) => void, wait = 1, ...args: unknown[]) => {
  const least = Math.max(1, wait)
  const timer: Timer = { at: passed + least, every: repeats ? least : undefined, held: true, run: () => run(...args) }
  timers.add(timer)
  holdOrLetGo()
  return handleOf(timer, least)
}

function clear(given: { readonly timer?: Timer } | undefined): void {
  if (given?.timer === undefined) return clearOther(given as unknown as NodeJS.Timeout)
  timers.delete(given.timer)
  holdOrLetGo()
}

for (const name of ['setTimeout', 'setInterval'] as const) {
  const driven = begin(name === 'setInterval')
  // The form that gives a promise stays as it is.
  Object.defineProperties(driven, Object.getOwnPropertyDescriptors(globalThis[name]))
  Object.assign(globalThis, { [name]: driven, clearTimeout: clear, clearInterval: clear })
}

const turn = () => new Promise(setImmediate)

/** Runs what is due on the way, each in its moment, and handles what comes in from the world in between. */
async function pass(milliseconds: number): Promise<void> {
  const end = passed + milliseconds
  for (;;) {
    const [next] = [...timers].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)
    if (next === undefined) break
    passed = Math.max(passed, next.at)
    if (next.every === undefined) timers.delete(next)
    else next.at = passed + next.every
    setImmediate(next.run)
    await turn()
  }
  passed = end
  holdOrLetGo()
  for (let turns = 0; turns < 3; turns += 1) await turn()
}

const say = (what: Says) => process.send?.(what, () => undefined)

process.on('message', ({ pass: milliseconds }: Hears) => void pass(milliseconds).then(() => say('passed')))
// Its parent does not keep it alive.
process.channel?.unref()
holdOrLetGo()
await import('../../src/main.ts')
say('started')
