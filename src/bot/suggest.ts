// Completions for what somebody is typing.
import type { CompletedKind } from '../commands/commands.ts'
import type { Desk } from './desk.ts'

/** `topics` completes the last of several that stand with commas between; people know them by their titles as well. */
export function suggest(desk: Desk, option: CompletedKind, typed: string, limit: number): readonly string[] {
  switch (option) {
    case 'words':
      return desk.lookup.suggest(typed, limit)
    case 'table':
      return matching(desk.course.tables.map(({ title }) => title), typed.trim(), limit)
    case 'topics': {
      const before = typed.includes(',') ? `${typed.slice(0, typed.lastIndexOf(',') + 1)}` : ''
      const wanted = typed.slice(before.length).trim()
      const ids = matching(['all', ...desk.course.topics.map(({ id }) => id)], wanted, limit)
      const titled = desk.course.topics.filter(({ title }) => title.toLowerCase().includes(wanted.toLowerCase())).map(({ id }) => id)
      return [...new Set([...ids, ...titled])].slice(0, limit).map((id) => `${before}${id}`)
    }
    case 'zone':
      return matching(['UTC', ...Intl.supportedValuesOf('timeZone')], typed.trim().replaceAll(' ', '_'), limit)
  }
}

/** Those that begin with what is typed, then those that hold it. */
function matching(names: readonly string[], typed: string, limit: number): string[] {
  const wanted = typed.toLowerCase()
  const rank = (name: string) => (name.toLowerCase().startsWith(wanted) ? 0 : name.toLowerCase().includes(wanted) ? 1 : 2)
  return names.filter((name) => rank(name) < 2).sort((a, b) => rank(a) - rank(b)).slice(0, limit)
}
