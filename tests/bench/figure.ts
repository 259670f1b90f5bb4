// One line of the table that `npm run bench` prints, and what its modules share.

export type Figure = {
  readonly what: string
  readonly value: string
  /** What it is measured against, in the same run. */
  readonly floor: string
  /** Value by floor; null where the goal is a limit of its own. */
  readonly ratio: number | null
  readonly goal: string
  readonly reached: boolean
}

/** `brief` shows that a benchmark runs; its figures say nothing. */
export type Size = 'whole' | 'brief'

/** A module of the benchmark. @param seeds a word for the seeds of what it simulates @param share how much of it there is, where that can be less than all */
export type Bench = (size?: Size, seeds?: string, share?: number) => Promise<readonly Figure[]>

/** Of a machine with noisy neighbours the median says more than the mean. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export const rounded = (value: number, digits = 2) => value.toFixed(digits)
export const perSecond = (value: number) => `${Math.round(value).toLocaleString('en')}/s`
