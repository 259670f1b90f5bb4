// Time zones as people type them: read if only one can be meant, otherwise refused with zones to choose from.
import { editDistance } from '../closest.ts'
import { fold, zoneList, type ZoneName } from '../zone-list.ts'
import { quoted, withoutQuotes, type Read } from './read.ts'
import { zonesMeantBy } from './zone-abbreviations.ts'

const utc = /^(utc|uct|z|zulu|etc\/(utc|uct|zulu|universal))$/iu
/** `+05:30`, `GMT+2`, `UTC -7`, `+5.5`, `Etc/GMT+12` */
const offset = /^(?:etc\/)?(?:utc|gmt|z)?\s*([+-])\s*(\d{1,2})(?:[:.,]?(\d{2})|[.,](5))?(?:\s*(?:h|hours?|utc|gmt))?$/iu

/** Whether it is meant as a zone, right or wrong. */
export function looksLikeZone(text: string): boolean {
  const typed = text.trim()
  if (utc.test(typed) || offset.test(typed) || isZoneAbbreviation(typed)) return true
  return typed.includes(' ') ? typed.includes('/') && spelledAs(typed.replaceAll(' ', '_')) !== undefined : /^[a-z_]+\/[a-z0-9_+\-/]+$/iu.test(typed)
}

export const isZoneAbbreviation = (text: string): boolean => zonesMeantBy(text) !== undefined

/** The zone under the name that was typed, in its usual spelling: Asia/Kolkata and Asia/Calcutta both stay what they are. */
export function readZone(text: string): Read<string> {
  const typed = withoutQuotes(text).trim()
  if (typed === '') return { problem: 'There is no time zone here. Write one such as Europe/Berlin, America/New_York, or UTC.' }
  if (utc.test(typed)) return { value: 'UTC' }
  const fixed = offset.exec(typed)
  if (fixed !== null) return { problem: `${quoted(typed)} is only a distance from UTC and ignores daylight saving time. ${pickOne(zonesAt(fixed))}` }
  const meant = zonesMeantBy(typed) ?? (typed.length <= 8 ? zoneList().byAbbreviation.get(typed.toUpperCase())?.slice(0, 2) : undefined)
  if (meant?.length === 1) return { problem: `Write ${meant[0]} instead of ${quoted(typed)}.` }
  if (meant !== undefined) return { problem: `${quoted(typed)} doesn’t say which city’s clock to follow. ${pickOne(meant)}` }
  const known = typed.includes('/') ? spelledAs(typed.replaceAll(' ', '_')) : undefined
  if (known !== undefined) return { value: known }
  const near = nearestZone(typed)
  return {
    problem:
      near === undefined
        ? `${quoted(typed)} is not a time zone. Write one such as Europe/Berlin, America/New_York, or UTC.`
        : `${quoted(typed)} is not a time zone. Did you mean ${near}?`,
  }
}

function pickOne(zones: readonly string[]): string {
  if (zones.length === 0) return 'Pick a city, such as Europe/Berlin or America/New_York.'
  return `Pick a city: ${new Intl.ListFormat('en-US', { type: 'disjunction' }).format(zones)}.`
}

/** The signs of Etc/ are reversed: https://github.com/eggert/tz/blob/main/etcetera */
function zonesAt([typed = '', sign, hours, minutes = '0', half]: RegExpExecArray): readonly string[] {
  const east = (sign === '+') !== /^etc\//iu.test(typed)
  const distance = Number(hours) * 60 + (half === undefined ? Number(minutes) : 30)
  const zones = zoneList().byOffset.get(distance === 0 ? 0 : (east ? 1 : -1) * distance)?.slice(0, 3) ?? []
  return distance === 0 ? [...zones, 'UTC'] : zones
}

function spelledAs(name: string): string | undefined {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId
  } catch {
    return undefined
  }
}

/** The zone meant by a city, or by a city or zone with a typo; undefined if none is near. */
export function nearestZone(text: string): string | undefined {
  const wanted = fold(text)
  // Shorter texts are not cities, longer ones not zones.
  if (!/^[\p{L} './-]{4,40}$/u.test(wanted)) return undefined
  const [first] = suggestZones(text, 1)
  if (first !== undefined) return first.zone
  const kind = wanted.includes('/') ? 'zone' : 'city'
  const near = zoneList()
    .names.filter((each) => each.kind === kind && (kind === 'zone' || each.people >= slipsFrom))
    .map(({ zone, folded }) => ({ zone, distance: editDistance(wanted, folded) }))
    .toSorted((one, other) => one.distance - other.distance)[0]
  return near !== undefined && near.distance <= (wanted.length <= 8 ? 1 : 2) ? near.zone : undefined
}

/** Typos are matched against cities of at least this many people only: small places are near too many words. */
const slipsFrom = 300_000

export type ZoneSuggestion = { readonly zone: string; readonly label: string }

/** Zones to offer while somebody types a city, a country or a zone: names that begin with the text first, large places before small ones. */
export function suggestZones(text: string, limit: number): readonly ZoneSuggestion[] {
  const wanted = fold(text)
  const found = zoneList()
    .names.map((each) => ({ each, match: matchOf(each, wanted) }))
    .filter(({ match }) => match < noMatch)
    .sort((one, other) => one.match - other.match)
  const byZone = new Map<string, ZoneSuggestion>()
  for (const { each } of found) if (!byZone.has(each.zone)) byZone.set(each.zone, { zone: each.zone, label: labelOf(each) })
  return [...byZone.values()].slice(0, limit)
}

const noMatch = 4
/** Smaller places with exactly this name do not come before a city that begins with it. */
const townFrom = 100_000

/** 0: exactly this name, 1: begins with it, 2: a word in it does, 3: its country or a common name of the zone does. */
function matchOf({ folded, kind, people }: ZoneName, wanted: string): number {
  const own = kind === 'zone' ? folded.slice(folded.lastIndexOf('/') + 1) : folded
  if (folded === wanted || own === wanted) return people >= townFrom || kind === 'country' ? 0 : 1
  const begins = folded.startsWith(wanted) || own.startsWith(wanted)
  if (kind === 'country') return begins ? 3 : noMatch
  if (begins) return 1
  return ` ${folded.replaceAll(/[/-]/gu, ' ')}`.includes(` ${wanted}`) ? 2 : noMatch
}

/** The zone, with the matching city if the zone is not named for it. */
function labelOf({ zone, name, kind }: ZoneName): string {
  return kind !== 'city' || fold(zone.slice(zone.lastIndexOf('/') + 1)) === fold(name) ? zone : `${zone} (${name})`
}
