// Topics as people write them: by id or by title, several with commas between.
import type { Course, Topic } from './course.ts'

type Topics = Pick<Course, 'topics'>

/** `topic` is undefined for a name that no topic has. */
export type TopicName = { readonly typed: string; readonly topic: Topic | undefined }

/** Between the commas, without what is empty. Many titles have commas of their own: “MFA, root, keys and credentials”. */
export function readTopicNames(text: string, course: Topics): readonly TopicName[] {
  const titled = course.topics.map((topic) => [plainName(topic.title), topic] as const)
  const known = new Map([...titled, ...course.topics.map((topic) => [topic.id, topic] as const)])
  const [parts, most] = [text.split(','), mostParts(course)]
  const names: TopicName[] = []
  for (let at = 0, length = 1; at < parts.length; at += length) {
    length = Math.min(most, parts.length - at)
    const typed = () => parts.slice(at, at + length).join(',').trim()
    while (length > 1 && !known.has(plainName(typed()))) length--
    if (typed() !== '') names.push({ typed: typed(), topic: known.get(plainName(typed())) })
  }
  return names
}

/** Into how many parts commas cut the title that has most of them. */
export const mostParts = ({ topics }: Topics): number => Math.max(1, ...topics.map(({ title }) => title.split(',').length))

/** Letter case and the spaces around commas tell no two names apart. */
export const plainName = (name: string): string => name.toLowerCase().split(',').map((part) => part.trim()).join(',')
