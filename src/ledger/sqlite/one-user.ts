// What belongs to the user of a platform: their account, and the groups in which they are named.
import type { GroupId, PersonId } from '../../core/quiz.ts'
import type { PersonSeen } from '../people.ts'
import { accountOf } from './tables/people.ts'
import type { Tables } from './tables/tables.ts'

/** Somebody who only studied alone is in no group. */
export function accountIdOf({ people, accounts }: Pick<Tables, 'people' | 'accounts'>, person: PersonSeen): number | undefined {
  return people.find(person.group, person.id)?.accountId ?? accounts.find(accountOf(person))?.id
}

/** Somebody's id in another group, as theirs here reads with that group in front; undefined for an id without its group. */
export function nameIn(group: GroupId, person: PersonSeen): PersonId | undefined {
  return person.id.startsWith(person.group) ? group + person.id.slice(person.group.length) : undefined
}

/** Groups in which they manage a quiz or took days off, or corrected a question, also where they never answered. */
export const groupsNaming = ({ traces }: Pick<Tables, 'traces'>, person: PersonSeen): readonly GroupId[] => traces.groupsNaming((group) => nameIn(group, person))
