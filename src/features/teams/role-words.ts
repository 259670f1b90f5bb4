// What a role is called: on Slack it's a user group, and in a terminal there is none.
import type { GroupId } from '../../core/quiz.ts'
import { command, type Text } from '../../screens/text.ts'

const nameOf = (group: GroupId): string => (group.startsWith('slack:') ? 'user group' : 'role')

/** How people are named: a terminal has no list to choose from. @param where such as “after its name” */
export function howToName(group: GroupId, where = ''): string {
  const after = where === '' ? '' : ` ${where}`
  return group.startsWith('terminal:') ? `Write @ and a name${after}, or # and a channel.` : `Type @${after} and choose people or a ${nameOf(group)}, or # and a channel.`
}

/** After “who”: `has that role`. */
export function hasRole(group: GroupId, roles: number): string {
  const those = roles === 1 ? `that ${nameOf(group)}` : `one of those ${nameOf(group)}s`
  return group.startsWith('slack:') ? `is in ${those}` : `has ${those}`
}

/** After what was added, where somebody was named by a role. */
export function laterLine(group: GroupId, roles: number): string {
  if (roles === 0) return ''
  const [those, one] = roles === 1 ? [`that ${nameOf(group)}`, 'it'] : [`those ${nameOf(group)}s`, 'one']
  const later = `${group.startsWith('slack:') ? 'join' : 'get'} ${one} later`
  return ` From ${those}, I added the people who’ve answered here and are shown by name. People who ${later} aren’t added. To add them, use the same command again.`
}

/** So many are named in a line: the whole team is listed below it. */
const mostNamed = 3

/** Who is in the team all the same: because they were named, or had a role before. They stay, so a manager hears of them. */
export function othersLine(group: GroupId, roles: number, team: string, names: readonly string[]): Text {
  if (names.length === 0) return []
  const those = roles === 1 ? `that ${nameOf(group)}` : `any of those ${nameOf(group)}s`
  const more = names.length - mostNamed
  const who = new Intl.ListFormat('en-US').format([...names.slice(0, mostNamed), ...(more > 0 ? [`${more} more`] : [])])
  return [` In ${team}, but ${group.startsWith('slack:') ? 'not in' : 'without'} ${those}: ${who}. To remove people: `, command(`teams remove ${team} @ada`)]
}
