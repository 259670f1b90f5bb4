// Boards and progress, as the asker sees them.
import { accuracy, type Period, type Scope } from '../../core/board.ts'
import type { GroupId, PersonId, PlaceId, Quiz } from '../../core/quiz.ts'
import { studyDay } from '../../core/study-day.ts'
import { localDate, type LocalDate } from '../../core/time.ts'
import type { BoardRow } from '../../ledger/boards.ts'
import { boardScreen, progressScreen, type ProgressView } from './board-screen.ts'
import { notice, refusal } from '../../screens/notice.ts'
import type { RankingRow, Screen } from '../../screens/screen.ts'
import { command } from '../../screens/text.ts'
import type { Desk } from '../services.ts'
import type { Request } from '../../platforms/platform.ts'

const pageSize = 10

export async function board(desk: Desk, request: Request, scope: Scope, period: Period, page: number): Promise<Screen> {
  const { asker, group } = request
  const place = request.place ?? (await desk.ledger.people.placesOf(asker.id))[0]
  if (place === undefined) return refusal('Ask in a channel', [['Each channel has its own board. Type ', command('board'), ' in a channel.']])
  const day = studyDayOf(await desk.ledger.quizzes.at(place), request)
  const query = { group, place, scope, period, day, size: pageSize, asker: asker.id }
  let found = await desk.ledger.boards.board({ ...query, page })
  const pages = Math.max(1, Math.ceil(found.people / pageSize))
  const shown = Math.min(page, pages - 1)
  if (shown !== page) found = await desk.ledger.boards.board({ ...query, page: shown })
  const rows = found.rows.map((row) => rankingRow(row, row.person.id === asker.id))
  const own = found.own === null || rows.some(({ you }) => you) ? null : rankingRow(found.own, true)
  const absent = found.own !== null ? null : found.hidden ? 'hidden' : 'no-answer'
  return boardScreen({ scope, period, page: shown, pages, people: found.people, rows, own, absent })
}

function rankingRow(row: BoardRow, you: boolean): RankingRow {
  return { rank: row.rank, person: row.person, points: row.points, accuracy: accuracy(row), streak: row.streak, you }
}

export async function progress(desk: Desk, request: Request): Promise<Screen> {
  const place = request.place ?? (await desk.ledger.people.placesOf(request.asker.id))[0]
  if (place === undefined) return notice('No counted answer yet', [['Your progress begins with your first answer. ', command('today'), ' in a channel shows the question.']])
  return progressScreen(await progressIn(desk, request, place))
}

export async function progressIn(desk: Desk, request: Request, place: PlaceId): Promise<ProgressView> {
  const { asker, group } = request
  const person = { id: asker.id, group, name: asker.name }
  const quiz = await desk.ledger.quizzes.at(place)
  const found = await desk.ledger.boards.progress(person, place, studyDayOf(quiz, request))
  return { ...found, streak: found.streak.alive, longest: found.streak.longest, countsAtClose: quiz?.feedback === 'at-close' }
}

function studyDayOf(quiz: Quiz | undefined, request: Request): LocalDate {
  return quiz === undefined ? localDate(request.at, request.asker.zone ?? 'UTC') : studyDay(request.at, quiz.zone, quiz.rolloverHour)
}

export async function privacy(desk: Desk, request: Request, show: string | undefined): Promise<Screen> {
  if (show === undefined) return howYouAreSeen(await desk.ledger.people.isHidden(request.group, request.asker.id))
  const hidden = show === 'hide'
  await desk.ledger.people.setHidden({ id: request.asker.id, group: request.group, name: request.asker.name }, hidden)
  return hidden
    ? notice('You are hidden', [['You are on no board and in no list from now on. Your answers still count for you: ', command('me'), '.']])
    : notice('You are shown again', [['Boards and lists have you as before.']])
}

/** As people called themselves when they last answered. Without names a screen still says what it has to. */
export async function namesOf(desk: Desk, group: GroupId, people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>> {
  try {
    return await desk.ledger.people.namesOf(group, people)
  } catch (fault) {
    desk.log.warn({ fault }, 'the names of people could not be read')
    return new Map()
  }
}

function howYouAreSeen(hidden: boolean): Screen {
  return hidden
    ? notice('You are hidden', [
        ['You are on no board and in no list. Your answers still count for you: ', command('me'), '.'],
        ['Show yourself again with ', command('privacy show'), '.'],
      ])
    : notice('You are shown', [
        ['Others see your name, points, accuracy and streak on boards, and your name among those who were right. Nobody sees what you answered.'],
        ['Hide yourself with ', command('privacy hide'), '.'],
      ])
}
