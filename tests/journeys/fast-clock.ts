// Loaded before a program by `node --import`: its clock and its timers run faster than the world's, as often as CLOCK_SPEED says; it
// begins at CLOCK_START where that is given, in milliseconds since 1970.
const speed = Number(process.env['CLOCK_SPEED'])
const now = Date.now
const began = now()
const start = Number(process.env['CLOCK_START'] ?? began)

class FastDate extends Date {
  constructor(...parts: unknown[]) {
    super(...((parts.length === 0 ? [FastDate.now()] : parts) as [number]))
  }
  static override now(): number {
    return Math.floor(start + (now() - began) * speed)
  }
}
globalThis.Date = FastDate as DateConstructor

const sinceStart = performance.now.bind(performance)
performance.now = () => sinceStart() * speed
for (const name of ['setTimeout', 'setInterval'] as const) {
  const begin = globalThis[name] as (run: (...args: unknown[]) => void, wait?: number, ...args: unknown[]) => NodeJS.Timeout
  const faster = (run: (...args: unknown[]) => void, wait = 0, ...args: unknown[]) => begin(run, wait / speed, ...args)
  // The form that gives a promise stays as it is.
  Object.defineProperties(faster, Object.getOwnPropertyDescriptors(globalThis[name]))
  Object.assign(globalThis, { [name]: faster })
}
