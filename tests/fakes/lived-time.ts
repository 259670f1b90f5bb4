// Time as this process lives it. A tick counts as 10 ms however late the machine runs it, so that a process that waits for its turn on a
// busy machine does not age meanwhile: whatever came in is handled between two ticks.
const tick = 10
const longestTimer = 2 ** 31 - 1

let passed = 0
setInterval(() => (passed += tick), tick).unref()

/** Milliseconds since this file was loaded; at most as many as have passed on the wall. */
export const livedTime = (): number => passed

/**
 * Calls `run` when `milliseconds` were lived through.
 *
 * @returns cancels it
 */
export function afterLived(milliseconds: number, run: () => void): () => void {
  const end = passed + Math.min(milliseconds, longestTimer)
  const timer = setInterval(() => {
    if (passed < end) return
    clearInterval(timer)
    run()
  }, tick)
  return () => clearInterval(timer)
}
