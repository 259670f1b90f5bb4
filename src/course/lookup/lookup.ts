// Look-ups: a question in free words → who is responsible, a term, a place in the documents, or "not covered".
import type { Concept, Course, Responsibility, Section, Term, Tip } from '../course.ts'
import type { Answer } from './answer.ts'
import { toRowAnswer } from './answer.ts'
import { buildAsking } from './asked.ts'
import type { Asked } from './asked.ts'
import { decide } from './decide.ts'
import { buildNames } from './names.ts'
import type { Names } from './names.ts'
import { buildRanking } from './rank-rows.ts'
import { buildTextSearch } from './text-search.ts'
import type { Found, TextSearch } from './text-search.ts'
import { buildTitles } from './titles.ts'
import type { Titles } from './titles.ts'
import { buildVocabulary } from './vocabulary.ts'
import { everydayWords } from './neutral-words.ts'
import type { Mention, Reading } from './vocabulary.ts'
import { stem } from './words.ts'

export type Lookup = {
  ask(text: string): Answer
  /** Titles for completion while somebody types; each of them can be asked as it is. */
  suggest(prefix: string, limit: number): readonly string[]
}

/** Longer questions say nothing more. It also bounds the time that one question can take. */
const longestQuestion = 300
const nearestCount = 3
/** A word of the documents that is no concept disturbs less than one that the course has never heard of. */
const familiarWeight = 0.3
const asksForMeaning = /\b(?:define|definition|meaning|mean|means|stands? for|what(?:'?s| is| are) an?)\b/i

/** All that is prepared once for a course. */
type Prepared = {
  readonly course: Course
  /** Ids of the concepts that a row names: what the course has an answer for. */
  readonly answered: ReadonlySet<string>
  readonly names: Names
  readonly asking: (reading: Reading) => Asked
  readonly rowsFor: (asked: Asked) => readonly Responsibility[]
  readonly search: TextSearch
  readonly titles: Titles
  readonly read: (text: string) => Reading
}

export function buildLookup(course: Course): Lookup {
  const vocabulary = buildVocabulary(course)
  const ranking = buildRanking(course)
  const titles = buildTitles(course)
  const prepared: Prepared = {
    course,
    answered: new Set(course.responsibilities.flatMap(({ service, thing, act }) => [...service, ...thing, ...act])),
    names: buildNames(course),
    asking: buildAsking(course, vocabulary),
    rowsFor: (asked) => decide(ranking, asked),
    search: buildTextSearch(course),
    titles,
    read: vocabulary.read,
  }
  return {
    ask: (text) => {
      const query = text.trim()
      const row = titles.byTitle(query)
      return row === undefined ? answer(prepared, query, vocabulary.read(query.slice(0, longestQuestion))) : rowsAnswer(course, query, [row])
    },
    suggest: titles.suggest,
  }
}

function answer(prepared: Prepared, query: string, reading: Reading): Answer {
  return find(prepared, query, reading) ?? { kind: 'none', query, nearest: nearest(prepared, reading) }
}

/** Each can be asked for as it is: a title that leads nowhere would be a promise. */
function nearest(prepared: Prepared, reading: Reading): readonly string[] {
  const { titles, read } = prepared
  const answered = (title: string) => titles.byTitle(title) !== undefined || find(prepared, title, read(title)) !== undefined
  return titles.nearest(reading).values().filter(answered).take(nearestCount).toArray()
}

function find(prepared: Prepared, query: string, reading: Reading): Answer | undefined {
  const { course, answered, names, search } = prepared
  const asked = prepared.asking(reading)
  const uncovered = [...asked.services, ...asked.things, ...asked.acts].filter(({ id }) => !answered.has(id))
  const named = names.find(reading)
  if (uncovered.length > 0) return named !== undefined && 'term' in named ? foundAnswer(course, query, named) : onlyNamed(prepared, query, uncovered)
  const hasRest = reading.familiar.length + reading.foreign.length > 0
  if (named !== undefined && (hasRest || ('term' in named && asksForMeaning.test(query)))) return foundAnswer(course, query, named)
  const rows = isUnderstood(asked, reading) ? prepared.rowsFor(asked) : []
  if (rows.length > 0) return rowsAnswer(course, query, rows)
  if (reading.foreignProduct) return undefined
  const words = [...reading.mentions.flatMap((mention) => mention.words), ...reading.familiar, ...reading.foreign]
  const found = named ?? search.find(words)
  return found === undefined ? undefined : foundAnswer(course, query, found)
}

function onlyNamed({ names, course }: Prepared, query: string, concepts: readonly Concept[]): Answer | undefined {
  const [first, ...more] = concepts.map(names.findConcept)
  return first === undefined || more.includes(undefined) ? undefined : foundAnswer(course, query, first)
}

/**
 * Words that are no part of what was understood change what is asked ("S3 prices", "the password of my TV"). An act on its own
 * bears none of them, a question for the split of a whole service one that the documents use; otherwise what was understood has
 * to outweigh them.
 */
function isUnderstood({ services, things, acts }: Asked, { mentions, foreign, familiar, foreignProduct }: Reading): boolean {
  const rest = foreign.length + familiar.length * familiarWeight
  if (rest === 0) return true
  if (foreignProduct) return false
  if (things.length === 0 && (services.length === 0 || acts.length === 0)) return services.length > 0 && rest <= familiarWeight
  if (services.length > 0) return rest <= mentions.reduce((sum, { words }) => sum + words.length, 0) / 2
  // "Root", "train" and "windows" are also words of other lives, so that "beer" beside them counts; "diesel" beside "UPS" does not.
  return rest <= mentions.reduce((sum, mention) => sum + (isEveryday(mention) ? 1 / 3 : mention.words.length), 0)
}

function isEveryday({ words }: Mention): boolean {
  return words.length === 1 && words.every((word) => everydayWords.has(stem(word)))
}

function foundAnswer(course: Course, query: string, found: Found): Answer {
  if ('term' in found) return termAnswer(query, found.term)
  return 'tip' in found ? tipAnswer(query, found.tip) : sectionAnswer(course, query, found.section, found.snippet)
}

function rowsAnswer(course: Course, query: string, rows: readonly Responsibility[]): Answer {
  const withParty = rows.flatMap((row) => {
    const party = course.byId.parties.get(row.owner)
    return party === undefined ? [] : [toRowAnswer(row, party)]
  })
  return { kind: 'row', query, rows: withParty }
}

function termAnswer(query: string, { term, definition, note, sources }: Term): Answer {
  return { kind: 'term', query, title: term, text: definition, note, sources }
}

const tipTitles: Readonly<Record<Tip['kind'], string>> = { tip: 'Exam tip', trap: 'Exam trap', myth: 'A myth', analogy: 'A picture to remember', 'memory-aid': 'To remember' }

function tipAnswer(query: string, { kind, text, reality, sources }: Tip): Answer {
  const definition = kind === 'myth' ? `“${text}” In truth: ${reality ?? ''}` : [text, reality].filter(Boolean).join(' ')
  return { kind: 'term', query, title: tipTitles[kind], text: definition, note: undefined, sources }
}

function sectionAnswer(course: Course, query: string, { document, heading, key }: Section, text: string): Answer {
  const title = course.byId.documents.get(document)?.title ?? document
  const note = 'This is the place in the documents that comes closest. It is no answer to who is responsible.'
  return { kind: 'section', query, title: heading, text, note, sources: [{ document, title, section: heading, key }] }
}
