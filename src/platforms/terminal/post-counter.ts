// Waiting for a post that was asked for and comes by itself.

export type Posts = {
  count(): number
  add(): void
  /** Fulfilled when more than `seen` posts were made, after `longest` milliseconds at the latest. */
  after(seen: number, longest: number): Promise<void>
  /** Nobody waits any longer. */
  release(): void
}

export function createPosts(): Posts {
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
    after: (seen, longest) => {
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
