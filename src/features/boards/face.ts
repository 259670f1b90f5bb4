// Leaderboards.
import { control, oneOf, upTo } from '../../screens/control.ts'
import type { Face } from '../feature.ts'

export const boards = {
  commands: {
    board: {
      summary: 'Show the leaderboard',
      for: 'everyone',
      options: {
        period: { kind: 'choice', summary: 'This week, this month, or all time', choices: ['week', 'month', 'all'], synonyms: { 'this-week': 'week', weekly: 'week', 'this-month': 'month', monthly: 'month', 'all-time': 'all' } },
        scope: { kind: 'choice', summary: 'This channel or all channels', choices: ['here', 'everywhere'], synonyms: { 'this-channel': 'here', 'all-channels': 'everywhere' } },
        page: { kind: 'number', summary: 'Page number, starting at 1' },
      },
      examples: ['board', 'board month', 'board all everywhere'],
      aliases: ['leaderboard', 'ranking', 'scores'],
    },
  },
  controls: {
    /** The first page of the week, with a picture of it. */
    boardPicture: control('boardpicture', { scope: oneOf('place', 'group') }),
    board: control('board', { scope: oneOf('place', 'group'), period: oneOf('week', 'month', 'all'), page: upTo(9999) }),
  },
} as const satisfies Face
