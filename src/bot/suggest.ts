// Completions for what somebody is typing.
import type { CompletedKind } from '../commands/commands.ts'
import type { Course } from '../course/course.ts'
import type { Desk } from '../features/services.ts'
import type { Suggestion } from '../platforms/platform.ts'
import { mostParts, plainName, readTopicNames } from '../course/topic-names.ts'

/** `topics` completes the last of several that stand with commas between; people know them by their titles. */
export function suggest(desk: Desk, option: CompletedKind, typed: string, limit: number): readonly Suggestion[] {
  switch (option) {
    case 'words':
      return desk.lookup.suggest(typed, limit).map(asItIs)
    case 'table':
      return matching(desk.course.tables.map(({ title }) => title), typed.trim(), limit).map(asItIs)
    case 'topics':
      return suggestTopics(desk.course, typed, limit)
    case 'zone':
      return matching(['UTC', ...Intl.supportedValuesOf('timeZone')], typed.trim().replaceAll(' ', '_'), limit).map(asItIs)
  }
}

const asItIs = (value: string): Suggestion => ({ value, label: value })

const allTopics: Suggestion = { value: 'all', label: 'All topics' }

/** What is chosen already stays, by its ids: titles would leave no room for the one that is offered. */
function suggestTopics(course: Course, typed: string, limit: number): readonly Suggestion[] {
  const { chosen, wanted } = splitAtLast(course, typed)
  const left = course.topics.filter(({ id }) => !chosen.includes(id)).map(({ id, title }) => ({ value: id, label: title }))
  const all = chosen.length === 0 ? [allTopics, ...left] : left
  const byValue = matching(all.map(({ value }) => value), wanted, all.length)
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

/** Those that begin with what is typed, then those that hold it. */
function matching(names: readonly string[], typed: string, limit: number): string[] {
  const wanted = typed.toLowerCase()
  const rank = (name: string) => (name.toLowerCase().startsWith(wanted) ? 0 : name.toLowerCase().includes(wanted) ? 1 : 2)
  return names.filter((name) => rank(name) < 2).sort((a, b) => rank(a) - rank(b)).slice(0, limit)
}
