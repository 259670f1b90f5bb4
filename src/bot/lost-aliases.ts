// Tells people that their alias gave way to the name of somebody who is here, and draws what named them again.
import type { Round } from '../core/round.ts'
import type { Services } from '../features/services.ts'
import type { Platform } from '../platforms/platform.ts'

/** At every beat. @param platform of a person; undefined if it does not run */
export async function tellLostAliases({ ledger, log }: Services, platform: (person: string) => Pick<Platform, 'tell'> | undefined, counted: (round: Round) => void): Promise<void> {
  const lost = await ledger.people.takeLostAliases()
  if (lost.length === 0) return
  const { lostAliasScreen } = await import('../screens/lost-alias.ts')
  for (const { group, person, alias, instead } of lost) {
    for (const round of await ledger.recaps.naming({ id: person, group, name: '', standIn: true })) counted(round)
    await platform(person)?.tell(person, lostAliasScreen(alias, instead)).catch((fault: unknown) => log.warn({ fault }, 'somebody was not told that their alias gave way'))
  }
}
