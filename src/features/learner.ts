// Whoever asks, as somebody who learns: across groups and channels, with study days of their own.
import { rolloverHour } from '../core/session.ts'
import type { AccountId } from '../core/quiz.ts'
import { studyDay } from '../core/study-day.ts'
import type { LocalDate, Zone } from '../core/time.ts'
import { personSeen, type Request } from '../screens/request.ts'
import type { Means } from './services.ts'

export type Learner = {
  readonly account: AccountId
  readonly zone: Zone
  /** The study day of the request. */
  readonly day: LocalDate
}

export const accountOf = ({ asker }: Pick<Request, 'asker'>): AccountId => asker.account ?? asker.id

/** In the asker's own zone if the platform tells it, or else that of the channel's daily question, of any in the group, or of their latest one. */
export async function learnerOf(request: Request, { ledger }: Pick<Means, 'ledger'>): Promise<Learner> {
  const { asker, at } = request
  const zone = asker.zone ?? (await zoneAround(request, ledger)) ?? 'UTC'
  return { account: accountOf(request), zone, day: studyDay(at, zone, rolloverHour) }
}

async function zoneAround(request: Request, { quizzes, people }: Means['ledger']): Promise<Zone | undefined> {
  const { place, group, outside } = request
  if (outside === true) return (await people.inGroups(personSeen(request))).flatMap((each) => each.quizzes)[0]?.zone
  const here = place === null ? undefined : await quizzes.at(place)
  return here?.zone ?? (await quizzes.of(group))[0]?.zone
}
