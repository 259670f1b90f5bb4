// A channel goes on under another id: all that is kept of it moves, and what was played under the new id already is added to it.
import type { PlaceId } from '../../core/quiz.ts'
import { movedTo } from '../../core/retire.ts'
import { mergedSeasons } from '../../core/season.ts'
import { foldStreak, noStreak } from '../../core/streak.ts'
import { mergedTeams } from '../../core/team.ts'
import { minute, type Instant } from '../../core/time.ts'
import type { Moved } from '../quizzes.ts'
import { leaveTogether } from './share-members.ts'
import type { Tables } from '../tables/tables.ts'

type Move = { readonly from: PlaceId; readonly to: PlaceId; readonly rename: (message: string) => string; readonly at: Instant }

export function movePlace(tables: Tables, { from, to, rename, at }: Move): Moved {
  const { quizzes, places, placeMoves } = tables
  const [quiz, there] = [quizzes.at(from), quizzes.at(to)]
  const placeId = places.find(from)
  if (quiz === undefined || placeId === undefined || from === to) return { kind: 'nothing' }
  const gone = places.find(to)
  if (gone !== undefined) addTo(tables, placeId, gone)
  placeMoves.rename(placeId, to, rename)
  placeMoves.forget()
  const moved = movedTo(to, quiz, there, at)
  quizzes.save(moved)
  quizzes.saveTell(to, null)
  if (quizzes.unreachable(placeId) > 0) placeMoves.claimAgain(placeId, at, at - moved.catchUpMinutes * minute)
  quizzes.saveUnreachable(placeId, 0)
  placeMoves.forget()
  return { kind: 'moved', quiz: moved }
}

/** Adds everything of the channel `gone` to the other one, and removes it. */
function addTo(tables: Tables, placeId: number, gone: number): void {
  const { placeMoves, members, heldDays, away, seasons, scoreSums, teams } = tables
  const [own, others] = [seasons.of(placeId), seasons.of(gone)]
  for (const season of own) scoreSums.remove(placeId, season)
  for (const season of others) scoreSums.remove(gone, season)
  placeMoves.takeRounds(placeId, gone)
  placeMoves.takeScores(placeId, gone)
  const merged = mergedSeasons(own, others)
  seasons.save(placeId, merged)
  for (const season of merged) scoreSums.count(placeId, season)
  teams.save(placeId, mergedTeams(teams.of(placeId), teams.of(gone)))
  teams.save(gone, [])
  placeMoves.takeDuties(placeId, gone)
  placeMoves.takeDaysOff(placeId, gone)
  placeMoves.takeWeekly(placeId, gone)
  placeMoves.takeFinalBoards(placeId, gone)
  placeMoves.takeTeamItems(placeId, gone)
  placeMoves.takeNudges(placeId, gone)
  takeShare(tables, placeId, gone)
  const held = heldDays.all(placeId)
  const before = new Map(placeMoves.members(placeId).map((member) => [member.personId, member]))
  for (const other of placeMoves.members(gone)) {
    const own = before.get(other.personId)
    const counted = foldStreak(noStreak, { answered: members.answeredDays(other.personId, placeId), held, away: away.of(other.personId) })
    const streak = { ...counted, longest: Math.max(counted.longest, other.longest, own?.longest ?? 0) }
    members.save(other.personId, placeId, streak, Math.max(other.answeredAt, own?.answeredAt ?? 0))
    members.saveStart(other.personId, placeId, streak)
  }
  placeMoves.remove(gone)
}

/** What `gone` shares its question with, unless the channel shares already. */
function takeShare(tables: Tables, placeId: number, gone: number): void {
  const { sharedChannels, sharedScores } = tables
  if (sharedChannels.of(placeId) === undefined) sharedChannels.replace(gone, placeId)
  else leaveTogether(tables, gone)
  const sharedId = sharedChannels.of(placeId)
  if (sharedId !== undefined) sharedScores.recount(sharedId)
}
