// How much of something there is at the end of a run, against its beginning.

/** Days until everything that is kept in memory on purpose is there. */
const warmUp = 3

/** The mean of the last third of the days by that of the first third after the warm-up. */
export function growth(daily: readonly number[]): number {
  const settled = daily.slice(Math.min(warmUp, Math.floor(daily.length / 4)))
  const third = Math.max(1, Math.floor(settled.length / 3))
  return mean(settled.slice(-third)) / mean(settled.slice(0, third))
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
