// One person's progress in one channel.
import { accuracy, type Period, type Score } from '../../core/board.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { command, strong, type Text } from '../../screens/text.ts'

export type ProgressView = {
  readonly scores: Readonly<Record<Period, Score>>
  readonly streak: number
  readonly longest: number
  readonly rank: number | null
  readonly people: number
  readonly hidden: boolean
  /** Answers are explained, and count, when the round closes. */
  readonly countsAtClose: boolean
}

export function progressScreen(view: ProgressView): Screen {
  return { name: 'progress', title: 'Your progress', tone: 'plain', blocks: progressBlocks(view) }
}

export function progressBlocks(view: ProgressView): Block[] {
  if (view.scores.all.answered === 0) {
    const counting = view.countsAtClose ? ' An answer counts from the moment the round closes.' : ''
    return [{ kind: 'paragraph', text: ['No counted answer in this channel yet. ', command('today'), ` shows the question.${counting}`] }]
  }
  const fact = (label: string, value: Text) => ({ label, value })
  const blocks: Block[] = [
    {
      kind: 'facts',
      facts: [
        fact('This week', [scoreLine(view.scores.week)]),
        fact('This month', [scoreLine(view.scores.month)]),
        fact('All time', [scoreLine(view.scores.all)]),
        fact('Streak', [strong(days(view.streak)), `, longest ${days(view.longest)}`]),
        fact('Rank here', [view.rank === null ? 'none while you are hidden' : `${view.rank} of ${view.people}`]),
      ],
    },
  ]
  if (view.hidden) blocks.push({ kind: 'footnote', text: ['Others do not see you. Change that with ', command('privacy show'), '.'] })
  return blocks
}

function scoreLine(score: Score): string {
  if (score.answered === 0) return 'nothing yet'
  const points = score.points === 1 ? '1 point' : `${score.points} points`
  return `${points}, ${score.right} of ${score.answered} right (${accuracy(score)} %)`
}

const days = (count: number) => (count === 1 ? '1 study day' : `${count} study days`)
