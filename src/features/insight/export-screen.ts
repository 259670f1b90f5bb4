// What a manager sees who gets a channel's results as files.
import { mostFileBytes } from '../../screens/files.ts'
import { notice } from '../../screens/notice.ts'
import type { FileBlock, Screen } from '../../screens/screen.ts'
import type { InsightPeriod } from './face.ts'
import { nothingCounts, periodNames } from './insight-words.ts'

export function exportScreen(period: InsightPeriod, files: readonly FileBlock[]): Screen {
  if (files.reduce((sum, { data }) => sum + data.byteLength, 0) > mostFileBytes) return tooLarge()
  return {
    name: 'insight-export',
    title: `Results as files: ${periodNames[period]}`,
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: ['The leaderboards as everyone sees them, and for each closed question how many people chose what.'] },
      ...files,
      { kind: 'footnote', text: ['Nobody’s own answers are in them. Questions that show no result for somebody’s privacy have none here either.'] },
    ],
  }
}

/** @param voided closed questions that don't count */
export const nothingToExport = (period: InsightPeriod, voided: number): Screen =>
  notice('There’s nothing to export', [[nothingCounts(voided, `in the ${periodNames[period]}`)]])

const tooLarge = (): Screen => notice('The files are too large to send', [['Ask for a shorter time, such as the last 30 days.']])
