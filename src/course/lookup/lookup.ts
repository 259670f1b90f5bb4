// Answers a question in free words: who is responsible, a term, a place in the documents, or "not covered".
import type { Course } from '../course.ts'
import type { Answer } from './answer.ts'
import { factAnswer, isWhole, listAnswer, meaningAnswer, methodAnswer, offer, sideAnswer, valueAnswer } from './by-form.ts'
import { targetAnswer } from './phrasings/target-answer.ts'
import { questionBehind, splitClauses } from './clauses.ts'
import { formOf, meaningOf, type Form } from './form.ts'
import { findAnswer, isEveryday, uncoveredOf, type Query } from './find.ts'
import { isEnglish } from './english.ts'
import { neutralWords } from './neutral-words.ts'
import { prepare, type Prepared } from './prepared.ts'
import { withScene } from './scene.ts'
import { isPronoun } from './sides.ts'
import { measure } from './spelling.ts'
import { buildSpokenOf, type SpokenOf } from './spoken-of.ts'
import { compared } from './shared-heads.ts'
import { foundAnswer, rowsAnswer, termsAnswer } from './to-answer.ts'
import type { Found } from './text-search.ts'
import type { Reading } from './vocabulary.ts'
import { joinParticles, readWords } from './words.ts'

export type Lookup = {
  /** Reads the first 600 characters. */
  ask(text: string): Answer
  /** At most `limit` titles that complete what is typed, best first. Asking for one of them answers with its row. */
  suggest(prefix: string, limit: number): readonly string[]
  /** How much the course says of words that may be no look-up at all. */
  spokenOf(text: string): SpokenOf | undefined
}

/** In characters. Bounds the time that one question can take. */
const longestQuestion = 600
const nearestCount = 3
/** More words than that stand side by side by chance, or not at all. */
const mostContent = 2

export function buildLookup(course: Course): Lookup {
  const prepared = prepare(course)
  function ask(text: string): Answer {
    const query = text.trim()
    const row = prepared.titles.byTitle(query)
    if (row !== undefined) return meant(rowsAnswer(course, query, [row]), row.title === query ? undefined : prepared.names.findTerm(readWords(query)))
    return chosen(prepared, query, query.slice(0, longestQuestion))
  }

  return { ask, suggest: (prefix, limit) => prepared.titles.suggest(prefix, limit), spokenOf: buildSpokenOf(course, ask) }
}

/** What the course's own words lead to, unless sentences in people's own words lead to something better. */
function chosen(prepared: Prepared, query: string, read: string): Answer {
  const { asking } = splitClauses(read)
  if (isElsewhere(prepared, asking, prepared.read(asking))) return { kind: 'none', query, nearest: [] }
  const found = answer(prepared, query, read)
  const words = joinParticles(readWords(questionBehind(asking)))
  const target = prepared.choose(read, found, { meaning: meaningOf(words, prepared.sideOf) !== undefined })
  return target === undefined ? found : (targetAnswer(prepared, query, read, target.answer, found) ?? found)
}

function answer(prepared: Prepared, query: string, read: string): Answer {
  const { asking, scene } = splitClauses(read)
  const heading = prepared.names.findHeading(readWords(asking))
  if (heading !== undefined && !namesOneDuty(prepared, asking)) return foundAnswer(prepared.course, query, prepared.sections.whole(heading), { whole: true })
  const pair = compared(prepared, asking)
  const terms = pair === undefined || asksForOwner.test(asking) ? undefined : termsOf(prepared, query, pair, /\bdiff/iu.test(asking))
  if (terms !== undefined) return terms
  const words = asksRightly(joinParticles(readWords(questionBehind(asking))))
  const text = withItself(prepared, withScene(prepared, pair?.join(' vs ') ?? asking, scene))
  const asked: Query = { query, text, reading: prepared.read(text) }
  const form = formFor(prepared, asked, words)
  return withMeaning(prepared, asked, form, byForm(prepared, asked, form)) ?? literalAnswer(prepared, query, readWords(read)) ?? (mayNamePlace(form, words) || asking.length < read.trim().length ? rareAnswer(prepared, query, asked.reading) : undefined) ?? studyAnswer(prepared, query, read, asked.reading) ?? { kind: 'none', query, nearest: nearest(prepared, asked.reading) }
}

