// Which channel a leaderboard or somebody's progress is about, and which study day it is there.
import type { PlaceId, Quiz } from '../core/quiz.ts'
import { studyDay } from '../core/study-day.ts'
import { localDate, type LocalDate } from '../core/time.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Request } from '../screens/request.ts'

/** Outside of any channel, the one in which the asker answered last. */
export async function placeOf(request: Request, { people }: Pick<Ledger, 'people'>): Promise<PlaceId | undefined> {
  return request.place ?? (await people.placesOf(request.asker.id))[0]
}

export function studyDayOf(quiz: Quiz | undefined, request: Request): LocalDate {
  return quiz === undefined ? localDate(request.at, request.asker.zone ?? 'UTC') : studyDay(request.at, quiz.zone, quiz.rolloverHour)
}
