// Which questions of a file are new to a course, which replace one, and which can't be asked yet.
import { plainSentence } from '../../../core/plain-words.ts'
import { seeded, shuffle } from '../../../core/random.ts'
import { questionKey, type TeamText } from '../../../core/team-question.ts'
import { checkTeamQuestion } from '../../check-team-question.ts'
import type { Course, Question } from '../../course.ts'
import type { Item } from '../items.ts'
import { startOf, type Problem, type Sorted } from './counts.ts'
import { knownExtra, unknownExtras } from './extras.ts'
import { finderOf, saysTheSame, withWordsOf, type Said } from './same-question.ts'
import { freeId, namedId, slugOf } from './slug.ts'
import { sourcesIn } from './sources.ts'
import type { Topic } from './topics.ts'

export interface Row extends Said {
  readonly id: string
  /** Its id. */
  readonly topic: string
  /** As its file names it; empty if it doesn't. */
  readonly topicTitle: string
  /** What the course has in its place. */
  readonly before?: Question
}

/** `isOfFile`: not only left by an earlier import. */
export type RowWith = { readonly row: Row; readonly missing: readonly string[]; readonly isOfFile: boolean }

interface OfFile {
  /** Those that an earlier import left, with what somebody filled in. They come first. */
  readonly drafts: readonly Item[]
  readonly items: readonly Item[]
  readonly slug: string
  readonly source: string
  readonly replace: boolean
}

/** Those of the file that are new, or replace one; each with what it lacks. */
export function sortQuestions(course: Course, { drafts, items, slug, source, replace }: OfFile, topics: ReadonlyMap<string, Topic>): Sorted<RowWith> {
  const find = finderOf(course)
  const rows = new Map<string, RowWith>()
  const counts = { added: 0, replaced: 0, there: 0, differ: 0 }
  const problems: Problem[] = []
  const renamed: string[] = []
  /** By stem; drafts by their ids too. */
  const seen = new Map<string, { readonly key: string; readonly id: string; readonly isDraft: boolean }>()
  const mixes = keysStandFirst(items)
  /** Of drafts that the file has too; a file of drafts has them all. */
  const met = new Set<string>()
  for (const [nth, one] of [...drafts, ...items].entries()) {
    if ('problem' in one) continue
    const isDraft = nth < drafts.length
    const text = { ...one.text, source: one.text.source || source }
    const name = isDraft ? (one.name ?? '') : namedId(one.name ?? '', slug)
    const [stem, key] = [plainSentence(text.stem), questionKey(text)]
    const refuse = (problem: string) => problems.push({ start: startOf(text.stem), problem })
    const earlier = seen.get(`stem ${stem}`) ?? (isDraft ? undefined : seen.get(`draft ${name}`))
    if (isDraft && earlier !== undefined) {
      keepTwin(text, one, rows.get(earlier.id))
      continue
    }
    if (earlier?.isDraft === true) met.add(earlier.id)
    if (earlier === undefined) seen.set(`stem ${stem}`, { key, id: '', isDraft })
    else if (!earlier.isDraft) {
      if (earlier.key !== key) refuse('The file asks this twice, with different options or a different right answer. Only the first was taken.')
      continue
    }
    const known = find(text, [name, slugOf(one.name ?? '')])
    const said: Said = { text, sources: sourcesIn(course, text.source, known?.sources), extra: knownExtra(course, one.extra ?? {}) }
    if (known !== undefined) {
      if (earlier !== undefined) continue
      const version = rows.has(known.id) ? { problem: `The file has two versions of ${known.id}. Only the first was taken.` } : versionOf(course, known, said, replace)
      if ('problem' in version) refuse(version.problem)
      else if ('differs' in version) {
        counts.there += 1
        counts.differ += Number(version.differs)
      } else {
        rows.set(known.id, { row: { ...version, id: known.id, topic: known.topic, topicTitle: one.topic ?? '', before: known }, missing: [], isOfFile: true })
        counts.replaced += 1
      }
      continue
    }
    const { unusable, missing } = faultsOf(course, said)
    // A draft stays a draft: it is the only place of what somebody wrote into it.
    if (unusable.length > 0 && !isDraft) {
      refuse(unusable.join(' '))
      continue
    }
    const waiting = earlier === undefined ? undefined : rows.get(earlier.id)
    // What somebody wrote into a draft stands, unless the file has what the draft still lacks.
    if (earlier !== undefined && (waiting === undefined || waiting.missing.length === 0 || missing.length > 0)) continue
    const id = waiting?.row.id ?? freeId(name || slugOf(text.stem), (each) => course.byId.questions.has(each) || rows.has(each))
    if (name !== '' && id !== name && course.byId.questions.has(name)) renamed.push(`“${one.name ?? name}” is another question in this course, so the one of the file is ${id}.`)
    rows.set(id, { row: { ...said, text: mixes && !isDraft ? mixed(text, id) : text, id, topic: topics.get(one.topic ?? '')?.id ?? '', topicTitle: one.topic ?? '' }, missing, isOfFile: !isDraft || items.length === 0 })
    if (missing.length === 0) counts.added += 1
    if (isDraft) for (const place of [`stem ${stem}`, `draft ${id}`]) seen.set(place, { key, id, isDraft })
  }
  /** It is the only place of what somebody wrote into it, so it stays until one of the two is deleted. */
  function keepTwin(text: TeamText, one: Exclude<Item, { readonly problem: string }>, first: RowWith | undefined): void {
    if (JSON.stringify(first?.row.text) === JSON.stringify(text)) return
    const id = freeId(one.name ?? '', (each) => course.byId.questions.has(each) || rows.has(each))
    const row: Row = { text, sources: sourcesIn(course, text.source), extra: knownExtra(course, one.extra ?? {}), id, topic: topics.get(one.topic ?? '')?.id ?? '', topicTitle: one.topic ?? '' }
    rows.set(id, { row, missing: [`It asks the same as ${first?.row.id ?? 'another draft'}. Delete one of the two.`], isOfFile: items.length === 0 })
  }

  return { rows: [...rows].map(([id, each]) => (met.has(id) ? { ...each, isOfFile: true } : each)), counts, problems, notes: [...renamed, ...unknownExtras(course, [...drafts, ...items])] }
}

