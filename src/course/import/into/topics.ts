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

/** By the title that the file gives it; one of the course where it has the same id or title. */
export function topicsFor({ topics }: Course, { title, slug, items, cards }: Named): ReadonlyMap<string, Topic> {
  const named = new Set([...items, ...cards].flatMap((each) => ('problem' in each ? [] : [each.topic ?? ''])))
  const found = new Map<string, Topic>()
  for (const name of named) {
    const wanted = name === '' ? slug : slugOf(name)
    const there = topics.find((topic) => topic.id === wanted || topic.title.toLowerCase() === name.toLowerCase())
    const id = there?.id ?? freeId(/^[a-z]/u.test(wanted) ? wanted : slugOf(`topic-${wanted}`), (each) => topics.some((topic) => topic.id === each))
    found.set(name, { id, title: there?.title ?? (name === '' ? title : name).slice(0, longestTitle), isNew: there === undefined })
  }
  return found
}