/** “Which model are you running on?” */
const asksTheBot = /\b(?:are|were|did|will|have|made|built|programmed|created|trained|wrote|designed|invented|owns) you\b|\byour (?:name|model|version|maker|source code)\b/iu

/** “The firewall of my home router”: what is at home is no part of a course about services. */
const privateLife = /\bmy (?:\w+ )?(?:home|house|car|tv|wife|husband|kids?|dog|cat|bike|garden|kitchen)\b/iu

function isElsewhere({ asking }: Prepared, text: string, reading: Reading): boolean {
  const isToBot = asksTheBot.test(text) && reading.mentions.every(isEveryday)
  return isToBot || (privateLife.test(text) && asking(reading).services.length === 0)
}

/** The row of what was called by its bare name, or “X, what is it and who …”, says first what that is. */
function withMeaning({ names }: Prepared, { reading, text }: Query, { kind }: Form, answer: Answer | undefined): Answer | undefined {
  if (answer?.kind !== 'row' || answer.rows.length !== 1) return answer
  const asksToo = /\bwhat(?:'?s| is| are) (?:it|this|that|they|those)\b/iu.test(text)
  const [only, ...more] = reading.mentions
  const isBare = kind === 'keywords' && more.length === 0 && isWhole(reading)
  const [concept] = only?.concepts ?? []
  const named = isBare ? (names.find(reading) ?? (concept === undefined ? undefined : names.findConcept(concept))) : undefined
  const found = named ?? (asksToo ? reading.mentions.map(({ words, concepts: [concept] }) => names.findTerm(words) ?? (concept === undefined ? undefined : names.findConcept(concept))).find((each) => each !== undefined) : undefined)
  return meant(answer, found)
}

const meant = (answer: Answer, found: Found | undefined): Answer =>
  answer.kind === 'row' && found !== undefined && 'term' in found ? { ...answer, meaning: { term: found.term.term, text: found.term.definition } } : answer

const asksForOwner = /\b(?:who|whose|whos|responsib\w*|charge|owns?|job|split)\b/iu

/** What differs in its meaning alone: no row says who is responsible, or the same side is for all. @param differ the difference is asked for */
function termsOf({ course, names, read, asking, rowsFor }: Prepared, query: string, pair: readonly string[], differ: boolean): Answer | undefined {
  const found = pair.map((name) => names.findTerm(readWords(name)))
  const terms = found.flatMap((each) => (each !== undefined && 'term' in each ? [each.term] : []))
  if (terms.length < pair.length || new Set(terms).size < terms.length) return undefined
  const rows = pair.map((name) => rowsFor(asking(read(name)))[0])
  const owners = new Set(rows.map((row) => row?.owner))
  const isAlike = differ && owners.size === 1 && rows.every((row) => row !== undefined && row.service.length === 0 && row.owner !== course.parties.shared.id)
  return rows.every((row) => row !== undefined) && !isAlike ? undefined : termsAnswer(query, terms)
}

/** “X itself”, “who maintains X”: what is under a service, not the use of it. */
function withItself({ asking, read }: Prepared, text: string): string {
  if (!/\b(?:itself|maintain(?:s|ed)?)\b/iu.test(text)) return text
  const { services, things, acts } = asking(read(text))
  return services.length === 1 && things.length + acts.length === 0 ? `${text} infrastructure` : text
}

/** A heading that is also what a duty is called. */
function namesOneDuty({ read, asking, rowsFor }: Prepared, text: string): boolean {
  const reading = read(text)
  const [mention] = reading.mentions
  return mention?.words.length === reading.words.length && rowsFor(asking(reading)).length === 1
}

/** “Wht is”: a slip in the word that asks. */
function asksRightly(words: readonly string[]): readonly string[] {
  const [first = '', ...rest] = words
  const meant = first.length < 3 || isEnglish(first) ? undefined : questionWords.find((word) => measure(first, word, 1) === 1)
  return meant === undefined ? words : [meant, ...rest]
}

const questionWords = ['what', 'who', 'which', 'whose', 'how', 'when', 'where', 'why']

/** “A container ship” is neither container nor shipping. */
const isMeant = ({ mentions }: Reading): boolean => mentions.length < 2 || !mentions.every(isEveryday)

/** The term or passage that holds most of the words, if the course uses all of them. */
function passageOn({ course, search, names, sections }: Prepared, { query, reading }: Query, strict: boolean): Answer | undefined {
  const { familiar, unknownWords, mentions } = reading
  if (familiar.length === 0 || unknownWords.length > 0) return undefined
  const named = names.find(reading)
  if (named !== undefined) return foundAnswer(course, query, sections.whole(named), { whole: true })
  const found = mentions.some(isEveryday) ? undefined : search.find([...mentions.flatMap(({ words }) => words), ...familiar], strict)
  return found === undefined ? undefined : foundAnswer(course, query, found)
}

/** Of a service as a whole, that asks for its history. */
const madeBy = /^who (?:\w+ )?(?:built|created|made|designed|developed|wrote|launched|started)\b/u

/** The form of the words, and what is known about them: a name that the course has is no form. */
function formFor(prepared: Prepared, { reading }: Query, words: readonly string[]): Form {
  if (words.length < 2) return { kind: 'keywords' }
  const meaning = meaningOf(words, prepared.sideOf)
  if (meaning !== undefined && prepared.names.findTerm(meaning) !== undefined) return { kind: 'meaning', words: meaning }
  const inNames = new Set(reading.mentions.flatMap(({ words, concepts }) => (words.length > 1 && !concepts.some(({ within = '' }) => prepared.titled.has(within)) ? words : [])))
  const form = formOf(words, (word) => (inNames.has(word) && !isPronoun(word) ? undefined : prepared.sideOf(word)), inNames)
  if (form.kind === 'owner' && madeBy.test(words.join(' ')) && prepared.asking(reading).things.length === 0) return { kind: 'history', words, cue: 'who' }
  const last = words.at(-1) ?? ''
  const isName = form.kind === 'value' && form.cue === '' && reading.mentions.some((mention) => mention.words.length > 1 && mention.words.length >= words.length - 1 && mention.words.includes(last))
  const asksForName = !(form.kind === 'value' && form.cue === '') && reading.mentions.some((mention) => ['which', 'what', 'how'].includes(mention.words[0] ?? '') && !isPlural(mention.words[1] ?? ''))
  const isNamed = form.kind === 'side' && reading.mentions.some((mention) => mention.words.length === words.length)
  if (isName || isNamed || asksForName) return { kind: 'keywords' }
  return form.kind !== 'meaning' && uncoveredOf(prepared, prepared.asking(reading)).length > 0 ? { kind: 'keywords' } : form
}

function byForm(prepared: Prepared, asked: Query, form: Form): Answer | undefined {
  switch (form.kind) {
    case 'owner':
      return findAnswer(prepared, asked, { owner: true }) ?? ownerOffered(prepared, asked) ?? offer(prepared, asked, 'answer')
    case 'keywords':
      return findAnswer(prepared, asked) ?? offer(prepared, asked, 'answer')
    case 'meaning':
      return meaningAnswer(prepared, asked, form.words) ?? (isWhole(asked.reading) && isMeant(asked.reading) ? findAnswer(prepared, asked) : passageOn(prepared, asked, false) ?? listAnswer(prepared, asked, { ...form, kind: 'list', cues: [] }, { whole: true }) ?? offer(prepared, asked, 'answer'))
    case 'list':
      return listAnswer(prepared, asked, form) ?? (form.cues.some((cue) => /^examples?$/u.test(cue)) ? offer(prepared, asked, 'answer') : (passageOn(prepared, asked, true) ?? findAnswer(prepared, asked)))
    case 'method':
      return methodAnswer(prepared, asked, form)
    case 'fact':
      return factAnswer(prepared, asked)
    case 'side':
      return sideAnswer(prepared, asked, form)
    default:
      return valueAnswer(prepared, asked, form)
  }
}

const isPlural = (word: string): boolean => /[^su]s$/u.test(word)

/** How much of a question a passage or tip has to hold: by a word of its title alone, and by two. */
const enoughHeld = { one: 0.64, two: 0.5 }
const claims = /[,;:.]?\s*\b(?:true or false|right or wrong|yes or no|true|right|correct|no)[ ?.!]*$/iu

/** A story, a myth, advice: by its words, other words for them, and what is claimed of it. */
function studyAnswer(prepared: Prepared, query: string, read: string, reading: Reading): Answer | undefined {
  const { course, study, sections } = prepared
  const { mentions } = reading
  if (uncoveredOf(prepared, prepared.asking(reading)).length > 0) return undefined
  const claim = claims.test(read)
  const studied = study(readWords(claim ? `${read.replace(claims, '')} misconception` : read))
  if (studied === undefined || mentions.some(({ concepts }) => concepts.some(({ kind }) => kind === 'service'))) return undefined
  const { found, held, inTitle, missing, meant } = studied
  const isFound = (inTitle > 1 && held >= enoughHeld.two) || (inTitle > 0 && held >= enoughHeld.one && missing === 0 && meant > 0)
  return isFound ? foundAnswer(course, query, sections.whole(found), { whole: true }) : undefined
}

/** Whoever is asked for is named, even if some words weren't understood: the title says what the row is about. */
function ownerOffered(prepared: Prepared, asked: Query): Answer | undefined {
  const { reading } = asked
  const isNear = reading.unknownWords.length < 2 && reading.unknownWords.length + reading.familiar.length < 3
  if (!isNear || (prepared.asking(reading).services.length === 0 && reading.unknownWords.length > 0)) return undefined
  const offered = offer(prepared, asked, 'answer')
  const rows = offered?.kind === 'none' ? (offered.offered ?? []).flatMap(({ id }) => prepared.course.byId.responsibilities.get(id) ?? []) : []
  return rows.length === 0 ? undefined : rowsAnswer(prepared.course, asked.query, rows)
}

/** The place in the documents that holds the question word for word. */
function literalAnswer({ course, literal }: Prepared, query: string, words: readonly string[]): Answer | undefined {
  const found = literal(words)
  return found === undefined ? undefined : foundAnswer(course, query, found)
}

/** The passage on what the question names and no concept does: “what does the hospital have to do”. */
function rareAnswer({ course, literal, sections, sideOf }: Prepared, query: string, { words, mentions, unknownWords }: Reading): Answer | undefined {
  const content = words.filter((word) => !neutralWords.has(word) && sideOf(word) === undefined)
  const found = unknownWords.length + mentions.length > 0 || content.length > mostContent ? undefined : literal(content, { rare: true })
  return found === undefined ? undefined : foundAnswer(course, query, sections.whole(found), { whole: true })
}

/** A question for a duty or a list; other words may be about anything. */
const mayNamePlace = ({ kind }: Form, words: readonly string[]): boolean => ['owner', 'side', 'list', 'method', 'meaning'].includes(kind) || /^what (?:do|does|must|should|has|have)$/u.test(words.slice(0, 2).join(' ')) || words.some((word) => /^(?:responsib|dut(?:y|ies)$|tasks?$)/u.test(word))

/** Only titles that have an answer when asked for. */
function nearest(prepared: Prepared, reading: Reading): readonly string[] {
  const { titles, read } = prepared
  const answered = (title: string) => titles.byTitle(title) !== undefined || findAnswer(prepared, { query: title, text: title, reading: read(title) }) !== undefined
  return titles.nearest(reading).values().filter(answered).take(nearestCount).toArray()
}
