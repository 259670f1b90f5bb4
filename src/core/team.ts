// Teams: people of a channel who collect points together. A team's figure is an average, drawn toward that of everyone, so that neither
// many nor few people are an advantage.
import { aliasKey, readAlias, type AliasProblem } from './alias.ts'
import { ranks, type Span } from './board.ts'
import { isIn, type DateRange } from './date-range.ts'
import { whyNotManage, type Asker, type PersonId, type Quiz, type WhyNotManage } from './quiz.ts'
import type { Weekday } from './schedule.ts'
import { addDays, type LocalDate } from './time.ts'
import { lastDayOf, weekOf } from './weekly.ts'

export type Team = { readonly name: string; readonly people: readonly PersonId[] }

/** Who of some people has a role, or is in a user group. `reason`: why the platform can't tell, as a sentence that says what to do. */
export type RoleHolders = { readonly kind: 'known'; readonly people: readonly PersonId[] } | { readonly kind: 'cannot-tell'; readonly reason: string }

/** In one channel. They fit one screen of a phone. */
export const mostTeams = 10
/** In all teams of a channel together. */
export const mostInTeams = 500

/** Fewer would show what one of them earned. */
export const smallestTeam = 3

/** The average of everyone counts like so many more members. */
export const averageWeight = 5

export type TeamRefusal =
  | WhyNotManage
  | { readonly kind: 'too-many' }
  | { readonly kind: 'too-many-people' }
  | { readonly kind: 'not-found'; readonly name: string }
  | { readonly kind: 'name-taken'; readonly name: string }
  | { readonly kind: 'already-so'; readonly name: string }

/** `changed`: as the team is then, or was before it was deleted. `people`: how many joined or left it. `moved`: how many of them were in another team. */
export type TeamChange = { readonly teams: readonly Team[]; readonly changed: Team; readonly people: number; readonly moved: number }
export type TeamOutcome = TeamChange | { readonly refusal: TeamRefusal }

/** What a change starts from. */
export type TeamsBefore = { readonly teams: readonly Team[]; readonly quiz: Quiz | undefined; readonly asker: Asker }

/** The name as it is kept, or why the text can't be one. */
export function readTeamName(text: string): { readonly name: string } | { readonly problem: AliasProblem } {
  const read = readAlias(text)
  return 'problem' in read ? read : { name: read.alias }
}

/** Two names with the same key look the same. */
export const teamKey = aliasKey

export const teamNamed = (teams: readonly Team[], name: string): Team | undefined => teams.find((each) => teamKey(each.name) === teamKey(name))

export const teamOf = (teams: readonly Team[], person: PersonId): Team | undefined => teams.find(({ people }) => people.includes(person))

/** Adds people to a team, which begins with them if there is none of that name. Whoever is in another team leaves that one. */
export function addToTeam(before: TeamsBefore, name: string, joining: readonly PersonId[]): TeamOutcome {
  const { teams } = before
  const known = teamNamed(teams, name)
  const added = [...new Set(joining)].filter((person) => known?.people.includes(person) !== true)
  const moved = added.filter((person) => teamOf(teams, person) !== undefined).length
  const no = whyNotManage(before.quiz, before.asker) ?? roomFor(teams, known, added.length - moved)
  if (no !== undefined) return { refusal: no }
  if (added.length === 0) return { refusal: { kind: 'already-so', name: known?.name ?? name } }
  const changed = { name: known?.name ?? name, people: [...(known?.people ?? []), ...added] }
  const others = teams.map((team) => (team === known ? changed : without(team, added)))
  return { teams: known === undefined ? [...others, changed] : others, changed, people: added.length, moved }
}

function roomFor(teams: readonly Team[], known: Team | undefined, more: number): TeamRefusal | undefined {
  if (known === undefined && teams.length >= mostTeams) return { kind: 'too-many' }
  return teams.reduce((sum, { people }) => sum + people.length, more) > mostInTeams ? { kind: 'too-many-people' } : undefined
}

const without = (team: Team, leaving: readonly PersonId[]): Team => ({ ...team, people: team.people.filter((person) => !leaving.includes(person)) })

/** A team that loses its last member stays. */
export function removeFromTeam(before: TeamsBefore, name: string, leaving: readonly PersonId[]): TeamOutcome {
  return changeTeam(before, name, (known) => {
    const changed = without(known, leaving)
    const people = known.people.length - changed.people.length
    return people === 0 ? { refusal: { kind: 'already-so', name: known.name } } : { teams: before.teams.map((team) => (team === known ? changed : team)), changed, people, moved: 0 }
  })
}