/** What becomes of a question that the course has: it stays, or gets the file's words, unless it couldn't be asked with them. */
function versionOf(course: Course, known: Question, said: Said, replace: boolean): Said | { readonly differs: boolean } | { readonly problem: string } {
  const isSame = saysTheSame(course, known, said)
  if (isSame || !replace) return { differs: !isSame }
  const whole = withWordsOf(course, known, said)
  const { missing } = faultsOf(course, whole)
  return missing.length > 0 ? { problem: missing.join(' ') } : whole
}

/** Why it can't be asked, in sentences; and those of them for which it can't even be a draft. */
function faultsOf(course: Course, { text, sources }: Said): { readonly missing: readonly string[]; readonly unusable: readonly string[] } {
  const longestSource = sources.toSorted((one, other) => other.length - one.length)[0] ?? ''
  const faults = checkTeamQuestion(course, { ...text, source: longestSource }).filter(({ level }) => level !== 'warning')
  return { missing: faults.map(({ message }) => message), unusable: faults.flatMap(({ level, message }) => (level === 'unusable' ? [message] : [])) }
}

/** By chance alone, this many questions seldom have all right options first. */
const enough = 3

/** Some formats have a place for the right options before the wrong ones, so that all keys would be “a”. */
function keysStandFirst(items: readonly Item[]): boolean {
  const texts = items.flatMap((item) => ('text' in item && item.text.options.length > 1 ? [item.text] : []))
  return texts.length >= enough && texts.every(({ options }) => options[0]?.right === true && !options.some(({ right }, at) => right && options[at - 1]?.right === false))
}

/** The same for the same id. */
const mixed = (text: TeamText, id: string): TeamText => ({ ...text, options: shuffle(text.options, seeded(id)) })

