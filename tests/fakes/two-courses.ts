// Two courses with the same ids everywhere. Each text of the second begins with QQ, so that wherever it shows, it is seen.
import { apart } from '../../src/course/apart.ts'
import type { Course } from '../../src/course/course.ts'
import { indexOf } from '../../src/course/course-index.ts'
import { coursesOf, taughtOf, type Courses } from '../../src/course/courses.ts'
import { buildLookup } from '../../src/course/lookup/lookup.ts'
import { courseOf } from './course-of.ts'

/** What people read. All else refers to something. */
const texts = new Set([
  'title', 'summary', 'stem', 'text', 'explanation', 'keyPoint', 'note', 'front', 'back', 'term', 'definition', 'heading', 'section', 'name', 'about', 'finding', 'question', 'change', 'reasoning', 'situation',
  'closing', 'can', 'reason', 'meaning', 'provider', 'customer', 'reality', 'architecture', 'alt', 'a', 'b', 'c', 'd', 'e', 'f', 'path', 'columns', 'steps', 'label', 'labels',
])

function marked(value: unknown, key: string): unknown {
  if (typeof value === 'string') return texts.has(key) ? `QQ ${value}` : value
  if (Array.isArray(value)) return value.map((each) => marked(each, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, marked(each, name)]))
}

let made: Courses | undefined

export function twoCourses(): Courses {
  if (made !== undefined) return made
  const { course, lookup } = courseOf('tests/courses/house-rules')
  const { byId: _, ...content } = course
  const same = { ...(marked(content, '') as typeof content), id: 'other-rules', title: 'QQOther rules' }
  const other = apart({ ...same, byId: indexOf(same) } as Course, 2)
  made = coursesOf([taughtOf(1, course, lookup), taughtOf(2, other, buildLookup(other))], [course.id, other.id])
  return made
}
