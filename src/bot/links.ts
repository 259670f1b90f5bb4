// Tells people that a code of theirs was used: in private, with a button that undoes it.
import { tellAgainAt } from '../core/link.ts'
import type { AccountId } from '../core/quiz.ts'
import type { Instant } from '../core/time.ts'
import type { Means } from '../features/services.ts'
import type { UntoldLink } from '../ledger/links.ts'
import type { Platform } from '../platforms/platform.ts'
import type { Screen } from '../screens/screen.ts'

/** At one beat. */
const atOnce = 20

type Needs = Pick<Means, 'ledger' | 'log' | 'groupName' | 'platformName'>

/**
 * At every beat. It is noted only after somebody was told: they may hear it twice after a crash, where the platform lets it out
 * twice, but whoever used the code doesn't stay unknown to them.
 *
 * @param platform of an account; undefined if it does not run
 */
export async function tellLinked(means: Needs, platform: (account: AccountId) => Pick<Platform, 'tell'> | undefined, now: Instant): Promise<void> {
  const { links } = means.ledger
  for (const link of await links.untold(now, atOnce)) {
    const isTold = await tell(link, means, platform).catch((fault: unknown) => {
      means.log.warn({ fault }, 'could not tell somebody that their code was used; trying again in some minutes')
      return false
    })
    await links.told(link.id, isTold ? null : tellAgainAt(link.at, now))
  }
  await links.tidy(now)
}

async function tell(link: UntoldLink, means: Needs, platform: (account: AccountId) => Pick<Platform, 'tell'> | undefined): Promise<boolean> {
  const { account } = link.gave
  const event = `${link.ended === null ? 'linked' : 'unlinked'} ${link.id}`
  return (await platform(account)?.tell(account, await screenFor(link, means), event)) ?? false
}

async function screenFor(link: UntoldLink, means: Needs): Promise<Screen> {
  const [{ sideInWords }, { toldEndedScreen, toldScreen }] = await Promise.all([import('../features/side-words.ts'), import('../features/link/link-screen.ts')])
  const side = sideInWords(link.took, means)
  return link.ended === null ? toldScreen(link.id, side) : toldEndedScreen(side, link.ended - link.at)
}
