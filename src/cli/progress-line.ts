// One line of progress.
import { statSync } from 'node:fs'
import type { Doing } from '../core/progress.ts'

const megabyte = 1_000_000

/** @param elapsed since the command began, in milliseconds @param columns of the terminal; a longer line would wrap and stay */
export function progressLine(doing: Doing, elapsed: number, columns: number): string {
  const line = `${doing.what}${partOf(doing)} … ${inWords(Math.floor(elapsed / 1_000))}`
  return line.length < columns ? line : `${line.slice(0, Math.max(columns - 2, 0))}…`
}

function partOf(doing: Doing): string {
  if ('growing' in doing) {
    const size = statSync(doing.growing.file, { throwIfNoEntry: false })?.size ?? 0
    return ` (${megabytes(size)} of about ${megabytes(doing.growing.bytes)} MB)`
  }
  const { done, of } = doing
  return done === undefined || of === undefined ? '' : ` (${(done + 1).toLocaleString('en-US')} of ${of.toLocaleString('en-US')})`
}

const megabytes = (bytes: number): string => Math.ceil(bytes / megabyte).toLocaleString('en-US')
const inWords = (seconds: number): string => (seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`)
