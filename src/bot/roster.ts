// Who is still there: people who left the group go off the boards. Asked of the platform a few at a time, once a day each.
import { day, type Instant } from '../core/time.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { platformOf, type Platform, type PlatformName } from '../platforms/platform.ts'

const askedAtOnce = 20

/** Looks up the people whose presence was not looked at for a day. Best effort: whoever cannot be asked about stays. */
export async function refreshRoster({ people: kept }: Pick<Ledger, 'people'>, platforms: ReadonlyMap<PlatformName, Platform>, now: Instant): Promise<void> {
  const people = await kept.toLookUp(now - day, askedAtOnce)
  for (const platform of platforms.values()) {
    const ids = people.map(({ id }) => id).filter((id) => platformOf(id) === platform.name)
    if (ids.length === 0) continue
    const presence = await platform.presence(ids)
    await kept.setPresence(ids.map((person) => ({ person, gone: presence.get(person) === 'gone' })), now)
  }
}
