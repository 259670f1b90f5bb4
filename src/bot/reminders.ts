// Sends the reminders that people asked for: in private, and only where there is something to review.
import { isStale, isStudyDay, nextReminder } from '../core/reminder.ts'
import { rolloverHour } from '../core/session.ts'
import { studyDay } from '../core/study-day.ts'
import type { Instant } from '../core/time.ts'
import type { Services } from '../features/services.ts'
import type { DueReminder } from '../ledger/reminders.ts'
import { ofCourse } from '../screens/control.ts'
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
  const [{ pickDue, reviewableOf }, { reminderScreen }, { withTeamItems }, { ledgerOfCourse }, { withControls }] = await Promise.all([
    import('../features/review/due-items.ts'), import('../features/review/reminder-screen.ts'), import('../course/team-course.ts'),
    import('./ledger-of-course.ts'), import('../screens/with-controls.ts'),
  ])
  const learner = { account, group: '', zone, day: studyDay(now, zone, rolloverHour) }
  const found = await Promise.all(services.courses.all.map(async ({ number, course }) => {
    const ledger = services.courses.alone ? services.ledger : ledgerOfCourse(services.ledger, number)
    const [team, decks] = await Promise.all([ledger.teamQuestions.around(account, '', null), ledger.teamDecks.around(account, '', null)])
    const own = withTeamItems(course, team.filter((each) => each.own), decks.filter((each) => each.own))
    return { number, due: pickDue(await reviewableOf(learner, { ledger, course: own })).items.length }
  }))
  // One message a day: a learner of several courses hears of the one with most to do.
  const [most] = found.toSorted((one, other) => other.due - one.due)
  if (most === undefined || most.due === 0) return
  const screen = reminderScreen(most.due)
  await platform(account)?.tell(account, services.courses.alone ? screen : withControls(screen, (control) => ofCourse(most.number, control)))
}
