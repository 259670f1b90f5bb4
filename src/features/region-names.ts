// What people call countries and their regions: `Bavaria`, `Bayern`, `NRW`, `England`, `Schweiz`, `Berlin, Germany`.
import { fold } from '../commands/fold.ts'

type Named = { readonly code: string; /** The last part after a comma is its own. */ readonly name: string }

/** Names and abbreviations that the calendar doesn't have. */
const others: Readonly<Record<string, readonly string[]>> = {
  'GB': ['UK', 'Great Britain', 'Britain'], 'US': ['USA', 'America', 'United States'], 'NL': ['Holland'],
  'DE-BW': ['BaWue', 'BaWu', 'Baden-Wuerttemberg'], 'DE-BY': ['Bavaria'], 'DE-HB': ['Bremen'], 'DE-HE': ['Hesse'], 'DE-HH': ['Hamburg'], 'DE-MV': ['MeckPomm', 'Mecklenburg-Western Pomerania'],
  'DE-NI': ['Lower Saxony', 'NDS'], 'DE-NW': ['NRW', 'North Rhine-Westphalia'], 'DE-RP': ['RLP', 'Rhineland-Palatinate'], 'DE-SN': ['Saxony'], 'DE-ST': ['Saxony-Anhalt'], 'DE-TH': ['Thuringia', 'Thueringen'],
  'AT-9': ['Wien'], 'IT-52': ['Tuscany'], 'IT-82': ['Sicily'], 'IT-32': ['South Tyrol', 'Südtirol'],
}

/** In these languages, people also write the names of countries. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'da', 'nb', 'fi', 'cs', 'tr', 'ru', 'uk', 'ja']

/** `Canton of Geneva` is also `Geneva`. */
const kinds = /^(canton (of|de|du)|canton|kanton|hansestadt|comunidad (foral )?de|ciudad de|state of|province of|republic of) /u

/** Finds the codes that a text may mean. @param regions the countries and regions, each by any of its names */
export function readerOf(regions: readonly Named[]): (typed: string) => readonly string[] {
  const known = new Map<string, Set<string>>()
  const add = (name: string, code: string) => {
    const key = keyOf(name)
    for (const each of [key, key.replace(kinds, '')]) known.set(each, (known.get(each) ?? new Set()).add(code))
  }
  for (const { code, name } of regions) {
    add(name.split(', ').at(-1) ?? name, code)
    add(name, code)
  }
  const codes = new Set(regions.map(({ code }) => code))
  const countries = [...codes].filter((code) => /^[A-Z]{2}$/u.test(code))
  for (const names of languages.map((language) => new Intl.DisplayNames([language], { type: 'region' }))) for (const code of countries) add(names.of(code) ?? code, code)
  for (const [code, names] of Object.entries(others)) if (codes.has(code)) for (const name of names) add(name, code)
  // `NSW`: two letters would also be those of a country.
  for (const { code } of regions) if (/^[A-Z]{2}-[A-Z]{3}$/u.test(code)) add(code.slice(3), code)
  const of = (name: string) => [...(known.get(name) ?? [])]
  return (typed) => {
    const key = keyOf(typed)
    const whole = of(key)
    return whole.length > 0 ? whole : inCountry(key.split(' '), of)
  }
}

const keyOf = (name: string): string => fold(name.replace(/[_/,-]+/gu, ' '))

/** `Bayern Deutschland`, `germany bavaria`. */
function inCountry(words: readonly string[], of: (name: string) => readonly string[]): readonly string[] {
  const splits = words.slice(1).map((_, at): readonly [string, string] => [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')])
  const found = splits.flatMap(([one, other]) => [...within(of(one), of(other)), ...within(of(other), of(one))])
  return [...new Set(found)]
}

const within = (countries: readonly string[], regions: readonly string[]) => regions.filter((region) => countries.some((country) => region.startsWith(`${country}-`)))
