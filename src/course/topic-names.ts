// Topics as people type them: by id or title, separated by commas.
import type { Course, Topic } from './course.ts'

type Topics = Pick<Course, 'topics'>

/** `topic` is undefined if no topic has that name. */
type TopicName = { readonly typed: string; readonly topic: Topic | undefined }

/** Skips empty names. Takes the longest name that fits, because titles have commas too: “MFA, root, keys and credentials”. */
export function readTopicNames(text: string, course: Topics): readonly TopicName[] {
  const titled = course.topics.map((topic) => [plainName(topic.title), topic] as const)
  const known = new Map([...titled, ...course.topics.map((topic) => [topic.id, topic] as const)])
  const parts = text.split(',')
  const most = mostParts(course)
  const names: TopicName[] = []
  for (let at = 0, length = 1; at < parts.length; at += length) {
    length = Math.min(most, parts.length - at)
    const typed = () => parts.slice(at, at + length).join(',').trim()
    while (length > 1 && !known.has(plainName(typed()))) length--
    if (typed() !== '') names.push({ typed: typed(), topic: known.get(plainName(typed())) })
  }
  return names
}

/** The number of comma-separated parts in the title that has the most. */
export const mostParts = ({ topics }: Topics): number => Math.max(1, ...topics.map(({ title }) => title.split(',').length))

/** Names are compared without letter case, accents and quotation marks, with one kind of dash, and without spaces around commas. */
export function plainName(name: string): string {
  const letters = name.normalize('NFKD').replaceAll(/[\p{M}'’‘"“”`]/gu, '').replaceAll(/\p{Pd}/gu, '-').toLowerCase()
  return letters.split(',').map((part) => part.trim()).join(',')
}
