// Answers to what asks for no owner: a meaning, a list, a value, the part of one side.
import type { Responsibility } from '../course.ts'
import type { Answer } from './answer.ts'
import { holdsValue } from './fact-search.ts'
import { findAnswer, isEveryday, isUnderstood, ownNumbers, uncoveredOf, type Query } from './find.ts'
import { delegates, type Form } from './form.ts'
import type { Prepared } from './prepared.ts'
import { isWholeSplit } from './row-concepts.ts'
import { factAnswerOf, foundAnswer, noneAnswer, rowsAnswer, termAnswer } from './to-answer.ts'
import type { Side } from './sides.ts'
import { grammarWords, isNeutral } from './neutral-words.ts'
import type { Found } from './text-search.ts'
import type { Mention, Reading } from './vocabulary.ts'
import { readWords } from './words.ts'

type FormOf<Kind extends Form['kind']> = Extract<Form, { readonly kind: Kind }>

const mostOffered = 2
/** Of a course that has no row for all that a side does. */
const mostOfSide = 4
/** How much of a question rows have to hold to tell more than who does it; less, if it names an act that they are about. */
const spokenOf = { fact: 0.6, act: 0.35 }

export const isWhole = ({ familiar, unknownWords }: Reading): boolean => familiar.length + unknownWords.length === 0

/** The term that the words name, with the split of what it means. */
export function meaningAnswer(prepared: Prepared, { query }: Query, words: readonly string[]): Answer | undefined {
  const { course, names, read } = prepared
  const reading = read(words.join(' '))
  const [mention, ...more] = reading.mentions.filter(({ concepts }) => concepts.some(({ kind }) => kind !== 'service'))
  const alone = mention ?? reading.mentions[0]
  const isOne = more.length === 0 && isWhole(reading)
  const found = names.findTerm(words) ?? names.findTerm(reading.words) ?? (alone === undefined || !isOne ? undefined : termOf(prepared, alone, reading))
  if (found === undefined || !('term' in found)) return undefined
  const asked = prepared.asking(reading)
  const rows = uncoveredOf(prepared, asked).length === 0 && isUnderstood(asked, reading) ? prepared.rowsFor(asked) : []
  const isCalled = (name: string) => [name, name.replace(/^(?:the|an?) /iu, '')].some((each) => names.findTerm(readWords(each)) === found)
  const called = [...reading.mentions.flatMap(({ concepts }) => concepts.map(({ name }) => name)), ...rows.map(({ title }) => title)]
  return termAnswer(course, query, found.term, rows.length === 1 && called.some(isCalled) ? rows : [])
}

/** Of a thing, also beside the name of a service: “a maintenance window in RDS”. */
function termOf({ names }: Prepared, alone: Mention, { mentions }: Reading): Found | undefined {
  if (mentions.length > 1 && !alone.concepts.some(({ kind }) => kind === 'thing')) return undefined
  return names.findTerm(alone.words) ?? alone.concepts.map(names.findConcept).find((each) => each !== undefined)
}

/** The section that lists it, whole. */
export function listAnswer(prepared: Prepared, { query, reading }: Query, { words, cues }: FormOf<'list' | 'method'>, only = {}): Answer | undefined {
  const { course, names, read, sections } = prepared
  const named = names.find(reading)
  const heading = names.findHeading(words)
  const found = (heading === undefined ? undefined : sections.whole(heading, reading.words)) ?? sections.find(words, read(words.join(' ')), cues, only) ?? (named !== undefined && 'section' in named ? sections.whole(named) : undefined) ?? literally(prepared, reading.words, cues)
  return found === undefined ? undefined : foundAnswer(course, query, found, { whole: true })
}

/** “Learning resources”: words that stand in the documents just so, one of them a word for a list. */
function literally({ literal }: Prepared, words: readonly string[], cues: readonly string[]): Found | undefined {
  const ends = words.flatMap((word, at) => (cues.includes(word) && at > 0 && !grammarWords.has(words[at - 1] ?? '') ? [at] : []))
  return ends.flatMap((at) => [words.slice(Math.max(0, at - 2), at + 1), words.slice(at - 1, at + 1)]).map((phrase) => literal(phrase)).find((found) => found !== undefined)
}

