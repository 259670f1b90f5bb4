// A town of a million people in ten thousand workspaces. It is a function: who and what there is follows from a number, in TypeScript as in
// SQL, and nobody is kept as an object.
import { groupId, personId, placeId } from '../../../src/platforms/slack/ids.ts'

export type Town = {
  readonly groups: number
  readonly places: number
  readonly people: number
  /** The first workspace is large, and all of its people are in its first channel. */
  readonly large: number
}

export const placesEach = 3
/** Days on which everybody answered. */
export const history = 3

export function townOf(share: number): Town {
  const groups = Math.max(4, Math.round(10_000 * share))
  const people = Math.max(100, Math.round(1_000_000 * share))
  return { groups, places: groups * placesEach, people, large: Math.round(people / 100) }
}

/** From 1. */
export function homeOf({ groups, large }: Town, person: number): { readonly group: number; readonly place: number } {
  if (person <= large) return { group: 1, place: 1 }
  const group = 2 + ((person - large - 1) % (groups - 1))
  return { group, place: (group - 1) * placesEach + 1 + (person % placesEach) }
}

/** The same for a column of SQL. */
export const homeInSql = ({ groups, large }: Town, person: string): { readonly group: string; readonly place: string } => {
  const group = `CASE WHEN ${person} <= ${large} THEN 1 ELSE 2 + (${person} - ${large} - 1) % ${groups - 1} END`
  return { group, place: `CASE WHEN ${person} <= ${large} THEN 1 ELSE (${group} - 1) * ${placesEach} + 1 + ${person} % ${placesEach} END` }
}

const padded = (number: number) => String(number).padStart(8, '0')
export const teamName = (group: number) => `T${padded(group)}`
export const channelName = (place: number) => `C${padded(place)}`
export const userName = (person: number) => `U${padded(person)}`
const groupOf = (place: number) => Math.floor((place - 1) / placesEach) + 1

export const groupName = (group: number) => groupId(teamName(group))
export const placeName = (place: number) => placeId(teamName(groupOf(place)), channelName(place))
export const personName = (town: Town, person: number) => personId(teamName(homeOf(town, person).group), userName(person))

const paddedInSql = (column: string) => `lpad(CAST(${column} AS text), 8, '0')`
export const namesInSql = {
  group: (group: string) => `'slack:T' || ${paddedInSql(group)}`,
  place: (group: string, place: string) => `'slack:T' || ${paddedInSql(group)} || '/C' || ${paddedInSql(place)}`,
  person: (group: string, person: string) => `'slack:T' || ${paddedInSql(group)} || '/U' || ${paddedInSql(person)}`,
}
