// Finds what stands in the documents word for word, where nothing else fits a question.
import type { Course, Section } from '../course.ts'
import { neutralWords } from './neutral-words.ts'
import { shorten, splitParts } from './text-search.ts'
import type { Found } from './text-search.ts'
import { titleStems } from './spoken-of.ts'
import { readWords, stem } from './words.ts'

/** The passage that holds these words in this order; the one that holds them most often. `rare`: only what few passages hold, and something is called by. */
export type LiteralSearch = (words: readonly string[], only?: { readonly rare: boolean }) => Found | undefined

/** Fewer words without a meaning of their own occur in this order by chance. */
const leastNeutral = 3
/** What stands in more sections is no name of anything. */
const fewPlaces = 6
/** Of a list, with the line before it. */
const itemsShown = 8
/** So that a word on its own is no part of another one. */
const spaced = (words: readonly string[]): string => ` ${words.join(' ')} `

type Text = { readonly section: Section; readonly words: string }

export function buildLiteralSearch(course: Course): LiteralSearch {
  const sections = course.documents.flatMap((document) => document.sections).filter(({ text }) => text !== '')
  const texts: readonly Text[] = sections.map((section) => ({ section, words: spaced(readWords(`${section.heading} ${section.text}`)) }))
  const named = new Set([...titleStems(course), ...[...course.cases, ...course.sheets].flatMap(({ id, title }) => readWords(`${id} ${title}`).map(stem))])
  return (asked, { rare } = { rare: false }) => {
    const words = asked.filter((word, at) => !(at === 0 && articles.has(word)))
    const wanted = spaced(words)
    const isMeaningful = words.some((word) => word.length > 2 && !neutralWords.has(word)) || words.length >= leastNeutral
    if (words.length === 0 || !isMeaningful) return undefined
    const found = texts.filter(({ words: all }) => all.includes(wanted)).map((text) => ({ ...text, times: text.words.split(wanted).length - 1 }))
    if (rare && !(found.length <= fewPlaces && words.every((word) => named.has(stem(word))))) return undefined
    const [best] = found.toSorted((one, other) => other.times - one.times)
    return best === undefined ? undefined : { section: best.section, snippet: snippet(best.section, wanted) }
  }
}

const articles: ReadonlySet<string> = new Set(['a', 'an', 'the'])

/** The paragraph with the words, and what comes after it if that is a label such as “Who tells whom:”. */
function snippet(section: Section, wanted: string): string {
  const parts = splitParts(section.text)
  const at = Math.max(0, parts.findIndex((part) => spaced(readWords(part)).includes(wanted)))
  return shorten(parts.slice(at, parts[at]?.endsWith(':') === true ? at + itemsShown : at + 1).join('\n'))
}
