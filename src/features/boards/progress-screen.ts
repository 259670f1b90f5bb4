// One person's progress in one channel.
import { accuracy, type Period, type Score } from '../../core/board.ts'
import { pointsOf } from '../../screens/ranking.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { command, strong, type Text } from '../../screens/text.ts'

export type ProgressView = {
  readonly scores: Readonly<Record<Period, Score>>
  readonly streak: number
  readonly longest: number
  readonly rank: number | null
  readonly people: number
  readonly hidden: boolean
  /** Answers count, and are explained, when the question closes. */
  readonly countsAtClose: boolean
}

export function progressScreen(view: ProgressView): Screen {
  return { name: 'progress', title: 'Your progress', tone: 'plain', blocks: progressBlocks(view) }
}

export function progressBlocks(view: ProgressView): Block[] {
  if (view.scores.all.answered === 0) {
    const counting = view.countsAtClose ? ' Answers count once the question closes.' : ''
    return [{ kind: 'paragraph', text: [`None of your answers have counted here yet.${counting} To see the question: `, command('today')] }]
  }
  const fact = (label: string, value: Text) => ({ label, value })
  const blocks: Block[] = [
    {
      kind: 'facts',
      facts: [
        fact('This week', [scoreLine(view.scores.week)]),
        fact('This month', [scoreLine(view.scores.month)]),
        fact('All time', [scoreLine(view.scores.all)]),
        fact('Streak', [strong(days(view.streak)), ` (longest: ${view.longest})`]),
        fact('Rank here', [view.rank === null ? "not ranked while you’re hidden" : `${view.rank} of ${view.people}`]),
      ],
    },
  ]
  if (view.hidden) blocks.push({ kind: 'footnote', text: ["You’re hidden from leaderboards. To show up again: ", command('privacy show')] })
  return blocks
}

function scoreLine(score: Score): string {
  if (score.answered === 0) return 'no answers yet'
  return `${pointsOf(score.points)}, ${score.right} of ${score.answered} right (${accuracy(score)}%)`
}

const days = (count: number) => (count === 1 ? '1 study day' : `${count} study days`)
