// Completions for what somebody is typing: zones, topics, and names of commands for every command, all else from the feature that has the command.
import { matching } from '../commands/matching.ts'
import { plainTyping } from '../commands/plain-typing.ts'
import { suggestZones } from '../commands/values/zone.ts'
import { idIn } from '../core/course-number.ts'
import type { Topic } from '../course/course.ts'
import { mostParts, plainName, readTopicNames } from '../course/topic-names.ts'
import { suggestRegions } from '../features/public-holidays.ts'
import type { Means } from '../features/services.ts'
import type { Suggestion } from '../screens/form.ts'
import type { Router } from './router.ts'

/** `asked`: `any` where nothing says which course is meant. */
export type Typing = { readonly command: string; readonly option: string; readonly typed: string; readonly limit: number; readonly asked?: 'any' }

export async function suggest({ command, option, typed: asTyped, limit, asked }: Typing, router: Pick<Router, 'answersOf'>, means: Means): Promise<readonly Suggestion[]> {
  const typed = plainTyping(asTyped)
  const known = means.commands.find(command)?.options.find(({ name }) => name === option)
  switch (known?.kind) {
    case 'topics':
      return suggestTopics(asked === 'any' && means.courses.all.length > 1 ? { topics: topicsOfAll(means) } : means.course, typed, limit)
    case 'course':
      return suggestCourses(typed, limit, means)
    case 'zone':
      return suggestZones(typed, limit).map(({ zone, label }) => ({ value: zone, label }))
    case 'words':
    case 'title': {
      const answers = await router.answersOf(command)
      return answers?.suggestions?.[command]?.[option]?.(typed, limit, means) ?? []
    }
    case 'region':
      return suggestRegions(typed, limit)
    case 'command':
      return matching(means.commands.list.map(({ name }) => name), typed).slice(0, limit).map((name) => ({ value: name, label: name }))
    case 'dates':
    case 'time':
    case 'days':
    case 'opening':
    case 'choice':
    case 'hour':
    case 'person':
    case 'mention':
    case 'number':
    case 'parts':
    case 'name':
    case 'text':
    case 'members':
    case 'letters':
    case 'code':
    case undefined:
      return []
  }
}

type Course = { readonly topics: readonly Topic[] }

/** Where no channel says which course, a form may be about any: then titles say theirs. */
const topicsOfAll = ({ courses }: Means): readonly Topic[] =>
  courses.all.flatMap(({ number, course }) => course.topics.map((topic) => ({ ...topic, id: idIn(number, topic.id), title: `${topic.title} (${course.title})` })))

function suggestCourses(typed: string, limit: number, { courses }: Means): readonly Suggestion[] {
  const all = courses.all.map(({ course: { id, title } }) => ({ value: id, label: title }))
  const isMeant = ({ value, label }: Suggestion) => [value, label].some((name) => plainName(name).includes(plainName(typed)))
  return all.filter(isMeant).slice(0, limit)
}

const allTopics: Suggestion = { value: 'all', label: 'All topics' }

/**
 * Completes the last of several topics with commas between; people know them by their titles. What is chosen already stays, by its
 * ids: titles would leave no room for the one that is offered.
 */
function suggestTopics(course: Course, typed: string, limit: number): readonly Suggestion[] {
  const { chosen, wanted } = splitAtLast(course, typed)
  const left = course.topics.filter(({ id }) => !chosen.includes(id)).map(({ id, title }) => ({ value: id, label: title }))
  const all = chosen.length === 0 ? [allTopics, ...left] : left
  const byValue = matching(all.map(({ value }) => value), wanted)
  const byLabel = all.filter(({ label }) => plainName(label).includes(plainName(wanted))).map(({ value }) => value)
  const labels = new Map(all.map(({ value, label }) => [value, label]))
  return [...new Set([...byValue, ...byLabel])].slice(0, limit).map((value) => ({
    value: [...chosen, value].join(','),
    label: [...chosen, labels.get(value) ?? value].join(', '),
  }))
}

/** `wanted` is the last name, which may be the beginning of a title up to a comma inside of it. */
function splitAtLast(course: Course, typed: string): { readonly chosen: readonly string[]; readonly wanted: string } {
  const ended = /,\s*$/u.test(typed.slice(-100))
  const names = [...readTopicNames(typed, course), ...(ended ? [{ typed: '', topic: undefined }] : [])]
  const last = Math.max(0, names.length - 1)
  const rest = (from: number) => names.slice(from).map((name) => name.typed).join(',')
  const titles = course.topics.map(({ title }) => plainName(title))
  const begins = (at: number) => names[at]?.topic === undefined && titles.some((title) => title.includes(plainName(rest(at))))
  let from = last
  for (const least = Math.max(0, last + 1 - mostParts(course)); from > least && begins(from - 1); ) from--
  return { chosen: names.slice(0, from).map((name) => name.topic?.id ?? name.typed), wanted: rest(from) }
}
