// Which questions of a file are new to a course, which replace one, and which can't be asked yet.
import { plainSentence } from '../../../core/plain-words.ts'
import { seeded, shuffle } from '../../../core/random.ts'
import { questionKey, type TeamText } from '../../../core/team-question.ts'
import { checkTeamQuestion } from '../../check-team-question.ts'
import type { Course, Question } from '../../course.ts'
import type { Item } from '../items.ts'
import { startOf, type Sorted } from './counts.ts'
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

export type RowWith = { readonly row: Row; readonly missing: readonly string[] }

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
  const problems: { start: string; problem: string }[] = []
  const renamed: string[] = []
  /** By stem; drafts by their ids too. */
  const seen = new Map<string, { readonly key: string; readonly id: string; readonly isDraft: boolean }>()
  const mixes = keysStandFirst(items)
  for (const [nth, one] of [...drafts, ...items].entries()) {
    if ('problem' in one) continue
    const isDraft = nth < drafts.length
    const text = { ...one.text, source: one.text.source || source }
    const name = isDraft ? (one.name ?? '') : namedId(one.name ?? '', slug)
    const [stem, key] = [plainSentence(text.stem), questionKey(text)]
    const earlier = seen.get(`stem ${stem}`) ?? seen.get(`draft ${name}`)
    if (earlier === undefined) seen.set(`stem ${stem}`, { key, id: '', isDraft })
    else if (!earlier.isDraft) {
      if (earlier.key !== key) problems.push({ start: startOf(text.stem), problem: 'The file asks this twice, with other options or another right one. Only the first was taken.' })
      continue
    }
    const findings = (whole: Said) => checkTeamQuestion(course, { ...whole.text, source: whole.sources.toSorted((a, b) => b.length - a.length)[0] ?? '' })
    const known = find(text, [name, slugOf(one.name ?? '')])
    const said: Said = { text, sources: sourcesIn(course, text.source, known?.sources), extra: knownExtra(course, one.extra ?? {}) }
    if (known !== undefined) {
      if (earlier !== undefined) continue
      const isSame = saysTheSame(course, known, said)
      if (rows.has(known.id)) {
        problems.push({ start: startOf(text.stem), problem: `The file has two versions of ${known.id}. Only the first was taken.` })
        continue
      }
      if (isSame || !replace) {
        counts.there += 1
        counts.differ += Number(!isSame)
        continue
      }
      const whole = withWordsOf(course, known, said)
      const faults = findings(whole).filter(({ level }) => level !== 'warning')
      if (faults.length > 0) problems.push({ start: startOf(text.stem), problem: faults.map(({ message }) => message).join(' ') })
      else {
        rows.set(known.id, { row: { ...whole, id: known.id, topic: known.topic, topicTitle: one.topic ?? '', before: known }, missing: [] })
        counts.replaced += 1
      }
      continue
    }
    const found = findings(said)
    const unusable = found.filter(({ level }) => level === 'unusable')
    // A draft stays a draft: it is the only place of what somebody wrote into it.
    if (unusable.length > 0 && !isDraft) {
      problems.push({ start: startOf(text.stem), problem: unusable.map(({ message }) => message).join(' ') })
      continue
    }
    const missing = found.filter(({ level }) => level !== 'warning').map(({ message }) => message)
    const waiting = earlier === undefined ? undefined : rows.get(earlier.id)
    // What somebody wrote into a draft stands, unless the file has what the draft still lacks.
    if (earlier !== undefined && (waiting === undefined || waiting.missing.length === 0 || missing.length > 0)) continue
    const id = waiting?.row.id ?? freeId(name || slugOf(text.stem), (each) => course.byId.questions.has(each) || rows.has(each))
    if (name !== '' && id !== name && course.byId.questions.has(name)) renamed.push(`“${one.name ?? name}” is another question in this course, so the one of the file is ${id}.`)
    rows.set(id, { row: { ...said, text: mixes && !isDraft ? mixed(text, id) : text, id, topic: topics.get(one.topic ?? '')?.id ?? '', topicTitle: one.topic ?? '' }, missing })
    if (missing.length === 0) counts.added += 1
    if (isDraft) for (const place of [`stem ${stem}`, `draft ${id}`]) seen.set(place, { key, id, isDraft })
  }
  return { rows: [...rows.values()], counts, problems, notes: [...renamed, ...unknownExtras(course, items)] }
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

