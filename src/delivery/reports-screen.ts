// What a manager reads of new reports: how many, and where they stand. One message for all channels.
import type { ReportNews } from '../ledger/reports.ts'
import { inChannel, runControl } from '../screens/control.ts'
import { notice } from '../screens/notice.ts'
import type { Button, Screen } from '../screens/screen.ts'
import type { Text } from '../screens/text.ts'

const mostButtons = 5

export function reportNewsScreen(all: readonly ReportNews[]): Screen {
  const buttons = all.slice(0, mostButtons).map(({ quiz }, index): Button => ({ label: all.length === 1 ? 'See reports' : `See reports ${index + 1}`, control: inChannel(quiz.place, runControl.text({ line: 'reports' })), primary: false }))
  const line = ({ quiz, reports, questions }: ReportNews, index: number): Text =>
    [...(all.length === 1 ? [] : [`${index + 1}. `]), { kind: 'place', id: quiz.place }, `: ${counted(reports, 'new report')} about ${counted(questions, 'question')}`]
  return notice('People reported questions', all.map(line), buttons)
}

const counted = (count: number, what: string): string => (count === 1 ? `1 ${what}` : `${count} ${what}s`)
