// How much a course says of some words, for words that may have been meant for something else than a look-up.
import type { Course } from '../course.ts'
import type { Answer } from './answer.ts'
import { readWords, stem } from './words.ts'

/** `title`: something in it is called exactly so. `words`: it answers them, or each of them stands in one of its titles. */
export type SpokenOf = 'title' | 'words'

export function buildSpokenOf(course: Course, ask: (text: string) => Answer): (text: string) => SpokenOf | undefined {
  let titleWords: ReadonlySet<string> | undefined
  return (text) => {
    const words = readWords(text)
    if (words.length === 0) return undefined
    const answer = ask(text)
    if (titlesOf(answer).some((title) => readWords(title).join(' ') === words.join(' '))) return 'title'
    if (answer.kind !== 'none') return 'words'
    titleWords ??= titleStems(course)
    return words.every((word) => word.length > 2 && titleWords?.has(stem(word)) === true) ? 'words' : undefined
  }
}

function titlesOf(answer: Answer): readonly string[] {
  if (answer.kind === 'none') return []
  return answer.kind === 'row' ? answer.rows.map(({ title }) => title) : [answer.title]
}

/** Of the words in its titles. */
export const titleStems = (course: Course): ReadonlySet<string> => new Set(titlesIn(course).flatMap((title) => readWords(title).map(stem)))

const titlesIn = ({ documents, responsibilities, glossary, topics }: Course): readonly string[] => [
  ...documents.flatMap(({ sections }) => sections.map(({ heading }) => heading)),
  ...[...responsibilities, ...topics].map(({ title }) => title),
  ...glossary.map(({ term }) => term),
]
