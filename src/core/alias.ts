// Aliases: names that people choose to be shown by. Which texts can be one, and which two look the same.

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
  return reserved.has(aliasKey(alias)) ? { problem: 'reserved' } : { alias }
}

/**
 * Letters, digits, spaces, hyphens, and apostrophes, with a letter among them. So there are no pings, links, markup, control or bidi characters.
 * Some letters are blank, such as the Hangul filler; Unicode calls them ignorable: https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
 */
function isPlainName(alias: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N} '’-]*$/u.test(alias) && /\p{L}/u.test(alias) && !/\p{Default_Ignorable_Code_Point}|\p{M}{3}/u.test(alias)
}

/** Two names with the same key look the same, or nearly: whatever their letter case, accents, spaces and signs, and with letters that look alike. */
export function aliasKey(name: string): string {
  const letters = name.normalize('NFKD').replaceAll(/\p{M}+/gu, '').toLowerCase().normalize('NFKD').replaceAll(/[^\p{L}\p{N}]+/gu, '')
  return [...letters].map((letter) => lookalikes.get(letter) ?? letter).join('').replaceAll('rn', 'm').replaceAll('vv', 'w')
}

/** A small part of the confusables of Unicode, those of everyday keyboards: https://www.unicode.org/reports/tr39/#Confusable_Detection */
const lookalikes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'аαɑ', b: 'вьβ', c: 'сϲ', d: 'ԁđð', e: 'еєε', g: 'ɡ', h: 'нһ', j: 'јϳ', k: 'кκ', l: 'i1ıіӏιłǀ', m: 'м', n: 'пηո', o: '0оοσөøօ', p: 'рρ', s: 'ѕ5',
    t: 'тτ', u: 'υսц', v: 'νѵ', w: 'ѡԝω', x: 'хχ', y: 'уγү', z: 'ᴢ', ss: 'ß', ae: 'æ', oe: 'œ', th: 'þ',
  }).flatMap(([plain, alike]) => [...alike].map((letter) => [letter, plain] as const)),
)

/** Words that a list of names would make something else of. */
const reserved: ReadonlySet<string> = new Set(
  ['everyone', 'here', 'channel', 'you', 'me', 'nobody', 'somebody', 'one person', 'a member', 'hidden', 'admin', 'manager', 'moderator', 'Studyhall', 'bot'].map(aliasKey),
)
