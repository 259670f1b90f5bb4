// Finds a section, a tip, or a case for what no row or term answers: stories, myths, rules of thumb, advice.
import type { Course, Section, Tip } from '../course.ts'
import { dutyWords, grammarWords, isNeutral } from './neutral-words.ts'
import type { SideOf } from './sides.ts'
import { measure } from './spelling.ts'
import { synonymsOf } from './synonyms.ts'
import { plainStart, weights, type Found } from './text-search.ts'
import { readWords, stem } from './words.ts'

export type StudySearch = (words: readonly string[]) => Studied | undefined
/** `held`: how much of the question it holds; `inTitle`: how many of its words stand in the title; `missing`: how many stand nowhere in it; `meant`: how many mean something. */
export type Studied = { readonly found: Found; readonly held: number; readonly inTitle: number; readonly missing: number; readonly meant: number }

/** What a match counts for, by where it is and by whether it is the word itself. */
const points = { title: 1, text: 0.6, synonym: 0.9, neutral: 0.4 }

type Entry = { readonly of: Section | Tip; readonly title: ReadonlySet<string>; readonly text: ReadonlySet<string> }

const stems = (text: string): ReadonlySet<string> => new Set(readWords(text).map(stem))

export function buildStudySearch(course: Course, sideOf: SideOf): StudySearch {
  const entries = entriesOf(course)
  const weigh = weights(entries.map(({ title, text }) => ({ heading: [...title].join(' '), body: [...text].join(' ') })))
  const titled = [...new Set(entries.flatMap(({ title }) => [...title]))].filter((root) => root.length > 5)
  const known = new Set(entries.flatMap(({ title, text }) => [...title, ...text]))
  const corrected = (root: string): string => (known.has(root) || root.length < 7 ? root : (titled.find((other) => measure(root, other, 2) <= 2) ?? root))
  return (words) => {
    const asked = [...new Map(words.filter((word) => !grammarWords.has(word) && !asking.has(word) && sideOf(word) === undefined && !slips.has(word) && !/^\d+$/u.test(word)).map((word) => [corrected(stem(word)), word])).entries()]
    const units = asked.map(([root, word]) => ({ roots: synonymsOf(root), weight: weigh(root) * (isNeutral(word) || dutyWords.has(word) ? points.neutral : 1) }))
    const total = units.reduce((sum, { weight }) => sum + weight, 0)
    if (total === 0) return undefined
    const scored = entries.map((entry) => {
      const fits = units.map(({ roots, weight }) => ({ weight, title: fit(entry.title, roots), text: fit(entry.text, roots) }))
      const held = fits.reduce((sum, each) => sum + each.weight * Math.max(points.title * each.title, points.text * each.text), 0) / total
      return { entry, held, inTitle: fits.filter(({ title }) => title > 0).length, missing: fits.filter((each) => each.title + each.text === 0).length }
    })
    const [best] = scored.toSorted((one, other) => other.held - one.held || one.entry.title.size - other.entry.title.size)
    return best === undefined ? undefined : { found: toFound(best.entry.of), held: best.held, inTitle: best.inTitle, missing: best.missing, meant: asked.filter(([, word]) => !isNeutral(word) && !dutyWords.has(word)).length }
  }
}

/** Of words that are of no use here. */
const slips: ReadonlySet<string> = new Set(['teh', 'hte', 'adn', 'wich', 'wat'])
const asking: ReadonlySet<string> = new Set(['list', 'lists', 'show', 'give', 'tell', 'name'])

const fit = (place: ReadonlySet<string>, [own = '', ...others]: readonly string[]): number => (place.has(own) ? 1 : others.some((root) => place.has(root)) ? points.synonym : 0)

function entriesOf({ documents, tips }: Course): readonly Entry[] {
  const sections = documents.flatMap((document) => document.sections)
  return [
    ...sections.map((of) => ({ of, title: stems(of.path.join(' ')), text: stems(of.text) })),
    ...tips.map((of) => ({ of, title: new Set<string>(), text: stems([of.text, of.reality ?? ''].join(' ')) })),
  ]
}

function toFound(of: Entry['of']): Found {
  if ('heading' in of) return { section: of, snippet: plainStart(of) }
  return { tip: of }
}
