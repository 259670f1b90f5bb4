// Writes to a stream that may be slow, or whose reader may go away, as `head` does.

export type Output = {
  /** Writes at once, in the order of the calls. Fulfilled when the stream has taken the text, or takes no more. */
  write(text: string): Promise<void>
  /** Whether the reader has gone away. */
  gone(): boolean
  /** Ends all waiting for a reader that does not read. */
  release(): void
}

/** @param onGone called once when the reader goes away, with the stream's error if there was one */
export function createOutput(output: NodeJS.WritableStream, onGone: (fault: unknown) => void): Output {
  const waiting = new Set<() => void>()
  let gone = false
  const release = () => {
    for (const done of waiting) done()
    waiting.clear()
  }
  const leave = (fault: unknown) => {
    if (gone) return
    gone = true
    release()
    onGone(fault)
  }
  output.on('error', leave)
  output.on('close', () => leave(undefined))
  return {
    write: (text) => {
      if (gone) return Promise.resolve()
      return new Promise((resolve) => {
        const done = () => {
          waiting.delete(done)
          resolve()
        }
        waiting.add(done)
        output.write(text, done)
      })
    },
    gone: () => gone,
    release,
  }
}
