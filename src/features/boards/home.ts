// Streak, points and rank on one's own page.
import type { Progress } from '../../ledger/boards.ts'
import { runControl } from '../../screens/control.ts'
import { personSeen } from '../../screens/request.ts'
import type { Block } from '../../screens/screen.ts'
import { command, strong } from '../../screens/text.ts'
import type { HomePart } from '../feature.ts'
import { studyDayOf } from '../where.ts'

export const home: HomePart = {
  ofChannel: async (request, place, { ledger }) => {
    const day = studyDayOf(await ledger.quizzes.at(place), request)
    return standing(await ledger.boards.progress(personSeen(request), place, day))
  },
}

export function standing({ scores, streak, rank, people, hidden }: Progress): readonly Block[] {
  const points = (count: number) => `${count} ${count === 1 ? 'point' : 'points'}`
  const numbers = [
    `🔥 Streak: ${streak.alive} ${streak.alive === 1 ? 'study day' : 'study days'}`,
    `${points(scores.week.points)} this week, ${scores.all.points} in total`,
    ...(rank === null ? [] : [`rank ${rank} of ${people}`]),
  ]
  return [
    { kind: 'paragraph', text: scores.all.answered === 0 ? ['You haven’t answered here yet.'] : [strong(numbers[0] ?? ''), ` · ${numbers.slice(1).join(' · ')}`] },
    ...(hidden ? ([{ kind: 'footnote', text: ["You’re hidden from leaderboards. To show up again: ", command('privacy show')] }] as const) : []),
    {
      kind: 'buttons',
      buttons: [
        { label: 'Leaderboard', control: runControl.text({ line: 'board' }), primary: false },
        { label: 'My progress', control: runControl.text({ line: 'me' }), primary: false },
      ],
    },
  ]
}
