// The checker's report, and its text for a terminal or a build log.
import { numberOf } from '../../core/number-of.ts'
import { difficulties } from '../read/schema.ts'
import type { Coverage, Tally } from './coverage.ts'
import { placeOf, problemLine, type Problem } from '../problem.ts'
import type { Waived } from './waivers.ts'

export type CourseReport = {
  /** Sorted by file and line. */
  readonly problems: readonly Problem[]
  /** Sorted by file and line. */
  readonly waived: readonly Waived[]
  /** Undefined if course.yaml cannot be used. */
  readonly coverage: Coverage | undefined
}

export function formatReport({ problems, waived, coverage }: CourseReport): string {
  const errors = problems.filter(({ level }) => level === 'error').length
  const summary = `${numberOf(errors, 'error')}, ${numberOf(problems.length - errors, 'warning')}`
  const lines = [...formatProblems(problems), ...formatWaived(waived)]
  const parts = [lines.join('\n'), coverage === undefined ? '' : formatCoverage(coverage), summary]
  return parts.filter((part) => part !== '').join('\n\n')
}

/** Of one kind in one file, so many are listed. */
const mostOfAKind = 20

/** A kind that goes on and on ends with the number of those that aren't listed. */
function formatProblems(problems: readonly Problem[]): readonly string[] {
  const kindOf = ({ file, level, check }: Problem): string => `${file} ${level} [${check}]`
  const all = Map.groupBy(problems, kindOf)
  const listed = new Map<string, number>()
  return problems.flatMap((problem) => {
    const kind = kindOf(problem)
    const count = (listed.get(kind) ?? 0) + 1
    listed.set(kind, count)
    const more = (all.get(kind)?.length ?? 0) - mostOfAKind
    if (count <= mostOfAKind) return [problemLine(problem)]
    return count === mostOfAKind + 1 ? [`${kind} and ${more} more of this kind`] : []
  })
}

/** One line for each waiver of the course as a whole; one line in all for those of single questions. */
function formatWaived(waived: readonly Waived[]): readonly string[] {
  const whole = waived.filter(({ problem }) => problem.question === undefined)
  const single = Map.groupBy(waived.filter(({ problem }) => problem.question !== undefined), ({ problem }) => problem.check)
  const counts = [...single].map(([check, some]) => `${some.length} ${check}`).sort()
  return [
    ...whole.map(({ problem, reason }) => `${placeOf(problem)} waived [${problem.check}] ${problem.message}. Reason: ${reason}`),
    ...(counts.length === 0 ? [] : [`Waived in questions: ${counts.join(', ')}`]),
  ]
}

function formatCoverage(coverage: Coverage): string {
  const parties = Object.keys(coverage.owners)
  const header = ['topic', 'questions', 'share', 'weight', ...parties, ...difficulties, 'facts']
  const tallies = (owners: Tally, levels: Tally) => [...parties.map((id) => owners[id] ?? 0), ...difficulties.map((level) => levels[level] ?? 0)]
  const rows = coverage.topics.map(({ topic, questions, share, due, owners, difficulties: levels, facts }) =>
    [topic, questions, percent(share), percent(due), ...tallies(owners, levels), facts].map(String),
  )
  const facts = coverage.documents.reduce((sum, document) => sum + document.tested, 0)
  const all = ['all', coverage.questions, percent(1), percent(1), ...tallies(coverage.owners, coverage.difficulties), facts].map(String)
  const documents = coverage.documents.map(({ document, facts, tested }) => `${document}: ${tested} of ${facts}`)
  return [
    ...alignColumns([header, ...rows, all]),
    '',
    `${numberOf(coverage.multiple, 'question')} with several right options`,
    `Facts tested, by document: ${documents.join(', ')}`,
    ...formatAids(coverage),
  ].join('\n')
}

function formatAids({ aids, topics }: Coverage): readonly string[] {
  const kinds = Object.entries(aids.tipKinds).filter(([, some]) => some > 0)
  const lines = [
    [aids.flashcards, `${numberOf(aids.flashcards, 'flashcard')} on ${aids.flashcardTopics} of ${numberOf(topics.length, 'topic')}`],
    [aids.cases, `${numberOf(aids.cases, 'case')} with ${numberOf(aids.findings, 'finding')}`],
    [aids.tips, `${numberOf(aids.tips, 'tip')}: ${kinds.map(([kind, some]) => `${some} ${kind}`).join(', ')}`],
    [aids.checklist, `${numberOf(aids.checklist, 'item')} on the checklist`],
    [aids.controls, `${numberOf(aids.controls, 'control')} in ${aids.controlCategories} categories`],
    [aids.diagrams, numberOf(aids.diagrams, 'diagram')],
    [aids.phrasings, `${numberOf(aids.phrasings, 'sentence')} on how people ask`],
  ] as const
  return lines.filter(([some]) => some > 0).map(([, line]) => line)
}

/** The first column to the left, figures to the right. */
function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '))
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}
