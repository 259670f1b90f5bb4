// Sends the reminders that people asked for: in private, and only where there is something to review.
import { isStale, isStudyDay, nextReminder } from '../core/reminder.ts'
import { rolloverHour } from '../core/session.ts'
import { studyDay } from '../core/study-day.ts'
import type { Instant } from '../core/time.ts'
import type { Services } from '../features/services.ts'
import type { DueReminder } from '../ledger/reminders.ts'
import type { Platform } from '../platforms/platform.ts'

/** At one beat: https://docs.slack.dev/apis/web-api/rate-limits allows about one message a second. */
const atOnce = 30

/**
 * At every beat. A reminder is put off before it is sent: after a crash in between somebody may miss one, but never hears one twice.
 *
 * @param platform of an account; undefined if it does not run
 */
export async function sendReminders(services: Services, platform: (account: string) => Pick<Platform, 'tell'> | undefined, now: Instant): Promise<void> {
  for (const reminder of await services.ledger.reminders.due(now, atOnce)) {
    await services.ledger.reminders.putOff(reminder, nextReminder(reminder.account, reminder, now))
    try {
      await send(services, platform, reminder, now)
    } catch (fault) {
      services.log.warn({ fault }, 'a reminder was not sent; the next one comes tomorrow')
    }
  }
}

async function send(services: Services, platform: (account: string) => Pick<Platform, 'tell'> | undefined, reminder: DueReminder, now: Instant): Promise<void> {
  const { account, zone, nextAt, gone, away, quizzes } = reminder
  if (gone || away || isStale(nextAt, now) || !isStudyDay(quizzes, now, zone)) return
  const [{ pickDue, reviewableOf }, { reminderScreen }, { withTeamQuestions }] = await Promise.all([
    import('../features/review/due-items.ts'), import('../features/review/reminder-screen.ts'), import('../course/team-course.ts'),
  ])
  const team = (await services.ledger.teamQuestions.around(account, '', null)).filter(({ own }) => own)
  const course = withTeamQuestions(services.course, team)
  const { items } = pickDue(await reviewableOf({ account, group: '', zone, day: studyDay(now, zone, rolloverHour) }, { ...services, course }))
  if (items.length > 0) await platform(account)?.tell(account, reminderScreen(items.length))
}
