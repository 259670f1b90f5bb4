// The part for boards.
import { noScore, ranks, type Period, type Scope, type Score } from '../../core/board.ts'
import { inOrder } from '../../core/board-order.ts'
import type { DateRange } from '../../core/date-range.ts'
import { isShown, shownFrom, shownName, shownPerson } from '../../core/person.ts'
import type { PlaceId } from '../../core/quiz.ts'
import { noStreak } from '../../core/streak.ts'
import type { LocalDate } from '../../core/time.ts'
import type { Board, BoardQuery, BoardRow, Boards, Progress } from '../boards.ts'
import type { Jobs } from '../jobs.ts'
import type { PersonSeen } from '../people.ts'
import { standingIn } from './calendar.ts'
import { accountIdOf } from './one-user.ts'
import type { StoredPerson } from '../tables/people.ts'
import { sharedStreak } from './shared-streaks.ts'
import type { LeftOut, Standing } from '../tables/standings.ts'
import type { Seat } from '../tables/shared-scores.ts'
import type { Tables } from '../tables/tables.ts'
import { unitedForOthers, unitedStreak, type United } from './united-streak.ts'

export function openBoards({ read }: Jobs, tables: Tables): Boards {
  return {
    board: (query) => read(() => board(tables, query)),
    progress: (person, place, day) => read(() => progress(tables, person, place, day)),
  }
}

/** The channel or group whose board it is. `shared`: what stands for channels that share their question. */
type Owner = { readonly scope: Scope; readonly id: number; readonly shared: boolean }

function board(tables: Tables, query: BoardQuery): Board {
  const { scores, standings } = tables
  const owner = ownerOf(tables, query)
  const asker = askerOf(tables, { id: query.asker, account: query.account, group: query.group })
  const { hidden } = asker
  const own = owner === undefined ? undefined : seatOf(tables, owner, asker)
  if (owner?.shared === true && typeof query.span === 'object') return ofSharedSeason(tables, owner, { ...query, span: query.span }, own, hidden)
  const boardId = owner === undefined ? undefined : scores.boardId(owner.scope, owner.id, query.span, query.day, query.course)
  if (owner === undefined || boardId === undefined) return { ...empty, hidden }
  const ofAsker = { hidden, answered: (own === undefined ? undefined : scores.find(own.personId, boardId)?.answered) ?? 0 }
  if (query.by !== 'points') return { ...listed(tables, owner, query, [...standings.all(boardId, groupsOf(tables, owner, query)), ...present(tables, owner, boardId, query)], own), ...ofAsker }
  const leftOut = standings.leftOut(boardId, groupsOf(tables, owner, query))
  return {
    rows: page(tables, owner, boardId, query, own?.personId, leftOut),
    own: own === undefined ? null : ownRow(tables, owner, boardId, { id: query.asker, seat: own }, leftOut),
    people: standings.people(boardId, leftOut),
    ...ofAsker,
    leftOut: whoIsOut(leftOut, own),
    accuracy: null,
    ...common(tables, owner, own),
  }
}

const empty: Board = { rows: [], own: null, people: 0, hidden: false, answered: 0, leftOut: { any: false, asker: false }, accuracy: null }

/** A season is one channel's own, but people's points count in it wherever they answered. */
function ofSharedSeason(tables: Tables, owner: Owner, query: BoardQuery & { readonly span: DateRange }, own: Seat | undefined, hidden: boolean): Board {
  const all = tables.sharedScores.season(owner.id, query.span)
  if (all.length === 0) return { ...empty, hidden }
  const answered = all.find(({ personId }) => personId === own?.personId)?.answered ?? 0
  return { ...listed(tables, owner, query, all.filter(({ shown, answered: counting }) => shown && (counting > 0 || query.by === 'days')), own), hidden, answered }
}

const whoIsOut = (leftOut: readonly { readonly personId: number }[], asker: Seat | undefined): Board['leftOut'] => ({
  any: leftOut.length > 0,
  asker: leftOut.some(({ personId }) => personId === asker?.personId),
})

