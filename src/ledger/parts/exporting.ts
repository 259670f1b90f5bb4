// The part that gives somebody everything that is kept of them.
import { howShown } from '../../core/person.ts'
import type { Dossier, Exporting, InGroup } from '../exporting.ts'
import type { Jobs } from '../jobs.ts'
import type { PersonSeen } from '../people.ts'
import { accountIdOf, groupsNaming } from './one-user.ts'
import type { OwnPerson } from '../tables/dossiers.ts'
import type { Tables } from '../tables/tables.ts'

export function openExporting({ read }: Jobs, tables: Tables): Exporting {
  return { of: (person) => read(() => dossierOf(tables, person)) }
}

function dossierOf(tables: Tables, person: PersonSeen): Dossier | undefined {
  const { dossiers } = tables
  const accountId = accountIdOf(tables, person)
  const learnerId = accountId === undefined ? undefined : dossiers.learnerOf(accountId)
  const people = learnerId === undefined ? [] : dossiers.people(learnerId)
  const groups = [...people.map((each) => inGroup(tables, each)), ...onlyNamed(tables, person, people)]
  if (learnerId === undefined && groups.length === 0) return undefined
  return { groups, ...(learnerId === undefined ? { accounts: [], courses: [], chosenCourse: null, studied: [], memories: [], setAside: [], ticks: [], sessions: [], reminders: [], reports: [], links: [], linkCodes: [], wrongCodes: [] } : dossiers.ofLearner(learnerId)) }
}

function inGroup({ dossiers }: Tables, { id, group, person, name, alias, hidden, gone }: OwnPerson): InGroup {
  const shown = howShown({ hidden: hidden === 1, alias })
  return { group, person, name, shown: shown.as, alias, left: gone === 1, ...dossiers.namedIn(group, person), away: dossiers.away(id), closeReminders: dossiers.closeReminders(id), channels: dossiers.channels(id), scores: dossiers.scores(id), answers: dossiers.answers(id) }
}

/** Groups in which the user manages something, took days off, corrected, added or shared a question, or is in a team, and has no other trace. */
function onlyNamed(tables: Tables, person: PersonSeen, people: readonly OwnPerson[]): readonly InGroup[] {
  const known = new Set(people.map(({ group }) => group))
  return groupsNaming(tables, person).filter(({ group }) => !known.has(group)).map(({ group, id }) => ({ group, person: id, name: null, shown: 'name', alias: null, left: false, ...tables.dossiers.namedIn(group, id), away: [], closeReminders: [], channels: [], scores: [], answers: [] }))
}
