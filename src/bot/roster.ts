// Asks the platforms about the people on the boards, a few at a time: who has left or is back, and what each is called now.
import { day, type Instant } from '../core/time.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { platformOf, type Platform } from '../platforms/platform.ts'

const pageSize = 20
/** Somebody who is here is asked about once a day; somebody who left, once a week. */
const [staleAfter, goneStaleAfter] = [day, 7 * day]

/**
 * Best effort: people whom the platform says nothing about stay as they are. They count as looked up all the same, also where the bot
 * no longer runs their platform or it can't be asked: otherwise they would stay first in line and keep everybody else waiting.
 */
export async function refreshRoster({ people: kept }: Pick<Ledger, 'people'>, platforms: readonly Platform[], now: Instant): Promise<void> {
  const people = await kept.toLookUp({ here: now - staleAfter, gone: now - goneStaleAfter }, pageSize)
  for (const [name, those] of Map.groupBy(people, ({ id }) => platformOf(id))) {
    const ids = those.map(({ id }) => id)
    const platform = platforms.find((each) => each.name === name)
    const presence = await platform?.presence(ids).catch(() => undefined)
    await kept.setPresence(ids.map((person) => ({ person, ...(presence?.get(person) ?? unsaid) })), now)
  }
}

const unsaid = { gone: null, name: null }
