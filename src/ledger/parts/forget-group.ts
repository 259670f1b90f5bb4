// Forgets a group part by part: its people, those who only studied alone there, its channels, and at last the group itself.
import type { GroupId } from '../../core/quiz.ts'
import type { GroupSize } from '../forgetting.ts'
import type { PersonSeen } from '../people.ts'
import type { Statements } from '../tables/statements.ts'
import { settleLearner } from './settle-learner.ts'
import { leaveTogether } from './share-members.ts'
import { openGroupTraces } from '../tables/group-traces.ts'
import type { Tables } from '../tables/tables.ts'

export const sizeOf = (db: Statements, group: GroupId): GroupSize => openGroupTraces(db).size(group)

/** In one transaction, so that people who press meanwhile hardly wait. */
const peopleAtOnce = 20

/** @returns whether there is more */
export function forgetSome(db: Statements, tables: Tables, forgetPerson: (person: PersonSeen) => void, group: GroupId): boolean {
  const groupTraces = openGroupTraces(db)
  const groupId = tables.groups.find(group)
  if (groupId !== undefined) groupTraces.pause(groupId)
  const people = groupId === undefined ? [] : groupTraces.people(groupId, peopleAtOnce)
  for (const { id, name } of people) forgetPerson({ id, name, group })
  if (people.length > 0) return true
  const accounts = groupTraces.accounts(group, peopleAtOnce)
  for (const id of accounts) forgetAccount(tables, id)
  if (accounts.length > 0) return true
  const placeId = groupId === undefined ? undefined : groupTraces.place(groupId)
  if (placeId === undefined) {
    groupTraces.forgetGroup(groupId, group)
    return false
  }
  leaveTogether(tables, placeId)
  groupTraces.forgetPlace(placeId)
  tables.askedNow.changed()
  return true
}

/** Their other accounts go on without it. */
function forgetAccount(tables: Tables, id: number): void {
  const { accounts, memories, traces } = tables
  const { learnerId } = accounts.byId(id)
  const isShared = accounts.ofLearner(learnerId).length > 1
  if (isShared) accounts.setApart([id])
  traces.forgetAccounts([id])
  if (!isShared) return
  memories.forget(learnerId)
  settleLearner(tables, learnerId)
}
