// The part for corrections of the course.
import { isSameVersion, type Version } from '../../core/corrected-bank.ts'
import { correctSession } from '../../core/correct-session.ts'
import { shiftOf, standardOf, type Change, type Standard } from '../../core/correction.ts'
import { tally } from '../../core/close.ts'
import type { QuestionId } from '../../core/quiz.ts'
import { isSameChoice } from '../../core/round.ts'
import { itemId } from '../../core/study-item.ts'
import type { Instant } from '../../core/time.ts'
import type { CourseCorrections, Reach, ToCorrectInCourse } from '../course-corrections.ts'
import type { Jobs } from '../jobs.ts'
import { correctStored, tells, undoStored } from './corrections.ts'
import type { StoredRound } from '../tables/round-row.ts'
import type { Tables } from '../tables/tables.ts'

export function openCourseCorrections({ read, write }: Jobs, tables: Tables): CourseCorrections {
  const { courseCorrections, rounds } = tables
  return {
    all: () => read(() => courseCorrections.all()),
    foresee: (what) => read(() => ({ ...reachOf(tables, roundsWith(tables, what), what.after), sessions: sessionsWith(tables, what.question, what.asked.mark).length })),
    correct: (what, at) => write(() => correct(tables, what, at)),
    undo: (id, at) =>
      write(() => {
        const found = courseCorrections.find(id)
        if (found === undefined || found.undoneAt !== null) return undefined
        const { question, asked, after, mark, markAsked } = found
        const touched = courseCorrections.roundsCorrectedBy(id).flatMap((round) => rounds.byId(round) ?? [])
        const reach = reachOf(tables, touched, { key: asked.key, voided: false })
        for (const stored of touched) undoStored(tables, stored, 'operator', at)
        outdatePosts(tables, touched)
        courseCorrections.markUndone(id, at)
        const sessions = repair(tables, question, after.voided ? markAsked : mark, { key: asked.key, mark: markAsked, voided: false })
        return { ...reach, sessions }
      }),
  }
}

/** Rounds that asked this version and are judged otherwise than `after`. */
function roundsWith(tables: Tables, { question, asked, after }: Omit<ToCorrectInCourse, 'why'>): readonly StoredRound[] {
  const { courseCorrections, corrections, contents, rounds } = tables
  return courseCorrections.roundsOf(question).flatMap((id) => {
    const stored = rounds.byId(id)
    if (stored === undefined) return []
    const first = corrections.asked(stored)
    const isThis = isSameVersion(asked, { key: first.key, words: contents.find(first.content) })
    const isDone = (stored.round.voided === true) === after.voided && (after.voided || isSameChoice(stored.round.key, after.key))
    return isThis && !isDone ? [stored] : []
  })
}

function reachOf(tables: Tables, rounds: readonly StoredRound[], after: Standard): Omit<Reach, 'sessions'> {
  const each = rounds.map((stored) => {
    const votes = tables.answers.votes(stored.id)
    return { answered: tally(after.key, votes).answered, ...shiftOf(standardOf(stored.round), after, votes) }
  })
  const sum = (field: 'answered' | 'gain' | 'lose') => each.reduce((total, one) => total + one[field], 0)
  return { rounds: rounds.length, answers: sum('answered'), gain: sum('gain'), lose: sum('lose'), telling: rounds.filter((stored) => tells(tables, [stored], after)).length }
}

function correct(tables: Tables, what: ToCorrectInCourse, at: Instant): Reach {
  const { courseCorrections } = tables
  const { question, asked, after, why } = what
  const touched = roundsWith(tables, what)
  const reach = reachOf(tables, touched, after)
  const id = courseCorrections.add(what, at)
  const change: Change = after.voided ? { kind: 'void' } : { kind: 'regrade', key: after.key }
  for (const stored of touched) {
    if (correctStored(tables, stored, { change, why, words: asked.words }, 'operator', at).kind === 'done') courseCorrections.link(stored.id, id)
  }
  outdatePosts(tables, touched)
  return { ...reach, sessions: repair(tables, question, asked.mark, after.voided ? { ...asked, voided: true } : after) }
}

/** The bot isn't running. When it starts, it draws the open posts again: that of the question, and those that tell how it went. */
function outdatePosts({ shownCounts }: Tables, touched: readonly StoredRound[]): void {
  for (const placeId of new Set(touched.map((stored) => stored.placeId))) shownCounts.outdate(placeId)
}

const sessionsWith = ({ sessions }: Tables, question: QuestionId, mark: number) => {
  const item = itemId('question', question)
  return sessions.withItem(item).filter(({ session }) => session.tasks.some((task) => task.item === item && task.content === mark))
}

/** @param mark of the version that they asked @returns how many sessions */
function repair(tables: Tables, question: QuestionId, mark: number, after: Pick<Version, 'key' | 'mark'> & { readonly voided: boolean }): number {
  const { sessions, studyLog } = tables
  const item = itemId('question', question)
  const found = sessionsWith(tables, question, mark)
  for (const stored of found) {
    const corrected = correctSession(stored.session, { item, content: mark, after: { key: after.key, content: after.mark } })
    if (corrected === undefined) continue
    sessions.saveTasks(stored, corrected.tasks)
    for (const { at, grade } of corrected.answers) studyLog.replace(stored.accountId, item, { at, source: stored.session.kind, grade, counts: !after.voided })
  }
  return found.length
}
