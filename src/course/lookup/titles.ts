// Titles that can be looked up: to complete what somebody types, and to suggest when nothing was found.
import type { Concept, Course, Responsibility } from '../course.ts'
import type { Reading } from './vocabulary.ts'
import { phrasesOf } from './vocabulary.ts'
import { conceptIds } from './row-concepts.ts'
import { readWords, stem } from './words.ts'

export type Titles = {
  /** At most `limit` titles, best first. Asking for one of them answers with its row. */
  suggest(prefix: string, limit: number): readonly string[]
  /** Titles that share a word or a concept with the question, best first. Some have no answer of their own. */
  nearest(reading: Reading): readonly string[]
  /** Also by id. */
  byTitle(text: string): Responsibility | undefined
}

/** How many rows that share a concept with the question are suggested. */
const rowsNear = 3

type Entry = { readonly row: Responsibility; readonly title: string; readonly words: readonly string[]; readonly phrases: readonly string[] }

export function buildTitles(course: Course): Titles {
  const entries = course.responsibilities.map((row) => toEntry(course, row))
  const byTitle = new Map(entries.flatMap(({ row, title }) => [[title, row], [row.id, row]] as const))
  const named = new Set(course.responsibilities.flatMap(conceptIds))
  const topics = course.topics.toSorted((one, other) => other.weight - one.weight)
  const topicStems = topics.map(({ title }) => ({ title, stems: readWords(title).map(stem) }))
  return {
    byTitle: (text) => byTitle.get(plain(text)) ?? byTitle.get(text.trim()),
    suggest: (prefix, limit) => suggest(entries, plain(prefix), limit),
    nearest: (reading) => {
      const concepts = reading.mentions.flatMap((mention) => mention.concepts).filter(({ id }) => named.has(id))
      return [...new Set([...byConcepts(course, concepts), ...topicsLike(topicStems, reading)])]
    },
  }
}

function plain(text: string): string {
  return readWords(text).join(' ')
}

function toEntry(course: Course, row: Responsibility): Entry {
  // Somebody who types the name of one thing is not looking for a row about many.
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
  const scored = course.responsibilities.map((row) => {
    const all = conceptIds(row)
    return { title: row.title, score: all.filter((id) => ids.has(id)).length - all.length / 20 }
  })
  return scored.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score).slice(0, rowsNear).map(({ title }) => title)
}

type TopicStems = { readonly title: string; readonly stems: readonly string[] }

function topicsLike(topics: readonly TopicStems[], { familiar }: Reading): readonly string[] {
  const asked = new Set(familiar.map(stem))
  return topics.filter(({ stems }) => stems.some((each) => asked.has(each))).map(({ title }) => title)
}