export function renameTeam(before: TeamsBefore, name: string, to: string): TeamOutcome {
  return changeTeam(before, name, (known) => {
    const other = teamNamed(before.teams, to)
    if (other !== undefined && other !== known) return { refusal: { kind: 'name-taken', name: other.name } }
    if (known.name === to) return { refusal: { kind: 'already-so', name: to } }
    const changed = { ...known, name: to }
    return { teams: before.teams.map((team) => (team === known ? changed : team)), changed, people: 0, moved: 0 }
  })
}

/** Its people keep their points. */
export function deleteTeam(before: TeamsBefore, name: string): TeamOutcome {
  return changeTeam(before, name, (known) => ({ teams: before.teams.filter((team) => team !== known), changed: known, people: known.people.length, moved: 0 }))
}

function changeTeam(before: TeamsBefore, name: string, change: (known: Team) => TeamOutcome): TeamOutcome {
  const no = whyNotManage(before.quiz, before.asker)
  if (no !== undefined) return { refusal: no }
  const known = teamNamed(before.teams, name)
  return known === undefined ? { refusal: { kind: 'not-found', name } } : change(known)
}

/** The teams of two channels that become one: teams of one name are one, and who is in two stays in that of the first channel. */
export function mergedTeams(own: readonly Team[], others: readonly Team[]): readonly Team[] {
  const taken = new Set(own.flatMap(({ people }) => people))
  const free = others.map(({ name, people }) => ({ name, people: people.filter((person) => !taken.has(person)) }))
  const joined = own.map((team) => ({ ...team, people: [...team.people, ...(teamNamed(free, team.name)?.people ?? [])] }))
  return [...joined, ...free.filter(({ name }) => teamNamed(own, name) === undefined)].slice(0, mostTeams)
}

/** The dates of a board; null: all there are. */
export function datesOf(span: Span, day: LocalDate): DateRange | null {
  if (typeof span === 'object') return span
  switch (span) {
    case 'week':
      return { from: weekOf(day), to: lastDayOf(weekOf(day)) }
    case 'month': {
      const first = Temporal.PlainDate.from(day).with({ day: 1 })
      return { from: String(first), to: String(first.with({ day: first.daysInMonth })) }
    }
    case 'all':
      return null
  }
}

/** Whether somebody is away on each of these dates that has one of the weekdays: then they are no member of their team for so long. */
export function isAwayThroughout(away: readonly DateRange[], dates: DateRange | null, weekdays: readonly Weekday[]): boolean {
  if (dates === null || away.length === 0) return false
  let some = false
  for (let date = dates.from; date <= dates.to; date = addDays(date, 1)) {
    if (!weekdays.includes(Temporal.PlainDate.from(date).dayOfWeek as Weekday)) continue
    if (!isIn(away, date)) return false
    some = true
  }
  return some
}

/** Somebody who is shown by their name, and their points on the board. */
export type Earned = { readonly person: PersonId; readonly points: number }

export type TeamRow = { readonly rank: number; readonly name: string; readonly members: number; readonly average: number }

/** `average`: of everyone who counts, in a team or not; null if that is nobody. `small`: how many teams have too few members to be shown. */
export type TeamBoard = { readonly rows: readonly TeamRow[]; readonly average: number | null; readonly small: number }

/** Two decimals, as everybody reads it: teams with the same figure share a rank. */
const rounded = (figure: number): number => Math.round(figure * 100) / 100

/** The best first. People who don't count are in no figure: with them in a total, the others' points would give theirs away. */
export function teamBoard(teams: readonly Team[], counting: readonly Earned[]): TeamBoard {
  const points = new Map(counting.map(({ person, points: own }) => [person, own]))
  if (counting.length === 0) return { rows: [], average: null, small: teams.length }
  const average = sum(counting.map(({ points: own }) => own)) / counting.length
  const figures = teams.flatMap(({ name, people }) => {
    const own = people.flatMap((person) => points.get(person) ?? [])
    return own.length < smallestTeam ? [] : [{ name, members: own.length, average: rounded((sum(own) + averageWeight * average) / (own.length + averageWeight)) }]
  })
  const inOrder = figures.toSorted((one, other) => other.average - one.average || (one.name < other.name ? -1 : 1))
  const rankOf = ranks(inOrder.map((each) => each.average), 0, 1)
  return { rows: inOrder.map((each, at) => ({ rank: rankOf[at] ?? 1, ...each })), average: rounded(average), small: teams.length - figures.length }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
