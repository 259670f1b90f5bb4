// For work of the beats that looks for what is to do, does it, and notes only then that it is done: two at once would do it twice.

/** One run after the other. Who calls while one waits for its turn shares that one, and one that fails holds up none. */
export function oneAtATime(run: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | undefined
  return () => {
    waiting ??= last = last
      .catch(() => undefined)
      .then(() => {
        waiting = undefined
        return run()
      })
    return waiting
  }
}
