// The leaderboard of a channel or a group, a page at a time.
import { accuracy, type Period, type Scope } from '../../core/board.ts'
import type { Board, BoardRow } from '../../ledger/boards.ts'
import { refusal } from '../../screens/notice.ts'
import type { Request } from '../../screens/request.ts'
import type { RankingRow, Screen } from '../../screens/screen.ts'
import { command } from '../../screens/text.ts'
import type { MemberMeans } from '../members.ts'
import { boardScreen } from './board-screen.ts'
import { inPlaceOf, studyDayOf } from '../where.ts'

/** A board of this many fits a phone without scrolling. */
const pageSize = 10

/** `page` from 0. Past either end, the nearest page is shown. */
type Asked = { readonly scope: Scope; readonly period: Period; readonly page: number; readonly picture?: boolean }

export async function board({ scope, period, page, picture = false }: Asked, request: Request, means: MemberMeans): Promise<Screen> {
  const { ledger } = means
  const there = await inPlaceOf(request, means)
  if (there === undefined) return refusal('Ask in a channel', [['Each channel has its own leaderboard. Type ', command('board'), ' in a channel.']])
  const { asker, group, place } = there
  const day = studyDayOf(await ledger.quizzes.at(place), request)
  const query = { group, place, scope, period, day, size: pageSize, asker: asker.id }
  const from = Math.max(0, page)
  let found = await ledger.boards.board({ ...query, page: from })
  const pages = Math.max(1, Math.ceil(found.people / pageSize))
  const shown = Math.min(from, pages - 1)
  if (shown !== from) found = await ledger.boards.board({ ...query, page: shown })
  const rows = found.rows.map((row) => rankingRow(row, row.person.id === asker.id))
  const own = found.own === null || rows.some(({ you }) => you) ? null : rankingRow(found.own, true)
  return boardScreen({ scope, period, page: shown, pages, noPage: shown === page ? null : page, people: found.people, rows, own, absent: absence(found), picture })
}

/** Why the asker is not on the board. */
function absence({ own, hidden }: Board): 'hidden' | 'no-answer' | null {
  if (own !== null) return null
  return hidden ? 'hidden' : 'no-answer'
}

function rankingRow(row: BoardRow, you: boolean): RankingRow {
  return { rank: row.rank, person: row.person, points: row.points, accuracy: accuracy(row), streak: row.streak, you }
}
