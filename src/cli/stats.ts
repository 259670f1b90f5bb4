// How a channel does, for operators: what managers see with /study insight, as a table, CSV, or JSON.
import { percentsOf } from '../core/confidence.ts'
import { csv, type Cell } from '../core/csv.ts'
import { discrimination, isSuspicious, type Discrimination } from '../core/discrimination.ts'
import { hasShare, insightOf, type Insight, type QuestionResult, type Result } from '../core/insight.ts'
import { numberOf } from '../core/number-of.ts'
import type { Progress } from '../core/progress.ts'
import type { PlaceId } from '../core/quiz.ts'
import { addDays, type LocalDate } from '../core/time.ts'
import { courseOf, type Courses } from '../course/courses.ts'
import { titleOfTopic, topicAsked } from '../course/topic-of.ts'
import { readInsight, type ReadInsight } from '../ledger/sqlite/file/read-insight.ts'
import { unknownChannel } from './unknown-channel.ts'

export const statsTables = ['topics', 'questions', 'weekdays'] as const
export type StatsTable = (typeof statsTables)[number]
export type StatsFormat = 'table' | 'csv' | 'json'

type Wanted = { readonly channel: string | undefined; readonly days: number; readonly table: StatsTable; readonly format: StatsFormat }
type Rows = { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] }

/** What to print, or what is wrong and what to write instead. @param today in UTC */
export function stats(databaseFile: string, courses: Courses, { channel, days, table, format }: Wanted, today: LocalDate, progress?: Progress): { readonly text: string } | { readonly problem: string } {
  const read = readInsight(databaseFile, channel, addDays(today, 1 - days), progress)
  if ('channels' in read) return { problem: unknownChannel(channel, read.channels) }
  const found = insightOf(read.rounds, (question) => topicAsked(courses, question))
  const rows = tables[table](found, courses, read)
  switch (format) {
    case 'json':
      return { text: JSON.stringify(asJson(read.place, days, found, courses, read), undefined, 1) }
    case 'csv':
      return { text: csv(rows.columns, rows.rows).trimEnd() }
    case 'table':
      return { text: [`${read.place}, the last ${days === 1 ? 'day' : `${days} days`}: ${counted(found)}`, '', ...aligned(rows)].join('\n') }
  }
}

const tables: Readonly<Record<StatsTable, (found: Insight, courses: Courses, read: ReadInsight) => Rows>> = {
  topics: ({ topics }, courses) => ({
    columns: ['topic', 'title', 'answers', 'right', 'share', 'low', 'high'],
    rows: topics.map((topic) => [topic.topic, titleOfTopic(courses, topic.topic), ...resultCells(topic)]),
  }),
  questions: ({ questions }, courses, read) => ({
    columns: ['question', 'topic', 'last asked', 'answers', 'right', 'share', 'low', 'high', 'chosen instead', 'by', 'discrimination', 'check'],
    rows: questions.map((question) => [question.question, topicAsked(courses, question.question) ?? '', question.day, ...resultCells(question), question.lure?.chosen.join('+') ?? null, question.lure?.people ?? null, ...comparedCells(comparedOf(question, read))]),
  }),
  weekdays: ({ weekdays }) => ({
    columns: ['weekday', 'questions', 'people per question'],
    rows: weekdays.map(({ day, rounds, people }) => [weekdayNames[day] ?? '', rounds, twoDigits(people)]),
  }),
}

const weekdayNames = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const comparedOf = ({ latest }: QuestionResult, { compared }: ReadInsight) => discrimination(compared.get(latest) ?? [])

function asJson(channel: PlaceId, days: number, found: Insight, courses: Courses, read: ReadInsight): unknown {
  const questions = found.questions.map((question) => ({ ...question, stem: courseOf(courses, question.question).byId.questions.get(question.question)?.stem ?? null, discrimination: comparedOf(question, read) ?? null }))
  return { channel, days, ...found, questions }
}

function counted({ rounds, answers, keptBack, thinTopics, thinQuestions }: Insight): string {
  const left = keptBack === 0 ? '' : `; ${keptBack} without a result, for privacy`
  const thin = thinTopics + thinQuestions === 0 ? '' : `; too few answers for ${numberOf(thinTopics, 'topic')} and ${numberOf(thinQuestions, 'question')}`
  return `${numberOf(rounds, 'closed question')}, ${numberOf(answers, 'answer')}${left}${thin}`
}

/** Rounded as in the chat: a range never ends inside of what it stands for. */
function resultCells(result: Result): readonly Cell[] {
  const { answered, right, range } = result
  const { low, high } = percentsOf(range)
  return [answered, right, ...(hasShare(result) ? [twoDigits(right / answered), low / 100, high / 100] : [null, null, null])]
}

const comparedCells = (found: Discrimination | undefined): readonly Cell[] => (found === undefined ? [null, null] : [twoDigits(found.r), isSuspicious(found) ? 'yes' : 'no'])

const twoDigits = (value: number) => Math.round(value * 100) / 100

/** Columns as wide as their widest cell; numbers to the right. */
function aligned({ columns, rows }: Rows): readonly string[] {
  if (rows.length === 0) return ['Nothing has enough answers yet.']
  const widths = columns.map((column, at) => Math.max(column.length, ...rows.map((row) => String(row[at] ?? '').length)))
  const line = (cells: readonly Cell[]) => cells.map((cell, at) => (typeof cell === 'number' ? String(cell).padStart(widths[at] ?? 0) : (cell ?? '').padEnd(widths[at] ?? 0))).join('  ').trimEnd()
  return [line(columns), ...rows.map(line)]
}
