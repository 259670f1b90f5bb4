// Whether a question of a file is one that the course has, whether it says the same, and what becomes of it with the file's words.
import { readCode } from '../../../core/code-marks.ts'
import { plainLine, plainSentence } from '../../../core/plain-words.ts'
import { optionLetters, type TeamText } from '../../../core/team-question.ts'
import type { Course, Question } from '../../course.ts'
import { withTitles } from '../../document-titles.ts'
import { firstSentence, noReason } from '../../own-questions.ts'
import type { Extra } from '../items.ts'
import { shareWords } from './share-words.ts'
import { isNamed } from './sources.ts'

export interface Said {
  readonly text: TeamText
  /** What it gives as its sources. */
  readonly sources: readonly string[]
  readonly extra: Extra
}

/** Whether it can be another version of the question, whatever either is called. */
function isAbout({ stem, options }: Question, text: TeamText): boolean {
  const whole = (asked: string, all: readonly { readonly text: string }[]): readonly string[] => [asked, ...all.map((option) => option.text)]
  return shareWords(whole(stem, options), whole(text.stem, text.options)) || shareWords([stem], [text.stem])
}

export type Finder = (text: TeamText, names: readonly string[]) => Question | undefined

/** The one with this stem; or the one that is called so, if it is about the same. */
export function finderOf(course: Course): Finder {
  const byStem = new Map(course.questions.flatMap((question) => [question.stem, withTitles(course, question.stem)].map((stem) => [plainSentence(stem), question])))
  return (text, names) => {
    const stem = plainSentence(text.stem)
    const called = names.flatMap((name) => course.byId.questions.get(name) ?? [])
    const same = called.find((question) => plainSentence(question.stem) === stem || plainSentence(withTitles(course, question.stem)) === stem)
    return same ?? byStem.get(stem) ?? called.find((question) => isAbout(question, text))
  }
}

/** Without what some formats have no place for: line breaks outside of code, and its language. */
const shape = (text: string): string =>
  readCode(text).map((piece) => (piece.kind === 'text' ? piece.text.replaceAll(/\s+/gu, ' ') : `\`${piece.kind}\`${piece.text.trim()}\`\n`)).join('').replaceAll(/ ?(`block`[^]*?`\n) ?/gu, '$1').trim()

/** What a file leaves empty it doesn't deny. An export for people has the titles of documents instead of their ids. */
const says = (course: Course, said: string, there: string): boolean => said === '' || shape(said) === shape(there) || shape(said) === shape(withTitles(course, there))

const withNote = ({ explanation, note }: Question): string => (note === undefined ? explanation : `${explanation} ${note}`)

/** Some formats have the note at the end of the explanation. */
function withoutNote(course: Course, { note }: Question, explanation: string): string {
  const notes = note === undefined ? [] : [note, withTitles(course, note)]
  const ends = notes.find((each) => explanation.endsWith(` ${each}`))
  return ends === undefined ? explanation : explanation.slice(0, -ends.length).trimEnd()
}

export function saysTheSame(course: Course, question: Question, said: Said): boolean {
  const { text, sources, extra } = said
  const same = (one: string, other: string): boolean => says(course, one, other)
  const { options, key, whyNot, explanation, keyPoint, note, facts } = question
  return (
    same(text.stem, question.stem)
    && text.options.length === options.length
    && options.every(({ id, text: words }) => text.options.some((option) => same(option.text, words) && option.right === key.includes(id) && (option.right || same(option.why, whyNot[id] ?? ''))))
    && (same(text.explanation, explanation) || same(text.explanation, withNote(question)))
    && same(text.keyPoint, keyPoint)
    && (text.source === '' || (sources.length === question.sources.length && sources.every((source) => question.sources.some((citation) => isNamed(course, citation, source)))))
    && (['difficulty', 'owner', 'form'] as const).every((name) => extra[name] === undefined || extra[name] === question[name])
    && same(extra.note ?? '', note ?? '')
    && (extra.facts === undefined || extra.facts.toSorted().join() === facts.toSorted().join())
  )
}

/** The question with what the file says; what it says nothing about stays. The letters stay too where the options do: answers name them. */
export function withWordsOf(course: Course, question: Question, { text, sources, extra }: Said): Said {
  const keep = (said: string, there: string): string => (says(course, said, there) ? there : said)
  const before = (words: string) => question.options.find((option) => says(course, words, option.text) || plainLine(words) === plainLine(option.text))
  const options = text.options.map((option) => {
    const there = before(option.text)
    const why = there === undefined ? '' : (question.whyNot[there.id] ?? '')
    return { ...option, text: there === undefined ? option.text : keep(option.text, there.text), why: option.right ? '' : keep(option.why, why === noReason ? '' : why) }
  })
  const letters = text.options.map((option) => optionLetters.indexOf(before(option.text)?.id ?? 'f'))
  const isSameSet = text.options.length === question.options.length && text.options.every((option) => before(option.text) !== undefined) && new Set(letters).size === letters.length
  const explanation = keep(withoutNote(course, question, text.explanation), question.explanation)
  // What to remember was taken from the old explanation where nobody had said it.
  const keyPoint = question.keyPoint === firstSentence(question.explanation) ? text.keyPoint : keep(text.keyPoint, question.keyPoint)
  return {
    text: {
      stem: keep(text.stem, question.stem),
      options: isSameSet ? options.map((option, at) => ({ option, at: letters[at] ?? 0 })).toSorted((one, other) => one.at - other.at).map(({ option }) => option) : options,
      explanation, keyPoint, source: text.source,
    },
    sources: text.source === '' ? question.sources.map(({ key }) => key) : sources.map((source) => question.sources.find((citation) => isNamed(course, citation, source))?.key ?? source),
    extra: { difficulty: question.difficulty, owner: question.owner, form: question.form, facts: question.facts, ...(question.note === undefined ? {} : { note: question.note }), ...extra },
  }
}
