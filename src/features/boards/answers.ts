// Boards, as the asker sees them.
import type { Answers } from '../feature.ts'
import { board } from './board.ts'
import type { boards } from './face.ts'

export const commands: Answers<typeof boards>['commands'] = {
  board: ({ period = 'week', scope, page = 1 }, request, means) =>
    board({ scope: scope === 'everywhere' ? 'group' : 'place', period, page: page - 1 }, request, means),
}

export const controls: Answers<typeof boards>['controls'] = {
  board,
  boardPicture: ({ scope }, request, means) => board({ scope, period: 'week', page: 0, picture: true }, request, means),
}
