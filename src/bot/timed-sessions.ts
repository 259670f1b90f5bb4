// Private sessions with an end: closed by the clock, and given back the time in which the bot was down.
import { grace } from '../core/session.ts'
import { minute, type Instant } from '../core/time.ts'
import type { Services } from '../features/services.ts'

/** Ended together in one transaction. */
const atOnce = 200

/** At every beat. A press from before the end has until then to arrive. */
export async function endTimedSessions({ ledger }: Pick<Services, 'ledger'>, now: Instant): Promise<void> {
  while ((await ledger.sessions.endDue(now - grace, atOnce)) === atOnce);
}

/** At the start, before the first beat is noted. A restart within a minute costs nobody anything. */
export async function giveBackDowntime({ ledger, log }: Pick<Services, 'ledger' | 'log'>, now: Instant): Promise<void> {
  const lastBeat = await ledger.upkeep.lastBeat()
  if (lastBeat === null || now - lastBeat <= minute) return
  const sessions = await ledger.sessions.giveBack(lastBeat, now)
  if (sessions > 0) log.info({ sessions, minutes: Math.round((now - lastBeat) / minute) }, 'gave running exams back the time in which the bot was down')
}
