// The titles that can be asked for: as completions while somebody types, and as the nearest ones where nothing fits.
import type { Concept, Course, Responsibility } from '../course.ts'
import type { Reading } from './vocabulary.ts'
import { phrasesOf } from './vocabulary.ts'
import { readWords, stem } from './words.ts'

export type Titles = {
  /** At most `limit` titles, best first. Each of them, asked as it is, is answered with its row. */
  suggest(prefix: string, limit: number): readonly string[]
  /** Titles that share a word or a meaning with what was asked, best first; none where nothing does. Some have no answer of their own. */
  nearest(reading: Reading): readonly string[]
  byTitle(text: string): Responsibility | undefined
}

/** Rows that share a concept with what was asked. */
const rowsNear = 3

type Entry = { readonly row: Responsibility; readonly title: string; readonly words: readonly string[]; readonly phrases: readonly string[] }

export function buildTitles(course: Course): Titles {
  const entries = course.responsibilities.map((row) => toEntry(course, row))
  const byTitle = new Map(entries.flatMap(({ row, title }) => [[title, row], [row.id, row]] as const))
  const named = new Set(course.responsibilities.flatMap(({ service, thing, act }) => [...service, ...thing, ...act]))
  const topicWords = course.topics.toSorted((one, other) => other.weight - one.weight).map(({ title }) => ({ title, roots: readWords(title).map(stem) }))
  return {
    byTitle: (text) => byTitle.get(plain(text)) ?? byTitle.get(text.trim()),
    suggest: (prefix, limit) => suggest(entries, plain(prefix), limit),
    nearest: (reading) => {
      const concepts = reading.mentions.flatMap((mention) => mention.concepts).filter(({ id }) => named.has(id))
      return [...new Set([...byConcepts(course, concepts), ...topicsLike(topicWords, reading)])]
    },
  }
}

function plain(text: string): string {
  return readWords(text).join(' ')
}

function toEntry(course: Course, row: Responsibility): Entry {
  // A row about many things is not what somebody looks for who types the name of one of them.
  const ids = [row.service, row.thing, row.act].flatMap((list) => (list.length <= 3 ? list : []))
  const concepts = ids.map((id) => course.byId.concepts.get(id)).filter((concept) => concept !== undefined)
  const title = plain(row.title)
  return { row, title, words: title.split(' '), phrases: concepts.flatMap(phrasesOf).map(plain) }
}

function suggest(entries: readonly Entry[], prefix: string, limit: number): readonly string[] {
  const scored = entries.map((entry, at) => ({ entry, at, score: scoreOf(entry, prefix) })).filter(({ score }) => score > 0)
  scored.sort((one, other) => other.score - one.score || one.at - other.at)
  return scored.slice(0, limit).map(({ entry }) => entry.row.title)
}

function scoreOf({ row, title, words, phrases }: Entry, prefix: string): number {
  const whole = row.thing.length === 0 && row.act.length === 0 ? 0.5 : 0
  if (prefix === '') return 1 + whole
  if (title.startsWith(prefix)) return 5 + whole
  if (phrases.includes(prefix)) return 4 + whole
  if (phrases.some((phrase) => phrase.startsWith(prefix))) return 3 + whole
  if (prefix.split(' ').every((part) => words.some((word) => word.startsWith(part)) || phrases.some((phrase) => phrase.startsWith(part)))) return 2 + whole
  return 0
}

function byConcepts(course: Course, concepts: readonly Concept[]): readonly string[] {
  const ids = new Set(concepts.map(({ id }) => id))
  if (ids.size === 0) return []
  const listed = course.responsibilities.map((row) => {
    const all = [...row.service, ...row.thing, ...row.act]
    return { title: row.title, score: all.filter((id) => ids.has(id)).length - all.length / 20 }
  })
  return listed.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score).slice(0, rowsNear).map(({ title }) => title)
}

function topicsLike(topics: readonly { readonly title: string; readonly roots: readonly string[] }[], { familiar }: Reading): readonly string[] {
  const roots = new Set(familiar.map(stem))
  return topics.filter((topic) => topic.roots.some((root) => roots.has(root))).map(({ title }) => title)
}
