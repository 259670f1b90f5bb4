// Finds the section that lists what is asked for, whole: its own text, and what stands under it.
import type { Concept, Course, Section } from '../course.ts'
import { grammarWords, isNeutral } from './neutral-words.ts'
import { shorten, splitLines, weights } from './text-search.ts'
import type { Found } from './text-search.ts'
import { phrasesOf, type Reading } from './vocabulary.ts'
import { readWords, stem } from './words.ts'

export type SectionSearch = {
  /**
   * @param words what is asked for, without the words that ask
   * @param cues words such as “steps”, one of which speaks for a heading that holds it
   */
  find(words: readonly string[], reading: Reading, cues: readonly string[], only?: Only): Found | undefined
  /**
   * Another finding, with the whole of its section in place of a part of it.
   * @param asked words: of a section that is too long, the list that they name comes first
   */
  whole(found: Found, asked?: readonly string[]): Found
}

/**
 * `cued`: only with a cue in its heading; `whole`: only if its heading holds all that is asked; `every`: words that mean little
 * elsewhere, such as “launch”, have to be in it as well.
 */
type Only = { readonly cued?: boolean; readonly whole?: boolean; readonly every?: boolean }

/** What a match counts for, by where it is; and how much of the question has to be matched. */
const points = { heading: 1, path: 0.7, text: 0.35, otherName: 0.8, cue: 0.3, cueInPath: 0.22, cueInText: 0.1, listed: 0.05, exact: 0.2 }
/** How much of the question has to stand in the section, and how much of it in its heading. */
const enough = { held: 0.75, withCue: 0.65, without: 0.8 }
/** In lines on a phone, of so many letters: a list that is longer is cut, with a button to the whole of it. */
const whole = { lines: 16, letters: 44 }

type Entry = { readonly section: Section; readonly heading: ReadonlySet<string>; readonly path: ReadonlySet<string>; readonly text: ReadonlySet<string>; readonly listed: boolean; readonly ordered: boolean; readonly children: readonly Section[] }
/** A word of the question, or a phrase with all that it is also called. */
type Unit = { readonly isName: boolean; readonly names: readonly (readonly string[])[]; readonly weight: number }

const stems = (text: string): readonly string[] => readWords(text).map(stem)

export function buildSectionSearch(course: Course): SectionSearch {
  const entries = course.documents.flatMap(({ sections }) => sections.map((section, at) => toEntry(section, childrenOf(sections, at)))).filter((entry) => wholeOf(entry) !== '')
  const weigh = weights(entries.map(({ section }) => ({ heading: section.path.join(' '), body: section.text })))
  const find: SectionSearch['find'] = (words, reading, cues, { cued: mustBeCued = false, whole: mustBeWhole = false, every = false } = {}) => {
    if (mustBeWhole && words.every(isNeutral)) return undefined
    const units = unitsOf(words, reading, weigh, every)
    const total = units.reduce((sum, { weight }) => sum + weight, 0)
    if (total === 0) return undefined
    const wanted = cues.map(stem)
    const used = new Set([...units.flatMap(({ names }) => names.flat()), ...wanted])
    const scored = entries.map((entry) => ({ entry, ...scoreOf(entry, { units, total, cues: wanted, used }) }))
    const [best] = scored.filter(({ held, headed, named, inHeading, score, cued }) => inHeading > 0 && held >= enough.held && (cued || !mustBeCued) && (cued || named || !every) && (headed > 0.95 || !mustBeWhole) && score >= (cued ? enough.withCue : enough.without)).toSorted((one, other) => other.score - one.score)
    return best === undefined ? undefined : { section: best.entry.section, snippet: wholeOf(best.entry, [...words, ...cues]) }
  }
  const byKey = new Map(entries.map((entry) => [entry.section.key, entry]))
  return {
    find,
    whole: (found, asked = []) => {
      const entry = 'section' in found ? byKey.get(found.section.key) : undefined
      return entry === undefined ? found : { section: entry.section, snippet: wholeOf(entry, asked) }
    },
  }
}

function childrenOf(sections: readonly Section[], at: number): readonly Section[] {
  const level = sections[at]?.level ?? 0
  const after = sections.slice(at + 1)
  const end = after.findIndex((section) => section.level <= level)
  const below = end === -1 ? after : after.slice(0, end)
  const nearest = Math.min(...below.map((section) => section.level))
  return level < 2 ? [] : below.filter((section) => section.level === nearest)
}

function toEntry(section: Section, children: readonly Section[]): Entry {
  const heading = new Set(stems(section.heading))
  const text = new Set(stems(`${section.text} ${children.map((child) => child.heading).join(' ')}`))
  return { section, children, heading, path: new Set(stems(section.path.join(' '))), text, ordered: /^\s*\d+\./mu.test(section.text), listed: /^\s*(?:[-*]|\d+\.|\|)\s?/mu.test(section.text) || children.length > 0 }
}

const known = new WeakMap<Concept, readonly (readonly string[])[]>()

/** The stems of all that a concept is called. */
function namesOf(concept: Concept): readonly (readonly string[])[] {
  const names = known.get(concept) ?? phrasesOf(concept).map(stems)
  known.set(concept, names)
  return names
}

