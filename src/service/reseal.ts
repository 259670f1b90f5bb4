// Seals every token with the first key of TOKEN_KEYS, so that older keys can go.
import { numberOf } from '../core/number-of.ts'
import type { Installations } from '../ledger/installations.ts'
import { isCurrent, seal, SealError, unseal, type TokenKeys } from '../platforms/slack/many/sealed-token.ts'
import type { Report } from './requests.ts'

/** Safe to repeat. */
export async function resealTokens(installations: Pick<Installations, 'sealed' | 'reseal'>, keys: TokenKeys): Promise<Report> {
  const all = await installations.sealed()
  const problems: string[] = []
  let done = 0
  for (const each of all.filter(({ sealed }) => !isCurrent(keys, sealed))) {
    try {
      if (await installations.reseal(each, seal(keys, each.id, unseal(keys, each.id, each.sealed)))) done += 1
    } catch (fault) {
      if (!(fault instanceof SealError)) throw fault
      problems.push(fault.message)
    }
  }
  const others = problems.length === 0 ? 'The other keys can go: take them out of TOKEN_KEYS and restart the bot.' : 'Keep the other keys until that’s solved.'
  return { lines: [`Sealed ${numberOf(done, 'token')} with key ${keys.current}; ${all.length - done - problems.length} had it already.`, ...problems, others], failed: problems.length > 0 }
}
