// Which topics of a course a file's questions and cards belong to.
import type { Course } from '../../course.ts'
import type { Card } from '../cards.ts'
import type { Item } from '../items.ts'
import { freeId, slugOf } from './slug.ts'

const longestTitle = 200

export interface Topic {
  readonly id: string
  readonly title: string
  readonly isNew: boolean
}

/** The file's own title and slug name the topic of what has none. */
interface Named {
  readonly title: string
  readonly slug: string
  readonly items: readonly Item[]
  readonly cards: readonly Card[]
}

/**
 * By the title that the file gives it; one of the course where it has this title, or this very id. Titles that differ in their signs are
 * different topics: C is not C++.
 */
export function topicsFor({ topics }: Course, { title, slug, items, cards }: Named): ReadonlyMap<string, Topic> {
  const named = new Set([...items, ...cards].flatMap((each) => ('problem' in each ? [] : [each.topic ?? ''])))
  const found = new Map<string, Topic>()
  const known: Topic[] = topics.map((topic) => ({ id: topic.id, title: topic.title, isNew: false }))
  for (const name of named) {
    const called = (name === '' ? title : name).slice(0, longestTitle).trim()
    const there = known.find((topic) => alike(topic.title, called)) ?? known.find((topic) => !topic.isNew && topic.id === (name === '' ? slug : name.toLowerCase()))
    const topic = there ?? { id: freeTopicId(name === '' ? slug : slugOf(name), known), title: called, isNew: true }
    if (there === undefined) known.push(topic)
    found.set(name, topic)
  }
  return found
}

const alike = (one: string, other: string): boolean => one.replaceAll(/\s+/gu, ' ').toLowerCase() === other.replaceAll(/\s+/gu, ' ').toLowerCase()

/** A title without Latin letters gives no id: it is numbered. */
function freeTopicId(wanted: string, known: readonly Topic[]): string {
  const isTaken = (id: string): boolean => known.some((topic) => topic.id === id)
  if (wanted !== '') return freeId(/^[a-z]/u.test(wanted) && !['null', 'true', 'false'].includes(wanted) ? wanted : slugOf(`topic-${wanted}`), isTaken)
  const taken = known.filter(({ id }) => /^topic-\d+$/u.test(id)).length
  return freeId(`topic-${taken + 1}`, isTaken)
}
