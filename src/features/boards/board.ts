// The leaderboard of a channel or a group, a page at a time.
import { fewestOfAlias } from '../../core/board-aliases.ts'
import { accuracy, periodKey, type Scope } from '../../core/board.ts'
import { fewestForAccuracy, level, type Metric } from '../../core/board-order.ts'
import { currentSeason, seasonNamed, type Season } from '../../core/season.ts'
import { isDate, type LocalDate } from '../../core/time.ts'
import type { Board, BoardRow } from '../../ledger/boards.ts'
import type { BoardPeriod } from '../../screens/board-control.ts'
import { refusal } from '../../screens/notice.ts'
import type { Request } from '../../screens/request.ts'
import type { RankingRow, Screen } from '../../screens/screen.ts'
import { command } from '../../screens/text.ts'
import type { MemberMeans } from '../members.ts'
import type { Means } from '../services.ts'
import { noSeasons, noSuchSeason } from '../no-season.ts'
import { inPlaceOf, isOfCourse, studyDayOf } from '../where.ts'
import { boardScreen, type Absence, type SeasonView } from './board-screen.ts'

/** A board of this many fits a phone without scrolling. */
const pageSize = 10

/** `page` from 0. Past either end, the nearest page is shown. `which`: as {@link boardControl} has it. */
type Asked = { readonly scope: Scope; readonly period: BoardPeriod; readonly by: Metric; readonly page: number; readonly which: string; readonly picture?: boolean }

export async function board(asked: Asked, request: Request, means: MemberMeans & Pick<Means, 'courses' | 'course' | 'number'>): Promise<Screen> {
  const { ledger } = means
  // A channel's own leaderboard is of its own courses; of another one, here is that of the whole group.
  const isOther = request.place !== null && !(await isOfCourse(request.place, means))
  const there = isOther && request.place !== null ? { ...request, place: request.place } : await inPlaceOf(request, means)
  if (there === undefined) return refusal('Ask in a channel', [['Each channel has its own leaderboard. Type ', command('board'), ' in a channel.']])
  const { asker, group, place } = there
  const today = studyDayOf(await ledger.quizzes.at(place), request)
  const past = asked.period !== 'season' && isDate(asked.which) ? asked.which : null
  const day = past ?? today
  const seasons = await ledger.seasons.of(place)
  const { period, by, page, picture = false } = asked
  if (period === 'season' && asked.which === '' && seasons.length === 0) return noSeasons()
  const season = period === 'season' ? (asked.which === '' ? currentSeason(seasons, day) : seasonNamed(seasons, asked.which)) : undefined
  if (period === 'season' && season === undefined) return noSuchSeason(asked.which, seasons)
  const scope = isOther ? 'group' : season === undefined ? asked.scope : 'place'
  const query = { group, place, scope, span: season ?? spanOf(period), by, day, size: pageSize, asker: asker.id, account: asker.account }
  const from = Math.max(0, page)
  let found = await ledger.boards.board({ ...query, page: from })
  const pages = Math.max(1, Math.ceil(found.people / pageSize))
  const shown = Math.min(from, pages - 1)
  if (shown !== from) found = await ledger.boards.board({ ...query, page: shown })
  const rows = found.rows.map((row) => rankingRow(row, row.person.id === asker.id, found))
  const own = found.own === null || rows.some(({ you }) => you) ? null : rankingRow(found.own, true, found)
  return boardScreen({
    scope, period, by, picture, page: shown, pages, noPage: shown === page ? null : page, people: found.people, channels: found.channels, rows, own,
    absent: absence(found), hasSeasons: seasons.length > 0, season: season === undefined ? null : seasonView(season, seasons, day), accuracy: found.accuracy, withoutAliases: found.leftOut.any,
    otherScope: asked.scope === 'group' && scope === 'place',
    course: scope === 'group' && !means.courses.alone ? means.course.title : null,
    past: past === null || periodKey(spanOf(period), past) === periodKey(spanOf(period), today) ? null : past,
  })
}

const spanOf = (period: BoardPeriod) => (period === 'season' ? 'all' : period)

function seasonView(season: Season, seasons: readonly Season[], day: LocalDate): SeasonView {
  const at = seasons.indexOf(season)
  return { ...season, earlier: seasons[at - 1]?.name ?? null, later: seasons[at + 1]?.name ?? null, isToCome: season.from > day, isOver: season.to < day }
}

/** Why the asker is not on the board. */
function absence({ own, hidden, mixed, answered, leftOut, accuracy: of }: Board): Absence | null {
  if (own !== null) return null
  if (hidden) return { kind: 'hidden' }
  if (mixed === true) return { kind: 'mixed' }
  if (answered === 0) return { kind: 'no-answer' }
  if (of !== null && answered < fewestForAccuracy) return { kind: 'too-few', answered }
  if (!leftOut.asker) return { kind: 'no-answer' }
  return answered < fewestOfAlias ? { kind: 'few-of-alias', answered } : { kind: 'small-board' }
}

function rankingRow(row: BoardRow, you: boolean, { accuracy: of }: Board): RankingRow {
  const { rank, person, points, streak, answered, days } = row
  const average = of?.average ?? null
  const percent = average === null ? accuracy(row) : Math.round(100 * level(row, average))
  return { rank, person, points, accuracy: percent, streak, answered, days, you }
}
