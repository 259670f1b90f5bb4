// The figures of a herd as lines to read.
import type { HerdFigures } from './audit.ts'

export function herdReport({ happened, freezes, turns, beyondLimit }: HerdFigures): readonly string[] {
  const line = (count: number, what: string) => `${String(count).padStart(8)}  ${what}`
  return [
    line(freezes, 'processes frozen for longer than a lease'),
    line(turns, 'times another process took the duty'),
    line(beyondLimit.length, 'beyond the limit: posted twice or too late by a process that was frozen before its request'),
    ...beyondLimit.map((what) => `            ${what}`),
    'besides kills:',
    ...[...happened].toSorted(([one], [other]) => one.localeCompare(other)).map(([what, count]) => `  ${String(count).padStart(6)}  ${what}`),
  ]
}
