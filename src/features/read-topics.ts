// Topics of the course as people type them.
import { closest } from '../commands/closest.ts'
import type { Read } from '../commands/values/read.ts'
import type { TopicId } from '../core/quiz.ts'
import type { Course } from '../course/course.ts'
import { plainName, readTopicNames } from '../course/topic-names.ts'

/** Empty for all of them: “All topics” is how that choice reads. */
export function readTopics(text: string, course: Pick<Course, 'topics'>): Read<readonly TopicId[]> {
  if (/^all(\s+topics)?$/iu.test(text)) return { value: [] }
  const named = readTopicNames(text, course).map(({ topic, typed }) => (topic === undefined ? family(typed, course) : [topic.id]))
  const known = named.flat()
  return known.length > 0 && named.every((ids) => ids.length > 0) ? { value: [...new Set(known)] } : { problem: noSuchTopic(text, course) }
}

/** `lambda` is all that begins with it: `lambda-runtime`, `lambda-access`. */
function family(typed: string, { topics }: Pick<Course, 'topics'>): readonly TopicId[] {
  const stem = plainName(typed)
  return stem === '' ? [] : topics.filter(({ id }) => id.startsWith(`${stem}-`)).map(({ id }) => id)
}

/** Names the first that there is not, with those that may be meant; where none is near, with all. */
function noSuchTopic(text: string, course: Pick<Course, 'topics'>): string {
  const unknown = plainName(readTopicNames(text, course).find(({ topic }) => topic === undefined)?.typed ?? text)
  const ids = course.topics.map(({ id }) => id)
  const near = closest(unknown, ids) ?? course.topics.filter(({ id, title }) => `${id} ${title}`.toLowerCase().includes(unknown)).map(({ id }) => id).join(', ')
  return `There’s no topic “${unknown.slice(0, 80)}”. ${near === '' ? `Choose from ${ids.join(', ')}, or all.` : `Did you mean ${near}?`}`
}
