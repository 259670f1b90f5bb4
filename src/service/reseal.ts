// Seals every token with the first key of TOKEN_KEYS, so that older keys can go.
import { numberOf } from '../core/number-of.ts'
import type { Installations } from '../ledger/installations.ts'
import { isCurrent, seal, SealError, unseal, type TokenKeys } from '../platforms/slack/many/sealed-token.ts'
import type { Report } from './requests.ts'

/** Safe to repeat. @param wanted the numbers of the keys to seal with, as whoever asks has them: somebody else's settings may be newer than the bot */
export async function resealTokens(installations: Pick<Installations, 'sealed' | 'reseal'>, keys: TokenKeys, wanted: readonly string[] = []): Promise<Report> {
  const other = wanted.find((number) => number !== String(keys.current))
  if (other !== undefined) return { lines: [`TOKEN_KEYS begins with key ${other}, but the bot was started with key ${keys.current} first. Restart the bot, then run the command again. Until then, keep all keys.`], failed: true }
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
  return { lines: [`Sealed ${numberOf(done, 'token')} with key ${keys.current}; ${all.length - done - problems.length} had it already.`, ...problems, aboutOthers(keys, problems.length > 0)], failed: problems.length > 0 }
}

function aboutOthers({ keys }: TokenKeys, someFailed: boolean): string {
  if (someFailed) return 'Keep the other keys until that’s solved.'
  return keys.size === 1 ? 'It’s the only key in TOKEN_KEYS.' : 'The other keys can go: take them out of TOKEN_KEYS and restart the bot.'
}
