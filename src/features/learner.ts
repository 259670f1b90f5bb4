// Whoever asks, as somebody who learns: across groups and channels, with study days of their own.
import { rolloverHour } from '../core/session.ts'
import type { AccountId } from '../core/quiz.ts'
import { studyDay } from '../core/study-day.ts'
import type { LocalDate, Zone } from '../core/time.ts'
import type { Request } from '../screens/request.ts'
import type { Means } from './services.ts'

export type Learner = {
  readonly account: AccountId
  readonly zone: Zone
  /** The study day of the request. */
  readonly day: LocalDate
}

export const accountOf = ({ asker }: Pick<Request, 'asker'>): AccountId => asker.account ?? asker.id

/** In the asker's own zone if the platform tells it, or else that of the channel's daily question, or of any in the group. */
export async function learnerOf(request: Request, { ledger }: Pick<Means, 'ledger'>): Promise<Learner> {
  const { asker, at } = request
  const zone = asker.zone ?? (await zoneAround(request, ledger.quizzes)) ?? 'UTC'
  return { account: accountOf(request), zone, day: studyDay(at, zone, rolloverHour) }
}

async function zoneAround({ place, group }: Request, quizzes: Means['ledger']['quizzes']): Promise<Zone | undefined> {
  const here = place === null ? undefined : await quizzes.at(place)
  return here?.zone ?? (await quizzes.of(group))[0]?.zone
}
