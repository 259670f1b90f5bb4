// The part for boards, in SQLite.
import { noScore, ranks, type Period, type Scope, type Score } from '../../core/board.ts'
import { inOrder } from '../../core/board-order.ts'
import { isShown, shownName, shownPerson } from '../../core/person.ts'
import type { PlaceId } from '../../core/quiz.ts'
import { noStreak } from '../../core/streak.ts'
import type { LocalDate } from '../../core/time.ts'
import type { Board, BoardQuery, BoardRow, Boards, Progress } from '../boards.ts'
import type { PersonSeen } from '../people.ts'
import { standingIn } from './calendar.ts'
import type { CommitQueue } from './file/commit-queue.ts'
import { accountOf, type StoredPerson } from './tables/people.ts'
import type { Tables } from './tables/tables.ts'
import { unitedForOthers, unitedStreak } from './united-streak.ts'

export function openBoards({ read }: CommitQueue, tables: Tables): Boards {
  return {
    board: (query) => read(() => board(tables, query)),
    progress: (person, place, day) => read(() => progress(tables, person, place, day)),
  }
}

/** The channel or group whose board it is. */
type Owner = { readonly scope: Scope; readonly id: number }

function board(tables: Tables, query: BoardQuery): Board {
  const { people, scores, standings } = tables
  const owner = ownerOf(tables, query)
  const asker = people.find(query.group, query.asker)
  const hidden = asker?.hidden ?? false
  const boardId = owner === undefined ? undefined : scores.boardId(owner.scope, owner.id, query.span, query.day)
  if (owner === undefined || boardId === undefined) return { rows: [], own: null, people: 0, hidden, accuracy: null }
  if (query.by !== 'points') return inAnotherOrder(tables, owner, boardId, { ...query, by: query.by }, asker)
  return {
    rows: page(tables, owner, boardId, query),
    own: asker === undefined ? null : ownRow(tables, owner, boardId, { id: query.asker, stored: asker }),
    people: standings.people(boardId),
    hidden,
    accuracy: null,
  }
}

/** No index has this order, so it's made from all scores of the board. */
function inAnotherOrder(tables: Tables, owner: Owner, boardId: number, query: BoardQuery & { readonly by: Exclude<BoardQuery['by'], 'points'> }, asker: StoredPerson | undefined): Board {
  const { standings, groups, scores } = tables
  const all = inOrder(query.by, standings.all(boardId, groups.find(query.group) ?? 0))
  const rowOf = ({ personId, rank, points, answered, right, days }: (typeof all.rows)[number]): BoardRow => {
    const person = standings.person(personId)
    return { rank, points, answered, right, days, person: person.id === query.asker ? { id: person.id, name: shownName(person) } : shownPerson(person), streak: streakOf(tables, personId, owner) }
  }
  const own = asker === undefined || !isShown(asker) ? undefined : all.rows.find(({ personId }) => personId === asker.id)
  const { average, tooFew, withoutAliases } = all
  return {
    rows: all.rows.slice(query.page * query.size, (query.page + 1) * query.size).map(rowOf),
    own: own === undefined ? null : rowOf(own),
    people: all.rows.length,
    hidden: asker?.hidden ?? false,
    accuracy: query.by === 'accuracy' ? { average, tooFew, withoutAliases, own: (asker === undefined ? undefined : scores.find(asker.id, boardId)?.answered) ?? 0 } : null,
  }
}

function page(tables: Tables, owner: Owner, boardId: number, query: BoardQuery): readonly BoardRow[] {
  const { standings } = tables
  const first = query.page * query.size
  const rows = standings.page(boardId, first, query.size)
  const points = rows.map(({ score }) => score.points)
  const firstRank = first === 0 || points[0] === undefined ? 1 : standings.rankOf(boardId, points[0])
  const rankOf = ranks(points, first, firstRank)
  return rows.map(({ personId, person, score }, index) => ({
    ...score,
    rank: rankOf[index] ?? firstRank,
    // The asker is to find their own row by their id.
    person: person.id === query.asker ? { id: person.id, name: shownName(person) } : shownPerson(person),
    streak: streakOf(tables, personId, owner),
  }))
}

type Asker = { readonly id: BoardQuery['asker']; readonly stored: StoredPerson }

function ownRow(tables: Tables, owner: Owner, boardId: number, { id, stored }: Asker): BoardRow | null {
  const score = isShown(stored) ? tables.scores.find(stored.id, boardId) : undefined
  if (score === undefined) return null
  const rank = tables.standings.rankOf(boardId, score.points)
  return { ...score, rank, person: { id, name: shownName(stored) }, streak: streakOf(tables, stored.id, owner) }
}

/** Undefined also for a channel of another group. */
function ownerOf({ groups, places }: Tables, { scope, group, place }: BoardQuery): Owner | undefined {
  const groupId = groups.find(group)
  const id = scope === 'group' ? groupId : places.findIn(place, groupId)
  return id === undefined ? undefined : { scope, id }
}

/** In a group, the best of the person's channels. */
function streakOf(tables: Tables, personId: number, owner: Owner): number {
  const { members } = tables
  const united = unitedForOthers(tables, personId)
  if (united !== undefined) return united.now.current
  if (owner.scope === 'place') return standingIn(tables, personId, owner.id, members.streak(personId, owner.id)).current
  return Math.max(0, ...members.streaks(personId).map(({ placeId, streak }) => standingIn(tables, personId, placeId, streak).current))
}

function progress(tables: Tables, seen: PersonSeen, place: PlaceId, day: LocalDate): Progress {
  const { places, people, members, scores, accounts } = tables
  const person = people.find(seen.group, seen.id)
  const placeId = places.find(place)
  const accountId = person?.accountId ?? accounts.find(accountOf(seen))?.id
  const here = person === undefined || placeId === undefined ? noStreak : members.streak(person.id, placeId)
  const { after, now } = (accountId === undefined ? undefined : unitedStreak(tables, accountId)) ?? {
    after: here,
    now: person === undefined || placeId === undefined ? noStreak : standingIn(tables, person.id, placeId, here),
  }
  const { own, people: onBoard } = board(tables, { group: seen.group, place, scope: 'place', span: 'all', by: 'points', day, page: 0, size: 0, asker: seen.id })

  function score(period: Period): Score {
    const boardId = placeId === undefined ? undefined : scores.boardId('place', placeId, period, day)
    return (person === undefined || boardId === undefined ? undefined : scores.find(person.id, boardId)) ?? noScore
  }

  return {
    scores: { week: score('week'), month: score('month'), all: score('all') },
    streak: { ...now, current: after.current, alive: now.current },
    rank: own?.rank ?? null,
    people: onBoard,
    hidden: person?.hidden ?? false,
  }
}
