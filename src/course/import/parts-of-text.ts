// An explanation with labeled lines below it, for formats that have one text for all that is said after an answer.
import { linesAndBlocks } from '../../core/code-marks.ts'
import type { TeamText } from '../../core/team-question.ts'

type Parts = Pick<TeamText, 'explanation' | 'keyPoint' | 'source'>

/** Lines that begin with “Remember:” or “Source:” are those parts; the others are the explanation. */
export function splitParts(text: string): Parts {
  const parts = { explanation: [] as string[], keyPoint: '', source: '' }
  for (const line of linesAndBlocks(text)) {
    const [, label, rest = ''] = /^(remember|source|references?):\s*(.+)$/iu.exec(line.trim()) ?? []
    if (label === undefined) parts.explanation.push(line)
    else if (label.toLowerCase() === 'remember') parts.keyPoint = rest
    else parts.source = rest
  }
  return { ...parts, explanation: parts.explanation.join('\n').trim() }
}

/** As {@link splitParts} reads it. */
export function joinParts({ explanation, keyPoint, source }: Parts): string {
  return [explanation, keyPoint === '' ? '' : `Remember: ${keyPoint}`, source === '' ? '' : `Source: ${source}`].filter((part) => part !== '').join('\n')
}