/** The section has to hold what is done, too, or be about methods; without one, rows may tell it. */
export function methodAnswer(prepared: Prepared, asked: Query, form: FormOf<'list' | 'method'>): Answer | undefined {
  const listed = listAnswer(prepared, asked, form, { every: true }) ?? listAnswer(prepared, asked, form, { cued: true })
  if (listed !== undefined) return listed
  const rows = rowsOf(prepared, asked)
  const isToldByRows = ownNumbers(asked.reading).length === 0 && rows.every(({ thing, act }) => thing.length + act.length > 0) && isWhole(asked.reading) && prepared.rowWords.share(rows, asked.reading.words) > (prepared.asking(asked.reading).acts.length > 0 ? spokenOf.act : spokenOf.fact)
  return (isToldByRows ? findAnswer(prepared, asked) : undefined) ?? offer(prepared, asked, 'steps')
}

/** A row if it was understood to the last word; else what the documents say of it. */
export function factAnswer(prepared: Prepared, asked: Query): Answer | undefined {
  const { course, facts } = prepared
  const { reading, query, text } = asked
  const isPlain = reading.familiar.length + reading.unknownWords.length === 0 && !/\b(?:supports?|supported|allows?|allowed|costs?|offers?)\b/iu.test(text) && ownNumbers(reading).length === 0
  if (isPlain && isSpokenOf(prepared, asked)) return findAnswer(prepared, asked)
  const fact = facts([...reading.words], 'fact')
  return fact === undefined ? offer(prepared, asked, 'answer') : factAnswerOf(course, query, fact)
}

/** “Can I run Windows on it?” asks for more than who does it: rows have to speak of that. */
function isSpokenOf(prepared: Prepared, asked: Query): boolean {
  return !/^(?:can|could|may)\b/iu.test(asked.text) || prepared.rowWords.share(rowsOf(prepared, asked), asked.reading.words.filter((word) => !isNeutral(word) && prepared.sideOf(word) === undefined)) > spokenOf.fact
}

/** The fact that holds the value; or the row, if it says who settles it. */
export function valueAnswer(prepared: Prepared, asked: Query, { kind, words, cue }: FormOf<'value' | 'reason' | 'code' | 'history'>): Answer | undefined {
  const { course, facts, sections, sideOf } = prepared
  const rows = rowsOf(prepared, asked)
  if (kind === 'value' && cue !== '' && rows.length > 0 && isUnderstood(prepared.asking(asked.reading), asked.reading) && rows.every((row) => settles(row, cue, words))) return rowsAnswer(course, asked.query, rows)
  const said = words.filter((word) => sideOf(word) === undefined)
  const told = cue === 'where' ? sections.find(words.slice(1), asked.reading, []) : kind === 'reason' ? sections.find(words, asked.reading, [cue], { cued: true }) : cue === 'how many' ? sections.find(said.slice(2), asked.reading, ['list'], { whole: true, every: true }) : undefined
  if (told !== undefined) return foundAnswer(course, asked.query, told, { whole: true })
  const fact = kind === 'value' || kind === 'reason' ? facts(said, cue) : undefined
  if (fact !== undefined) return factAnswerOf(course, asked.query, fact)
  return offer(prepared, asked, kind)
}

/** “You set how long backups are kept”, or the value itself. */
function settles({ title, provider, customer, note }: Responsibility, cue: string, words: readonly string[]): boolean {
  const decides = new RegExp(`\\b(?:choose|decide|set|pick|define)s?\\b[^.]*\\b${cue}\\b`, 'u')
  return decides.test([title, provider, customer].join('. ').toLowerCase()) || (cue.startsWith('how') && holdsValue([title, provider, customer, note].join(' '), cue, words))
}