const groupsOf = ({ groups, sharedChannels }: Tables, owner: Owner, { group }: BoardQuery): readonly number[] => (owner.shared ? sharedChannels.groups(owner.id) : [groups.find(group) ?? 0])

const common = ({ sharedChannels }: Tables, { id, shared }: Owner, asker: Seat | undefined): Pick<Board, 'channels' | 'mixed'> =>
  shared ? { channels: sharedChannels.channels(id).length, ...mixed(asker) } : {}

const mixed = (seat: Seat | undefined): Pick<Board, 'mixed'> => (seat?.mixed === true ? { mixed: true } : {})

/** Who answered only questions that don't count is on boards by days. */
function present(tables: Tables, owner: Owner, boardId: number, query: BoardQuery): ReturnType<Tables['standings']['present']> {
  if (query.by !== 'days') return []
  return tables.standings.present(boardId, groupsOf(tables, owner, query)).filter(({ accountId, isShown: shown }) => (owner.shared ? tables.sharedScores.seat(owner.id, accountId)?.shown === true : shown))
}

/** A board that no index has in this order is made from all of its scores. */
function listed(tables: Tables, owner: Owner, query: BoardQuery, scores: readonly (Score & { readonly personId: number; readonly aliased: boolean })[], seat: Seat | undefined): Omit<Board, 'hidden' | 'answered'> {
  const { standings } = tables
  const all = inOrder(query.by, scores)
  const rowOf = ({ personId, rank, points, answered, right, days }: (typeof all.rows)[number]): BoardRow => {
    const { accountId, group, person } = standings.person(personId)
    return { rank, points, answered, right, days, person: personShown(owner, query, seat?.personId, { personId, group, person }), streak: streakOf(tables, { personId, accountId }, owner) }
  }
  const own = seat?.shown === true ? all.rows.find(({ personId }) => personId === seat.personId) : undefined
  const { average, tooFew, leftOut } = all
  return {
    rows: tables.each(() => all.rows.slice(query.page * query.size, (query.page + 1) * query.size), rowOf),
    own: own === undefined ? null : rowOf(own),
    people: all.rows.length,
    leftOut: whoIsOut(leftOut, seat),
    accuracy: query.by === 'accuracy' ? { average, tooFew } : null,
    ...common(tables, owner, seat),
  }
}

function page(tables: Tables, owner: Owner, boardId: number, query: BoardQuery, own: number | undefined, leftOut: LeftOut): readonly BoardRow[] {
  const { standings } = tables
  const first = query.page * query.size
  const rows = standings.page(boardId, first, query.size, leftOut)
  const points = rows.map(({ score }) => score.points)
  const firstRank = first === 0 || points[0] === undefined ? 1 : standings.rankOf(boardId, points[0], leftOut)
  const rankOf = ranks(points, first, firstRank)
  return tables.each(() => [...rows.entries()], ([index, { personId, accountId, person, group, score }]) => ({
    ...score,
    rank: rankOf[index] ?? firstRank,
    // The asker is to find their own row by their id.
    person: personShown(owner, query, own, { personId, group, person }),
    streak: streakOf(tables, { personId, accountId }, owner),
  }))
}

/** @param own as whom the asker stands there */
function personShown({ shared }: Owner, query: BoardQuery, own: number | undefined, { personId, group, person }: Pick<Standing, 'personId' | 'group' | 'person'>): BoardRow['person'] {
  return personId === own ? { id: query.asker, name: shownName(person) } : shownFrom(!shared || group === query.group, shownPerson(person))
}

/** `stored`: undefined of somebody who isn't known in the group. By their account they may be, in another one that shares the board. */
type Asker = { readonly stored: StoredPerson | undefined; readonly accountId: number | undefined; readonly hidden: boolean }

function askerOf(tables: Tables, seen: Pick<PersonSeen, 'id' | 'account' | 'group'>): Asker {
  const stored = tables.people.find(seen.group, seen.id)
  const accountId = accountIdOf(tables, seen)
  return { stored, accountId, hidden: stored?.hidden ?? (accountId !== undefined && tables.people.isHiddenByLink(accountId)) }
}

