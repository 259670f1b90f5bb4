// The part for links: loads what is known, lets the rules decide, and joins learners or sets them apart, in one transaction.
import { randomBytes, randomInt } from 'node:crypto'
import { codeLife, makeCode, triesWithin } from '../../core/code.ts'
import { judgeCode, type LinkId } from '../../core/link.ts'
import { shownName } from '../../core/person.ts'
import type { GroupId } from '../../core/quiz.ts'
import type { Instant } from '../../core/time.ts'
import type { Jobs } from '../jobs.ts'
import type { CodeFor, Link, Linked, Links, Seat, Side } from '../links.ts'
import type { PersonSeen } from '../people.ts'
import { accountIdOf, linksOf } from './one-user.ts'
import { settleLearner } from './settle-learner.ts'
import type { StoredAccount } from '../tables/accounts.ts'
import type { StoredCode, StoredLink, StoredSide } from '../tables/links.ts'
import { accountOf } from '../tables/people.ts'
import type { Tables } from '../tables/tables.ts'

export function openLinks({ read, write, peek }: Jobs, tables: Tables): Links {
  const { links } = tables
  return {
    offer(person, at) {
      const code = makeCode((below) => randomInt(below))
      return write(() => offer(tables, person, code, at))
    },
    look: (person, code, at) => write(() => tried(tables, look(tables, person, code, at), at).verdict),
    lookAgain: (person, code, at) => write(() => look(tables, person, code, at).verdict),
    confirm(person, code, at) {
      const id = randomBytes(8).toString('hex')
      return write(() => confirm(tables, person, code, id, at))
    },
    of: (person) => read(() => linksOf(tables, person).map((link) => asLink(tables, link))),
    unlink: (person, id, at) => write(() => unlink(tables, person, id, at)),
    untold: (now, limit) => read(() => links.untold(now, limit).map((link) => ({ ...asLink(tables, link), ended: link.endedAt }))),
    told: (id, again) => write(() => links.saveTell(id, again)),
    tidy: async (now) => {
      if (await peek(() => links.isUntidy(now, now - triesWithin))) await write(() => links.tidy(now, now - triesWithin))
    },
  }
}

/** Where people are somebody only outside of all groups, no group is kept. */
const sideOf = (accountId: number, { id, group, name, outside = false }: Seat) => ({ accountId, person: id, group: outside ? '' : group, name })

function offer({ accounts, links }: Tables, person: Seat, code: string, at: Instant): { readonly code: string; readonly endsAt: Instant } {
  const endsAt = at + codeLife
  links.saveCode(sideOf(accounts.findOrAdd(accountOf(person)).id, person), code, endsAt)
  return { code, endsAt }
}

type Looked = { readonly verdict: CodeFor; readonly taker: StoredAccount; readonly found: StoredCode | undefined }

function look(tables: Tables, person: Seat, code: string | undefined, at: Instant): Looked {
  const { accounts, links } = tables
  const taker = accounts.findOrAdd(accountOf(person))
  const found = code === undefined ? undefined : links.findCode(code)
  const giver = found === undefined ? undefined : accounts.byId(found.side.accountId)
  const parties = giver?.id === taker.id ? 'one account' : giver?.learnerId === taker.learnerId ? 'one learner' : 'two learners'
  const shared = found === undefined ? undefined : sharedGroup(tables, found.side, sideOf(taker.id, person))
  const verdict = judgeCode({ failures: links.failures(taker.id), offer: found, parties, shared }, at)
  if (verdict.kind !== 'may-link' && verdict.kind !== 'same-group') return { verdict, taker, found }
  if (found === undefined) throw new Error('a code that works belongs to somebody')
  const gave = asSide(tables, found.side)
  if (verdict.kind === 'same-group') return { verdict: { ...verdict, gave }, taker, found }
  const learners = [taker.learnerId, accounts.byId(found.side.accountId).learnerId]
  const hides = learners.some((learner) => tables.people.hidesAnywhere(learner))
  return { verdict: { ...verdict, gave, endsAt: found.endsAt, hides, mixed: !hides && tables.sharedScores.isMixed(learners, null), shownAs: hides ? null : nameJoined(tables, learners) }, taker, found }
}

