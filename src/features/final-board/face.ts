// The final board of a week or a season, posted for everyone: whether and when it comes.
import { finalChoices } from '../../core/final-board.ts'
import type { Face } from '../feature.ts'

export const finalBoard = {
  commands: {
    'final-board': {
      summary: 'Post the final leaderboard of each week or season',
      for: 'managers',
      about: 'team',
      options: { when: { kind: 'choice', summary: 'After each week, each season, both, or never (off). Leave it out to see it', choices: finalChoices } },
      examples: ['final-board', 'final-board week', 'final-board off'],
      aliases: ['final board', 'podium'],
      posts: 'later',
    },
  },
  controls: {},
} as const satisfies Face
