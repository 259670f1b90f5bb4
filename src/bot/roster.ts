// Takes people who left their group off the boards. Platforms are asked about a few people at a time, about each once a day.
import { day, type Instant } from '../core/time.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { platformOf, type Platform, type PlatformName } from '../platforms/platform.ts'

const pageSize = 20

/** Best effort: people whom the platform says nothing about stay. */
export async function refreshRoster({ people: kept }: Pick<Ledger, 'people'>, platforms: ReadonlyMap<PlatformName, Platform>, now: Instant): Promise<void> {
  const people = await kept.toLookUp(now - day, pageSize)
  for (const platform of platforms.values()) {
    const ids = people.map(({ id }) => id).filter((id) => platformOf(id) === platform.name)
    if (ids.length === 0) continue
    const presence = await platform.presence(ids)
    await kept.setPresence(ids.map((person) => ({ person, gone: presence.get(person) === 'gone' })), now)
  }
}
