// One end of a link in words: who it is, and where.
import type { Link, Side } from '../ledger/links.ts'
import type { Means } from './services.ts'

export type Names = Pick<Means, 'groupName' | 'platformName'>

/** `Ada in Acme (Slack)`, `Ada on Discord`: also of somebody who hides or goes by an alias, as `Side` has it. */
export function sideInWords({ account, name, group }: Side, { groupName, platformName }: Names): string {
  const who = name ?? 'an account'
  const platform = platformName(account) ?? 'another platform'
  const where = group === null ? undefined : groupName(group)
  if (where !== undefined) return `${who} in ${where} (${platform})`
  return platform === 'the terminal' ? `${who} in ${platform}` : `${who} on ${platform}`
}

/** `Ada in Acme (Slack) and Ada L on Discord` */
export const linkInWords = ({ gave, took }: Link, names: Names): string => `${sideInWords(gave, names)} and ${sideInWords(took, names)}`
