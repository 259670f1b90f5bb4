// Counts posts, so that a session can wait for one that a command asked for.

export type PostCounter = {
  count(): number
  add(): void
  /** Waits until more than `seen` posts were made, but at most `longest` milliseconds. */
  waitForNext(seen: number, longest: number): Promise<void>
  /** Ends all waiting. */
  release(): void
}

export function createPostCounter(): PostCounter {
  let count = 0
  const waiting = new Set<() => void>()
  const release = () => {
    for (const done of waiting) done()
    waiting.clear()
  }
  return {
    count: () => count,
    add: () => {
      count++
      release()
    },
    waitForNext: (seen, longest) => {
      if (count > seen) return Promise.resolve()
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, longest)
        waiting.add(() => {
          clearTimeout(timer)
          resolve()
        })
      })
    },
    release,
  }
}
