// Time zones under their current names, with the cities that people know them by. Two megabytes, loaded at first use.
import { createRequire } from 'node:module'
import type { cityMapping } from 'city-timezones'
import type { rawTimeZones } from '@vvo/tzdb'
import { otherCityNames } from './other-city-names.ts'

/** A name that people may type for a zone: its own, now or formerly, or that of a city or country. */
export type ZoneName = {
  readonly zone: string
  readonly name: string
  /** The name as {@link fold} makes it. */
  readonly folded: string
  readonly kind: 'zone' | 'city' | 'country'
  /** In the city, or in the largest city of the zone; 0 if unknown. */
  readonly people: number
}

export type ZoneList = {
  /** The largest first. */
  readonly names: readonly ZoneName[]
  /** Zones by the abbreviation of their standard time, the largest first. */
  readonly byAbbreviation: ReadonlyMap<string, readonly string[]>
  /** Zones by their distance from UTC in winter, in minutes; the largest first. */
  readonly byOffset: ReadonlyMap<number, readonly string[]>
}

let list: ZoneList | undefined

export function zoneList(): ZoneList {
  list ??= load()
  return list
}

/** A place of at least this many people is large. */
export const townFrom = 100_000

const letters: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', ı: 'i' }

/** Lower case without accents and periods, with a space for each underscore. */
export function fold(text: string): string {
  const plain = text.normalize('NFD').replace(/[\p{M}.]/gu, '').toLowerCase()
  return plain.replace(/[øłßæı]/gu, (letter) => letters[letter] ?? letter).replace(/[_\s]+/gu, ' ').trim()
}

type Cities = typeof cityMapping
type Zones = typeof rawTimeZones
type Named = Omit<ZoneName, 'folded'>

function load(): ZoneList {
  const require = createRequire(import.meta.url)
  const { cityMapping: allCities } = require('city-timezones') as { readonly cityMapping: Cities }
  const { rawTimeZones: zones } = require('@vvo/tzdb') as { readonly rawTimeZones: Zones }
  const today = namesOfToday(zones)
  const cities = citiesOf(allCities, zones, today)
  const largest = new Map<string, number>()
  for (const { zone, people } of cities) largest.set(zone, Math.max(largest.get(zone) ?? 0, people))
  const people = (zone: string) => largest.get(zone) ?? 0
  const byPeople = zones.toSorted((one, other) => people(other.name) - people(one.name))
  const grouped = <Key>(keyOf: (zone: Zones[number]) => Key) =>
    new Map([...Map.groupBy(byPeople, keyOf)].map(([key, those]) => [key, those.map(({ name }) => name)] as const))
  const named: readonly Named[] = [
    { zone: 'UTC', name: 'UTC', kind: 'zone', people: Infinity },
    ...[...new Set([...zones.map(({ name }) => name), ...Intl.supportedValuesOf('timeZone')])].map(
      (name): Named => ({ zone: today(name), name, kind: 'zone', people: people(today(name)) }),
    ),
    ...cities,
    ...otherCityNames.map(({ zone, name }): Named => ({ zone, name, kind: 'city', people: townFrom })),
    ...zones.flatMap(({ name: zone, countryName, alternativeName }) =>
      [countryName, alternativeName].map((name): Named => ({ zone, name, kind: 'country', people: people(zone) })),
    ),
  ]
  return {
    names: named.map((each) => ({ ...each, folded: fold(each.name) })).sort((one, other) => other.people - one.people),
    byAbbreviation: grouped(({ abbreviation }) => abbreviation),
    byOffset: grouped(({ rawOffsetInMinutes }) => rawOffsetInMinutes),
  }
}

/** Maps old names of zones, some of which Node still uses, to current ones. Zones that tzdb merely groups together keep their names. */
function namesOfToday(zones: Zones): (name: string) => string {
  const inNode = new Set(Intl.supportedValuesOf('timeZone'))
  const renamed = new Map(
    zones.flatMap(({ name, group }) => group.filter((other) => other !== name && (!inNode.has(name) || !inNode.has(other))).map((old) => [old, name] as const)),
  )
  return (name) => renamed.get(name) ?? name
}

function citiesOf(all: Cities, zones: Zones, today: (name: string) => string): readonly Named[] {
  const known = all.flatMap(({ city, city_ascii: ascii, timezone, pop }): Named[] =>
    timezone === null ? [] : [...new Set([city, ascii])].map((name) => ({ zone: today(timezone), name, kind: 'city', people: Math.round(pop) })),
  )
  const names = new Set(known.map(({ name }) => name))
  const further = zones.flatMap(({ name: zone, mainCities }) =>
    mainCities.filter((city) => !names.has(city)).map((name): Named => ({ zone, name, kind: 'city', people: 0 })),
  )
  return [...known, ...further]
}
