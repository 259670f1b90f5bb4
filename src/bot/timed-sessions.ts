// Private sessions with an end: closed by the clock, and given back the time in which the bot was down.
import { firstCourse } from '../core/course-number.ts'
import { grace } from '../core/session.ts'
import { minute, type Instant } from '../core/time.ts'
import type { Courses } from '../course/courses.ts'
import type { Services } from '../features/services.ts'
import type { EndedSession } from '../ledger/sessions.ts'
import { ofCourse } from '../screens/control.ts'
import { platformOf, type Platform } from '../platforms/platform.ts'

/** Ended together in one transaction. */
const atOnce = 200

/** The platform of an account; undefined if it isn't running. */
type PlatformFor = (account: string) => Pick<Platform, 'tell'> | undefined

type Alone = { readonly courses: Pick<Courses, 'alone'> }

/** At every beat. A press from before the end has until then to arrive. */
export async function endTimedSessions(services: Pick<Services, 'ledger' | 'log'> & Alone, platform: PlatformFor, now: Instant): Promise<void> {
  for (;;) {
    const ended = await services.ledger.sessions.endDue(now - grace, atOnce)
    await tellTimeUp(ended.filter(isInDirectMessages), platform, services)
    if (ended.length < atOnce) return
  }
}

/** On Slack exams run in direct messages, where the bot may write. On Discord a bot shouldn't open a direct message that nobody asked for. */
const isInDirectMessages = ({ account, kind }: EndedSession) => kind === 'exam' && platformOf(account) === 'slack'

/** Only by the beat that ended them: after a crash in between somebody may miss it, but never hears it twice. */
async function tellTimeUp(ended: readonly EndedSession[], platform: PlatformFor, { courses, log }: Pick<Services, 'log'> & Alone): Promise<void> {
  if (ended.length === 0) return
  const [{ timeUpScreen }, { withControls }] = await Promise.all([import('../features/exam/time-up-screen.ts'), import('../screens/with-controls.ts')])
  for (const { account, id, course = firstCourse } of ended) {
    try {
      const screen = timeUpScreen(id)
      await platform(account)?.tell(account, courses.alone ? screen : withControls(screen, (control) => ofCourse(course, control)))
    } catch (fault) {
      log.warn({ fault }, 'could not tell somebody that the time of their exam is up')
    }
  }
}

/** At the start, before the first beat is noted. A restart within a minute costs nobody anything. */
export async function giveBackDowntime({ ledger, log }: Pick<Services, 'ledger' | 'log'>, now: Instant): Promise<void> {
  const lastBeat = await ledger.upkeep.lastBeat()
  if (lastBeat === null || now - lastBeat <= minute) return
  const sessions = await ledger.sessions.giveBack(lastBeat, now)
  if (sessions > 0) log.info({ sessions, minutes: Math.round((now - lastBeat) / minute) }, 'gave running exams back the time in which the bot was down')
}
