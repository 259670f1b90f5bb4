// Aliases: names that people choose to be shown by. Which texts can be one, and which two look the same.
import { skeleton } from './lookalikes.ts'

export const shortestAlias = 2
export const longestAlias = 24

export type AliasProblem = 'too-short' | 'too-long' | 'characters' | 'reserved'

/** The alias as it is kept, or why the text can't be one. */
export function readAlias(text: string): { readonly alias: string } | { readonly problem: AliasProblem } {
  const alias = text.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const length = [...alias].length
  if (length < shortestAlias) return { problem: 'too-short' }
  if (length > longestAlias) return { problem: 'too-long' }
  if (!isPlainName(alias)) return { problem: 'characters' }
  return reserved.has(aliasKey(alias)) || isStandIn(alias) || endsAsMark(alias) ? { problem: 'reserved' } : { alias }
}

/**
 * Letters, digits, spaces, hyphens, and apostrophes, with a letter among them. So there are no pings, links, markup, control or bidi characters.
 * Some letters are blank, such as the Hangul filler; Unicode calls them ignorable: https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
 */
function isPlainName(alias: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N} '’-]*$/u.test(alias) && /\p{L}/u.test(alias) && !/\p{Default_Ignorable_Code_Point}|\p{M}{3}/u.test(alias)
}

/** Two names with the same key look the same, or nearly. A platform's name can have signs alone: those are compared as they are. */
export const aliasKey = (name: string): string => skeleton(name) || name.normalize('NFKC').trim()

/** What somebody is shown by whose alias turned out to be another's name, until they choose a new one. Nobody can choose it. */
export function standInAlias(isTaken: (alias: string) => boolean): string {
  for (let number = 1; ; number++) if (!isTaken(`Member ${number}`)) return `Member ${number}`
}

export const isStandIn = (alias: string): boolean => /^member \d+$/iu.test(alias)

/** The word that marks an alias on every screen is no part of one. */
const endsAsMark = (alias: string): boolean => /(^|[^\p{L}])alias$/iu.test(alias)

/** Words that a list of names would make something else of. */
const reserved: ReadonlySet<string> = new Set(
  ['everyone', 'here', 'channel', 'you', 'me', 'nobody', 'somebody', 'one person', 'a member', 'hidden', 'admin', 'manager', 'moderator', 'Studyhall', 'bot'].map(aliasKey),
)