/** As whom somebody stands on the board. */
function seatOf({ sharedScores }: Tables, { id, shared }: Owner, { stored, accountId }: Asker): Seat | undefined {
  if (shared) return accountId === undefined ? undefined : sharedScores.seat(id, accountId)
  return stored === undefined ? undefined : { personId: stored.id, shown: isShown(stored), mixed: false }
}

function ownRow(tables: Tables, owner: Owner, boardId: number, { id, seat }: { readonly id: BoardQuery['asker']; readonly seat: Seat }, leftOut: LeftOut): BoardRow | null {
  const score = seat.shown && !whoIsOut(leftOut, seat).asker ? tables.scores.find(seat.personId, boardId) : undefined
  if (score === undefined) return null
  const rank = tables.standings.rankOf(boardId, score.points, leftOut)
  const { accountId, person } = tables.standings.person(seat.personId)
  return { ...score, rank, person: { id, name: shownName(person) }, streak: streakOf(tables, { personId: seat.personId, accountId }, owner) }
}

/** Undefined also for a channel of another group. */
function ownerOf({ groups, places, sharedChannels }: Tables, { scope, group, place }: Pick<BoardQuery, 'scope' | 'group' | 'place'>): Owner | undefined {
  const groupId = groups.find(group)
  const id = scope === 'group' ? groupId : places.findIn(place, groupId)
  const sharedId = scope === 'group' || id === undefined ? undefined : sharedChannels.of(id)
  return id === undefined ? undefined : { scope, id: sharedId ?? id, shared: sharedId !== undefined }
}

/** In a group, the best of the person's channels. */
function streakOf(tables: Tables, { personId, accountId }: { readonly personId: number; readonly accountId: number }, owner: Owner): number {
  const { members } = tables
  const united = unitedForOthers(tables, personId)
  if (united !== undefined) return united.now.current
  if (owner.shared) return sharedStreak(tables, owner.id, accountId).now.current
  if (owner.scope === 'place') return standingIn(tables, personId, owner.id, members.streak(personId, owner.id)).current
  return Math.max(0, ...members.streaks(personId).map(({ placeId, streak }) => standingIn(tables, personId, placeId, streak).current))
}

function streakIn(tables: Tables, person: StoredPerson | undefined, placeId: number | undefined, owner: Owner | undefined): United {
  if (person === undefined || placeId === undefined) return { after: noStreak, now: noStreak }
  if (owner?.shared === true) return sharedStreak(tables, owner.id, person.accountId)
  const after = tables.members.streak(person.id, placeId)
  return { after, now: standingIn(tables, person.id, placeId, after) }
}

function progress(tables: Tables, seen: PersonSeen, place: PlaceId, day: LocalDate): Progress {
  const { places, scores } = tables
  const asker = askerOf(tables, seen)
  const { stored: person, accountId } = asker
  const placeId = places.find(place)
  const owner = placeId === undefined ? undefined : ownerOf(tables, { scope: 'place', group: seen.group, place })
  const seat = owner === undefined ? undefined : seatOf(tables, owner, asker)
  const { after, now } = (accountId === undefined ? undefined : unitedStreak(tables, accountId)) ?? streakIn(tables, person, placeId, owner)
  const { own, people: onBoard } = board(tables, { group: seen.group, place, scope: 'place', span: 'all', by: 'points', day, page: 0, size: 0, asker: seen.id, account: seen.account })

  function score(period: Period): Score {
    const boardId = owner === undefined ? undefined : scores.boardId('place', owner.id, period, day)
    return (seat === undefined || boardId === undefined ? undefined : scores.find(seat.personId, boardId)) ?? noScore
  }

  return {
    scores: { week: score('week'), month: score('month'), all: score('all') },
    streak: { ...now, current: after.current, alive: now.current },
    rank: own?.rank ?? null,
    people: onBoard,
    hidden: asker.hidden,
    ...mixed(seat),
    voided: person === undefined || placeId === undefined ? 0 : tables.members.voidedAnswers(person.id, placeId),
  }
}
