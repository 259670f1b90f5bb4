// Topics of the course as people type them, and what to say about those that it doesn't have.
import { editDistance } from '../commands/closest.ts'
import type { Read } from '../commands/values/read.ts'
import type { TopicId } from '../core/quiz.ts'
import type { Course, Topic } from '../course/course.ts'
import { plainWords, topicsNamed } from './topics-named.ts'

type Topics = Pick<Course, 'topics'>

/** Empty for all of them: “All topics” is how that choice reads. */
export function readTopics(text: string, course: Topics): Read<readonly TopicId[]> {
  if (/^\s*(all|any|every)(\s+(of\s+them|topics?))?\s*$|^\s*everything\s*$/iu.test(text)) return { value: [] }
  const { topics, unknown } = topicsNamed(text, course)
  const [first] = unknown
  return first === undefined && topics.length > 0 ? { value: topics } : { problem: noSuchTopic(first ?? text.trim(), course) }
}

const mostNear = 3
/** All topics of a small course are no wall of names. */
const mostListed = 6

/** Names the few that may be meant by a slip or by the beginning of a word. */
function noSuchTopic(unknown: string, course: Topics): string {
  const words = plainWords(unknown)
  const near = course.topics.filter((topic) => words.some((word) => isNear(word, topic))).slice(0, mostNear)
  const all = course.topics.length > mostListed ? 'Write a word from the title of a topic.' : `Choose from ${titlesOf(course.topics)}.`
  const hint = near.length === 0 ? all : `Did you mean ${titlesOf(near)}?`
  return `There’s no topic “${unknown.slice(0, 80)}”. ${hint}`
}

const titlesOf = (topics: readonly Topic[]): string => new Intl.ListFormat('en-US', { type: 'disjunction' }).format(topics.map(({ title }) => `“${title}”`))

const shortestNear = 4

function isNear(word: string, { id, title }: Topic): boolean {
  if (word.length < shortestNear) return false
  const slips = word.length < 9 ? 1 : 2
  return [...plainWords(id), ...plainWords(title)].some((other) => other.length >= shortestNear && (other.startsWith(word) || editDistance(word, other) <= slips))
}
