// Tells people that their points changed because a question was corrected: once, in private, all that is due in one message.
import { contentIn } from '../course/round-content.ts'
import type { Services } from '../features/services.ts'
import type { Platform } from '../platforms/platform.ts'
import type { Instant } from '../core/time.ts'

/** People at one beat: https://docs.slack.dev/apis/web-api/rate-limits allows about one message a second. */
const atOnce = 30

/**
 * At every beat. Taken before it is sent: after a crash in between somebody may not be told, but nobody hears it twice.
 *
 * @param platform of a person; undefined if it does not run
 */
export async function tellCorrected({ ledger, courses, log }: Services, platform: (person: string) => Pick<Platform, 'tell'> | undefined, now: Instant): Promise<void> {
  const touched = await ledger.corrections.takeTouched(now, atOnce)
  if (touched.length === 0) return
  const { correctedScreen } = await import('../screens/corrected.ts')
  for (const [person, all] of Map.groupBy(touched, (each) => each.person)) {
    const screen = correctedScreen(all.map(({ round, chosen, points }) => ({ round, chosen, points, stem: contentIn(courses, round).stem })))
    await platform(person)?.tell(person, screen).catch((fault: unknown) => log.warn({ fault }, 'somebody was not told that their points changed'))
  }
}
