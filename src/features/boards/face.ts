// Leaderboards.
import { metrics } from '../../core/board-order.ts'
import { boardControl, boardPeriods } from '../../screens/board-control.ts'
import { control, oneOf, upTo } from '../../screens/control.ts'
import type { Face } from '../feature.ts'

export const boards = {
  commands: {
    board: {
      summary: 'Show the leaderboard',
      for: 'everyone',
      ofCourse: true,
      options: {
        period: { kind: 'choice', summary: 'This week, this month, this season, or all time', choices: boardPeriods, synonyms: { 'this-week': 'week', weekly: 'week', 'this-month': 'month', monthly: 'month', 'this-season': 'season', 'all-time': 'all' } },
        by: {
          kind: 'choice',
          summary: 'In order of points (unless you say otherwise), right answers in percent, or days with an answer',
          choices: metrics,
          synonyms: { percent: 'accuracy', right: 'accuracy', '%': 'accuracy', present: 'days', 'days-present': 'days' },
        },
        scope: { kind: 'choice', summary: 'This channel or all channels', choices: ['here', 'everywhere'], synonyms: { 'this-channel': 'here', 'all-channels': 'everywhere' } },
        page: { kind: 'number', summary: 'Page number, starting at 1' },
        season: { kind: 'name', summary: 'The name of a season, also of one that’s over', named: '"Autumn 2026"' },
      },
      examples: ['board', 'board month accuracy', 'board all everywhere', 'board season Autumn 2026'],
      aliases: ['leaderboard', 'ranking', 'scores'],
    },
  },
  controls: {
    /** The first page of the week, with a picture of it. */
    boardPicture: control('boardpicture', { scope: oneOf('place', 'group') }),
    /** A board by points, as older messages ask for it. */
    board: control('board', { scope: oneOf('place', 'group'), period: oneOf('week', 'month', 'all'), page: upTo(9999) }),
    boards: boardControl,
  },
} as const satisfies Face