function rowsOf(prepared: Prepared, { reading }: Query): readonly Responsibility[] {
  const asked = prepared.asking(reading)
  return uncoveredOf(prepared, asked).length > 0 ? [] : prepared.rowsFor(asked)
}

/** That the documents don’t hold it, with who is responsible for what was named. */
export function offer(prepared: Prepared, asked: Query, lacks: 'value' | 'reason' | 'code' | 'history' | 'steps' | 'answer'): Answer | undefined {
  const { reading, query } = asked
  const isClear = (reading.familiar.length + reading.unknownWords.length + ownNumbers(reading).length === 0) || reading.mentions.some((mention) => !isEveryday(mention))
  const rows = isClear && !reading.unknownProduct ? rowsOf(prepared, asked) : []
  return rows.length === 0 ? undefined : noneAnswer(prepared.course, query, lacks, rows.slice(0, mostOffered))
}

/** “Which exam should I take”: what is studied with, and no duty. */
const otherNouns = /^(?:which|what) (?:exams?|questions?|courses?|chapters?|documents?|books?|videos?|days?)\b|\b(?:ask|study|learn|read|memorize|remember|revise)\b/u

/** They may be somebody in the scene. */
const passing: ReadonlySet<string> = new Set(['they', 'them', 'their', 'theirs'])

/** The half of one side: of what is named, or of the whole subject of the course. */
export function sideAnswer(prepared: Prepared, asked: Query, { side, words }: FormOf<'side'>): Answer | undefined {
  const isPassing = words.some((word) => passing.has(word)) && words.every((word) => prepared.sideOf(word) === undefined || passing.has(word))
  const { course, read, sections } = prepared
  const column = asked.reading.mentions.some(({ concepts }) => concepts.some(({ kind }) => kind === 'service')) ? undefined : prepared.columns(words, side)
  if (column !== undefined) return foundAnswer(course, asked.query, { section: column.section, snippet: column.text }, { whole: true })
  const isGeneral = asked.reading.mentions.every((mention) => isEveryday(mention) || mention.concepts.some(({ within = '' }) => prepared.titled.has(within))) && /\b(?:always|never)\b/u.test(words.join(' '))
  const rows = isGeneral ? [] : rowsOf(prepared, asked)
  const isSafe = rows.length === 1 && rows.every(isWholeSplit) && asked.reading.unknownWords.length < 2 && !asked.reading.unknownProduct
  if (rows.length > 0) return isSafe || isUnderstood(prepared.asking(asked.reading), asked.reading) ? rowsAnswer(course, asked.query, rows, isPassing && rows.every(({ owner }) => owner !== course.parties[side].id) ? undefined : side) : findAnswer(prepared, asked)
  if (asked.reading.mentions.length > 0 && !isGeneral) return findAnswer(prepared, asked)
  const { unknownWords, familiar } = read(words.join(' '))
  const isOther = otherNouns.test(words.join(' '))
  const row = isOther || (asked.reading.familiar.length > familiar.length) || unknownWords.length + familiar.length > (delegates.test(words.join(' ')) ? 1 : 0) ? undefined : wholeOf(prepared, side)
  if (row !== undefined) return rowsAnswer(course, asked.query, [row], side)
  const found = sections.find(words, read(words.join(' ')), [])
  if (found !== undefined) return foundAnswer(course, asked.query, found, { whole: true })
  const own = row === undefined && unknownWords.length + familiar.length === 0 ? course.responsibilities.filter(({ owner }) => owner === course.parties[side].id) : []
  return own.length > 0 && own.length <= mostOfSide ? rowsAnswer(course, asked.query, own, side) : findAnswer(prepared, asked)
}

/** The row for all that a side does: about a part of the subject of the course, and nothing else. */
function wholeOf({ course, titled }: Prepared, side: Side): Responsibility | undefined {
  const { id } = course.parties[side]
  return course.responsibilities.find((row) => row.owner === id && row.service.length + row.act.length === 0 && row.thing.length > 0 && row.thing.every((thing) => titled.has(course.byId.concepts.get(thing)?.within ?? '')))
}
