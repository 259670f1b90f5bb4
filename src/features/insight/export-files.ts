// How a channel does, as tables for a spreadsheet: its leaderboards, and how it answered each question. Nobody's single answer stands in
// them: the leaderboards are those that everyone sees, and what was chosen is counted, and kept back as on the posts.
import { accuracy, periods, type Period, type Span } from '../../core/board.ts'
import { csv, type Cell } from '../../core/csv.ts'
import type { ClosedRound } from '../../core/insight.ts'
import type { OptionId, Quiz } from '../../core/quiz.ts'
import { isRight } from '../../core/round.ts'
import { contentIn } from '../../course/round-content.ts'
import type { Board, BoardRow } from '../../ledger/boards.ts'
import { textFile } from '../../screens/files.ts'
import type { Request } from '../../screens/request.ts'
import type { FileBlock } from '../../screens/screen.ts'
import type { Means } from '../services.ts'
import { studyDayOf } from '../where.ts'

/** The longest leaderboard that is written whole. */
const mostRows = 2_000

export async function filesOf(rounds: readonly ClosedRound[], quiz: Quiz, request: Request, means: Means): Promise<readonly FileBlock[]> {
  const date = studyDayOf(quiz, request)
  const spans: readonly (readonly [string, Span])[] = [...periods.map((period) => [boardNames[period], period] as const), ...(await means.ledger.seasons.of(quiz.place)).map((season) => [season.name, season] as const)]
  const boards = await Promise.all(spans.map(async ([name, span]) => ({ name, ...(await boardOf(span, quiz, request, means)) })))
  const isWhole = boards.every(({ rows, people }) => rows.length === people)
  const asked = await Promise.all(rounds.map(async (round) => ({ ...round, ...(await wordsOf(round, means)) })))
  return Promise.all([
    textFile(`studyhall-boards-${date}.csv`, isWhole ? 'Leaderboards' : `Leaderboards, the first ${mostRows} people`, boardsCsv(boards)),
    textFile(`studyhall-answers-${date}.csv`, 'Questions, and how many chose what', answersCsv(asked)),
  ])
}

function boardOf(span: Span, quiz: Quiz, request: Request, { ledger }: Means): Promise<Board> {
  const query = { group: quiz.group, place: quiz.place, scope: 'place', span, by: 'points', day: studyDayOf(quiz, request), page: 0, size: mostRows, asker: request.asker.id } as const
  return ledger.boards.board(query)
}

/** The question as it was asked, whatever the course says today. */
async function wordsOf({ id }: ClosedRound, { ledger, courses }: Means): Promise<Pick<AskedRound, 'stem' | 'topicTitle' | 'options'>> {
  const round = await ledger.rounds.find(id)
  if (round === undefined) return { stem: '', topicTitle: '', options: [] }
  const { stem, topicTitle, options } = contentIn(courses, round)
  return { stem, topicTitle, options }
}

const boardNames: Readonly<Record<Period, string>> = { week: 'this week', month: 'this month', all: 'all time' }

export function boardsCsv(boards: readonly { readonly name: string; readonly rows: readonly BoardRow[] }[]): string {
  return csv(
    ['leaderboard', 'rank', 'name', 'points', 'answered', 'right', 'accuracy in percent', 'streak', 'days with an answer'],
    boards.flatMap(({ name, rows }) => rows.map(({ rank, person, streak, ...score }) => [name, rank, person.name, score.points, score.answered, score.right, accuracy(score), streak, score.days])),
  )
}

export type AskedRound = ClosedRound & { readonly stem: string; readonly topicTitle: string; readonly options: readonly { readonly id: OptionId; readonly text: string }[] }

/** A row for each choice that people made or could have made; one without a choice where the result is kept back. */
export function answersCsv(rounds: readonly AskedRound[]): string {
  return csv(
    ['study day', 'extra question', 'question', 'topic', 'text', 'people', 'choice', 'right choice', 'chose it', 'note'],
    rounds.flatMap((round) => {
      const { day, extra, question, topicTitle, stem, answered } = round
      return choicesOf(round).map((choice): readonly Cell[] => [day, yesNo(extra), question, topicTitle, stem, answered, ...choice])
    }),
  )
}

const keptBack = 'kept back, because of somebody who hides or goes by an alias, or had their data deleted'

function choicesOf({ key, votes, options, answered }: AskedRound): readonly (readonly Cell[])[] {
  if (votes === null) return [[null, null, null, keptBack]]
  // Where several options are right, only what people chose is listed: there are too many ways to choose.
  const unchosen = key.length > 1 ? [] : options.filter(({ id }) => !votes.some(({ chosen }) => chosen.includes(id))).map(({ id }) => ({ chosen: [id], people: 0 }))
  const all = [...votes, ...unchosen].toSorted((one, other) => other.people - one.people)
  if (all.length === 0) return [[null, null, null, answered === 0 ? 'nobody answered' : null]]
  const textOf = (id: OptionId) => options.find((option) => option.id === id)?.text ?? id
  return all.map((choice) => [choice.chosen.map(textOf).join(' + '), yesNo(isRight(key, choice.chosen)), choice.people, null])
}

const yesNo = (is: boolean) => (is ? 'yes' : 'no')
