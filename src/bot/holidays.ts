// Keeps the public holidays of quizzes known far enough ahead.
import { withHolidays } from '../core/manage-days-off.ts'
import type { Quiz } from '../core/quiz.ts'
import { addDays, localDate, type Instant } from '../core/time.ts'
import type { Services } from '../features/services.ts'

/** They are looked up about once a month: what a newer calendar says holds from tomorrow on. */
const atLeastAhead = 370

/** At one beat: each may take a tenth of a second. */
const atOnce = 5

export async function renewHolidays({ ledger, log }: Pick<Services, 'ledger' | 'log'>, now: Instant): Promise<void> {
  for (const quiz of await ledger.quizzes.withoutHolidays(addDays(localDate(now, 'UTC'), atLeastAhead), atOnce)) await renew(quiz, { ledger, log }, now)
}

async function renew(quiz: Quiz, { ledger, log }: Pick<Services, 'ledger' | 'log'>, now: Instant): Promise<void> {
  const { comingHolidays, knownAhead } = await import('../features/public-holidays.ts')
  const today = localDate(now, quiz.zone)
  const found = quiz.holidays === null ? undefined : await comingHolidays(quiz.holidays, today)
  if (found === undefined) log.error({ place: quiz.place, holidays: quiz.holidays }, 'this version of the bot doesn’t know the country or region of a channel’s public holidays')
  const until = found?.until ?? addDays(today, knownAhead)
  await ledger.quizzes.change(quiz.place, `holidays ${quiz.holidays ?? ''} until ${until}`, now, (known) => {
    if (known === undefined || known.holidays !== quiz.holidays) return { refusal: 'changed' }
    return { quiz: found === undefined ? { ...known, holidaysUntil: until } : withHolidays(known, found.holidays, until, now) }
  })
}
