// Which channel a leaderboard or somebody's progress is about, and which study day it is there.
import type { PlaceId, Quiz } from '../core/quiz.ts'
import { studyDay } from '../core/study-day.ts'
import { localDate, type LocalDate } from '../core/time.ts'
import type { Request } from '../screens/request.ts'
import { membersOf, type MemberMeans } from './members.ts'
import type { Means } from './services.ts'

/** What tells a channel of the course that is asked about from others. */
type OfCourse = Pick<Means, 'courses' | 'number'>

/** The request in its channel, if that has the course; otherwise in the one with the course in which the asker answered last, wherever that is. */
export async function inPlaceOf(request: Request, means: MemberMeans & OfCourse): Promise<(Request & { readonly place: PlaceId }) | undefined> {
  const { place } = request
  if (place !== null && (await isOfCourse(place, means))) return { ...request, place }
  for (const { group, asker } of (await membersOf(request, means)).members) {
    for (const last of await means.ledger.people.placesOf(asker.id)) {
      if (await isOfCourse(last, means)) return { ...request, group, asker, outside: false, place: last }
    }
  }
  return undefined
}

/** Where the bot has one course, every channel has it; one without a quiz has none that it isn't. */
export async function isOfCourse(place: PlaceId, { courses, number, ledger }: Pick<MemberMeans, 'ledger'> & OfCourse): Promise<boolean> {
  return courses.alone || (await ledger.quizzes.at(place))?.courses.includes(number) !== false
}

export function studyDayOf(quiz: Quiz | undefined, request: Request): LocalDate {
  return quiz === undefined ? localDate(request.at, request.asker.zone ?? 'UTC') : studyDay(request.at, quiz.zone, quiz.rolloverHour)
}
