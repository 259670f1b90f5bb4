// Waits for a fact, not for a time: the number of looks only ends a test that would never end.

/** On an idle machine; longer where each look comes late. */
const longest = 5 * 60_000

/**
 * The first value that is neither undefined nor false.
 *
 * @param pause milliseconds between two looks
 */
export async function until<T>(look: () => T | undefined | false | Promise<T | undefined | false>, what: string, pause = 5): Promise<T> {
  for (let looks = longest / pause; looks > 0; looks -= 1) {
    const seen = await look()
    if (seen !== undefined && seen !== false) return seen
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  throw new Error(`waited in vain: ${what}`)
}
