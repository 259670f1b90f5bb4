// Which channel a leaderboard or somebody's progress is about, and which study day it is there.
import type { PlaceId, Quiz } from '../core/quiz.ts'
import { studyDay } from '../core/study-day.ts'
import { localDate, type LocalDate } from '../core/time.ts'
import type { Request } from '../screens/request.ts'
import { membersOf, type MemberMeans } from './members.ts'

/** The request in its channel; outside of any, in the one in which the asker answered last, wherever that is. */
export async function inPlaceOf(request: Request, means: MemberMeans): Promise<(Request & { readonly place: PlaceId }) | undefined> {
  const { place } = request
  if (place !== null) return { ...request, place }
  for (const { group, asker } of (await membersOf(request, means)).members) {
    const [last] = await means.ledger.people.placesOf(asker.id)
    if (last !== undefined) return { ...request, group, asker, outside: false, place: last }
  }
  return undefined
}

export function studyDayOf(quiz: Quiz | undefined, request: Request): LocalDate {
  return quiz === undefined ? localDate(request.at, request.asker.zone ?? 'UTC') : studyDay(request.at, quiz.zone, quiz.rolloverHour)
}