function nameJoined({ sharedScores, standings }: Tables, learners: readonly number[]): string | null {
  const seat = sharedScores.joinedAs(learners)
  return seat === undefined ? null : shownName(standings.person(seat).person)
}

/** A code that doesn't work is a failure. */
function tried({ links }: Tables, looked: Looked, at: Instant): Looked {
  if (looked.verdict.kind === 'no-code') links.addFailure(looked.taker.id, at)
  return looked
}

/** A group in which both learners are somebody. */
function sharedGroup({ links, traces }: Tables, one: Omit<StoredSide, 'account'>, other: Omit<StoredSide, 'account'>): GroupId | undefined {
  const groupsOf = ({ accountId, group }: typeof one) => {
    const accounts = links.accountsWith(accountId)
    const known = (accounts.length === 0 ? [accountId] : accounts).flatMap((id) => traces.peopleOf(id).map((each) => each.group))
    return new Set(group === '' ? known : [group, ...known])
  }
  const theirs = groupsOf(other)
  return [...groupsOf(one)].find((group) => theirs.has(group))
}

/** @param id of the link */
function confirm(tables: Tables, person: Seat, code: string, id: LinkId, at: Instant): Linked | Exclude<CodeFor, { readonly kind: 'may-link' }> {
  const { accounts, links } = tables
  const { verdict, taker, found } = tried(tables, look(tables, person, code, at), at)
  if (verdict.kind !== 'may-link' || found === undefined) return verdict as Exclude<CodeFor, { readonly kind: 'may-link' }>
  links.useCode(code, at)
  links.add({ id, at, gave: found.side, took: sideOf(taker.id, person) })
  const { learnerId } = accounts.byId(found.side.accountId)
  accounts.unite(taker.learnerId, learnerId)
  const changed = settleHidden(tables, [learnerId])
  settleLearner(tables, learnerId)
  return { kind: 'linked', link: asLink(tables, links.find(id) as StoredLink), changed, mixed: verdict.mixed, shownAs: verdict.shownAs }
}

function unlink(tables: Tables, person: PersonSeen, id: LinkId, at: Instant): { readonly link: Link; readonly changed: boolean } | undefined {
  const { accounts, links, memories } = tables
  const own = linksOf(tables, person).find((each) => each.id === id)
  if (own === undefined) return undefined
  const link = asLink(tables, own)
  const byGiver = accountIdOf(tables, person) === own.gave.accountId
  links.remove(id, at, own.tellAt !== null && !byGiver)
  const left = links.reachableFrom(own.took.accountId)
  const { learnerId } = accounts.byId(own.gave.accountId)
  if (left.includes(own.gave.accountId)) return { link, changed: false }
  const apart = accounts.setApart(left)
  memories.forget(learnerId)
  const changed = settleHidden(tables, [learnerId, apart])
  for (const each of [learnerId, apart]) settleLearner(tables, each)
  return { link, changed }
}

/** Posts that may show somebody in another way are drawn again. */
function settleHidden({ people, traces }: Tables, learners: readonly number[]): boolean {
  const changed = learners.flatMap((learner) => people.settleHidden(learner))
  for (const person of changed) traces.drawAgain(person)
  return changed.length > 0
}

/** By the name that they have there now, or by the one that they had. */
function asSide({ people, accounts }: Tables, { accountId, account, person, group, name }: StoredSide): Side {
  const known = group === '' ? undefined : people.find(group, person)
  const hidden = known?.hidden ?? people.hidesAnywhere(accounts.byId(accountId).learnerId)
  return { account, hidden, name: name === '' ? null : (known?.name ?? name), group: group === '' ? null : group }
}

const asLink = (tables: Tables, { id, at, gave, took }: StoredLink): Link => ({ id, at, gave: asSide(tables, gave), took: asSide(tables, took) })
