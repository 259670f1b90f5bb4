// Loaded before a program by `node --import`: its clock and its timers run faster than the world's, as often as CLOCK_SPEED says.
const speed = Number(process.env['CLOCK_SPEED'])
const now = Date.now
const began = now()

Date.now = () => began + (now() - began) * speed
const sinceStart = performance.now.bind(performance)
performance.now = () => sinceStart() * speed
for (const name of ['setTimeout', 'setInterval'] as const) {
  const start = globalThis[name] as (run: (...args: unknown[]) => void, wait?: number, ...args: unknown[]) => NodeJS.Timeout
  const faster = (run: (...args: unknown[]) => void, wait = 0, ...args: unknown[]) => start(run, wait / speed, ...args)
  // The form that gives a promise stays as it is.
  Object.defineProperties(faster, Object.getOwnPropertyDescriptors(globalThis[name]))
  Object.assign(globalThis, { [name]: faster })
}
