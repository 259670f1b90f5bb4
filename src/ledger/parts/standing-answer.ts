// Where somebody's answer to a question stands: each human being has one, by whichever account and in whichever of the channels that share it.
import type { PersonSeen } from '../people.ts'
import { accountOf, type StoredPerson } from '../tables/people.ts'
import type { StoredRound } from '../tables/round-row.ts'
import type { Tables } from '../tables/tables.ts'

type Key = Pick<PersonSeen, 'id' | 'group' | 'account'>
type Needs = Pick<Tables, 'people' | 'accounts' | 'answers' | 'links' | 'occurrences' | 'rounds'>

/** `person`: as whom they answer, or have answered; undefined if nobody knows them there. `isOwn`: as themselves, and not by a linked account. */
export type Standing = { readonly stored: StoredRound; readonly person: StoredPerson | undefined; readonly isOwn: boolean }

/** The round whose answer counts if there is one, or else the given one. */
export function standingAnswer(tables: Needs, stored: StoredRound, key: Key): Standing {
  const { people, accounts, occurrences, rounds } = tables
  const own = people.find(key.group, key.id)
  if (stored.sharedId === null) {
    const linked = linkedAnswer(tables, stored, own, key)
    return { stored, person: linked ?? own, isOwn: linked === undefined }
  }
  const account = own === undefined ? accounts.find(accountOf(key)) : accounts.byId(own.accountId)
  const found = account === undefined ? undefined : occurrences.answerOf(stored, account.learnerId)
  const person = found === undefined ? undefined : people.find(found.group, found.person)
  const there = found === undefined || found.roundId === stored.id ? stored : rounds.byId(found.roundId)
  return person === undefined || there === undefined ? { stored, person: own, isOwn: true } : { stored: there, person, isOwn: person.id === own?.id }
}

/** Whoever of the same learner answered this round: a question has one answer of theirs, by whichever account. */
function linkedAnswer({ links, accounts, people, answers }: Needs, { id, round }: StoredRound, own: StoredPerson | undefined, key: Key): StoredPerson | undefined {
  const accountId = links.isAny() ? (own?.accountId ?? accounts.find(accountOf(key))?.id) : undefined
  const others = accountId === undefined ? [] : links.accountsWith(accountId).filter((each) => each !== accountId)
  const found = others.flatMap((each) => people.inGroup(each, round.group) ?? []).find((each) => answers.find(id, each.id) !== undefined)
  return found !== undefined && (own === undefined || answers.find(id, own.id) === undefined) ? found : undefined
}
