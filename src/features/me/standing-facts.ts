// Where somebody stands in one channel: points, streak and rank as lines.
import { accuracy, type Score } from '../../core/board.ts'
import type { PlaceId } from '../../core/quiz.ts'
import type { Progress } from '../../ledger/boards.ts'
import { pointsOf } from '../../screens/ranking.ts'
import type { Block } from '../../screens/screen.ts'
import { command, type Text } from '../../screens/text.ts'

type Fact = { readonly label: string; readonly value: Text }

const fact = (label: string, value: Text): Fact => ({ label, value })

/** @param place null where the asker is in it */
export function standingFacts({ scores, rank, people, hidden, place }: Pick<Progress, 'scores' | 'rank' | 'people' | 'hidden'> & { readonly place: PlaceId | null }): readonly Fact[] {
  return [
    fact('This week', [scoreLine(scores.week)]),
    fact('This month', [scoreLine(scores.month)]),
    fact('All time', [scoreLine(scores.all)]),
    fact(place === null ? 'Rank here' : 'Rank', [rank === null ? (hidden ? 'not ranked while you’re hidden' : 'left out') : `${rank} of ${people}`, ...(place === null ? [] : [' in ', { kind: 'place', id: place } as const])]),
  ]
}

export const mixedNote: Block = { kind: 'footnote', text: ['The leaderboard leaves you out, because its channels show you in different ways. To change that: ', command('privacy')] }

export const hiddenNote: Block = { kind: 'footnote', text: ['You’re hidden from leaderboards. To show up again: ', command('privacy show')] }

function scoreLine(score: Score): string {
  if (score.answered === 0) return 'no points yet'
  return `${pointsOf(score.points)}, ${score.right} of ${score.answered} right (${accuracy(score)}%)`
}
