// Sends the reminders before a question closes, in private, to people who asked for one and have not answered.
import { nudgeAt } from '../core/nudge.ts'
import type { Instant } from '../core/time.ts'
import { mayBeOut } from '../delivery/may-be-out.ts'
import type { Services } from '../features/services.ts'
import type { DueNudge } from '../ledger/nudges.ts'
import type { Platform } from '../platforms/platform.ts'

/** Taken in one transaction, and sent before the next are taken. */
const atOnce = 30
/** At one beat. Platforms take about one message a second: https://docs.slack.dev/apis/web-api/rate-limits */
const perBeat = 90

type Platforms = (person: string) => Pick<Platform, 'tell'> | undefined

/** At every beat. Each is put off before it is sent: after a crash in between somebody may miss one, but never hears one twice. */
export async function sendNudges(services: Services, platform: Platforms, clock: () => Instant): Promise<void> {
  for (let taken = 0; taken < perBeat; taken += atOnce) {
    const { looked, due } = await services.ledger.nudges.claimDue(clock(), atOnce)
    for (const nudge of due) await send(nudge, services, { platform, now: clock() })
    if (looked < atOnce) return
  }
}

/** @param now the question may have closed while others were told */
async function send({ person, round, lead }: DueNudge, services: Services, { platform, now }: { readonly platform: Platforms; readonly now: Instant }): Promise<void> {
  if (now >= round.closesAt || mayBeOut(services.ledger, nudgeAt(round, lead))) return
  try {
    const { nudgeScreen } = await import('../features/daily/nudge-screen.ts')
    await platform(person)?.tell(person, nudgeScreen(round))
  } catch (fault) {
    services.log.warn({ fault, round: round.id }, 'a reminder before the close was not sent')
  }
}
