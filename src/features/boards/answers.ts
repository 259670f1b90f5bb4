// Boards, as the asker sees them.
import type { Answers } from '../feature.ts'
import { board } from './board.ts'
import type { boards } from './face.ts'

export const commands: Answers<typeof boards>['commands'] = {
  board: ({ period = 'week', by = 'points', scope, page = 1, season = '' }, request, means) =>
    board({ scope: scope === 'everywhere' ? 'group' : 'place', period: season === '' ? period : 'season', by, page: page - 1, which: season }, request, means),
}

export const controls: Answers<typeof boards>['controls'] = {
  board: (asked, request, means) => board({ ...asked, by: 'points', which: '' }, request, means),
  boards: board,
  boardPicture: ({ scope }, request, means) => board({ scope, period: 'week', by: 'points', page: 0, which: '', picture: true }, request, means),
}