function unitsOf(words: readonly string[], { mentions }: Reading, weigh: (root: string) => number, every: boolean): readonly Unit[] {
  const meant = every ? [] : words.filter((word) => !isNeutral(word))
  const content = meant.length > 0 ? meant : words.filter((word) => !grammarWords.has(word))
  const mentioned = mentions.filter((mention) => mention.words.every((word) => words.includes(word)))
  const inMentions = new Set(mentioned.flatMap((mention) => mention.words))
  const named = mentioned.map((mention) => ({ own: mention.words.map(stem), names: mention.concepts.flatMap(namesOf) }))
  const plain = [...new Set(content)].filter((word) => !inMentions.has(word)).map((word) => ({ own: [stem(word)], names: [] }))
  return [...named, ...plain].map(({ own, names }) => ({ isName: names.length > 0, names: [own, ...names], weight: own.reduce((sum, root) => sum + weigh(root), 0) / own.length }))
}

type Wanted = { readonly units: readonly Unit[]; readonly total: number; readonly cues: readonly string[]; readonly used: ReadonlySet<string> }
/** `held`: how much of the question it holds; `headed`: in its heading; `inHeading`: how many units in headings; `named`: all names in headings. */
type Scored = { readonly score: number; readonly held: number; readonly headed: number; readonly inHeading: number; readonly named: boolean; readonly cued: boolean }

/** Words for what has an order. */
const stepCues: ReadonlySet<string> = new Set(['step', 'procedure', 'method', 'how'].map(stem))

function scoreOf({ heading, path, text, listed, ordered }: Entry, { units, total, cues, used }: Wanted): Scored {
  const fits = units.map((unit) => ({ share: unit.weight / total, heading: fit(heading, unit), path: fit(path, unit), text: fit(text, unit) }))
  const sum = (points: (fitting: (typeof fits)[number]) => number): number => fits.reduce((all, fitting) => all + fitting.share * points(fitting), 0)
  const cuedInHeading = cues.some((cue) => heading.has(cue))
  const cued = cuedInHeading || (cues.length === 1 && cues.every((cue) => path.has(cue)))
  const held = sum((each) => (each.heading + each.path + each.text > 0 ? 1 : 0))
  const exact = [...heading].filter((root) => used.has(root)).length / heading.size
  const inSteps = ordered && cues.some((cue) => stepCues.has(cue))
  const cuedInText = !cued && cues.some((cue) => text.has(cue))
  const bonus = (cuedInHeading || inSteps ? points.cue : cued ? points.cueInPath : cuedInText ? points.cueInText : 0) + points.exact * exact + (listed ? points.listed : -points.listed)
  return {
    score: bonus + sum((each) => Math.max(points.heading * each.heading, points.path * each.path, points.text * each.text)),
    held,
    headed: sum((each) => each.heading),
    inHeading: fits.filter((each) => each.heading + each.path > 0).length,
    named: fits.every((each, at) => units[at]?.isName !== true || each.heading + each.path > 0),
    cued,
  }
}

/** 1 for all words of the unit, less for another name of it. */
function fit(place: ReadonlySet<string>, { names: [own, ...others] }: Unit): number {
  if (own?.every((root) => place.has(root)) === true) return 1
  return others.some((name) => name.length > 0 && name.every((root) => place.has(root))) ? points.otherName : 0
}

/** Each item a line; of a section that only introduces others, what they are called. @param asked see {@link SectionSearch.whole} */
function wholeOf({ section, heading, children }: Entry, asked: readonly string[] = []): string {
  const lines = [...splitLines(section.text), ...children.map((child) => `• ${child.heading}`)]
  const all = fitting(lines)
  if (all.length === lines.length) return lines.join('\n')
  const shown = fitting(listNamed(lines, new Set(asked.map(stem)).difference(heading)))
  const [first = ''] = lines
  return all.length === 0 ? shorten(first) : [...(shown.length > 0 ? shown : all), '…'].join('\n')
}

function fitting(lines: readonly string[]): readonly string[] {
  const linesOf = (some: readonly string[]): number => some.reduce((sum, line) => sum + Math.ceil(line.length / whole.letters), 0)
  return lines.filter((_, at) => linesOf(lines.slice(0, at + 1)) <= whole.lines)
}

/** Of lists that a line introduces, the one whose line has most of what is asked for; none if several have. */
function listNamed(lines: readonly string[], asked: ReadonlySet<string>): readonly string[] {
  const lists = lines.flatMap((line, at) => {
    const isIntroduced = line.endsWith(':') && lines[at + 1]?.startsWith('•') === true
    const end = lines.findIndex((each, index) => index > at && !each.startsWith('•'))
    return isIntroduced ? [{ named: new Set(stems(line)).intersection(asked).size, list: lines.slice(at, end === -1 ? lines.length : end) }] : []
  })
  const [best, second] = lists.toSorted((one, other) => other.named - one.named)
  return best === undefined || best.named === 0 || best.named === second?.named ? [] : best.list
}
