// Time zones as people type them: read if it is clear which one is meant, else refused with those to choose from.
import { editDistance } from '../closest.ts'
import { fold, zoneList, type ZoneName } from '../zone-list.ts'
import { quoted, type Read } from './read.ts'

/** Each of these means one zone to most people who type it, and its clock is an hour off for half of the year. */
const abbreviations: Readonly<Record<string, readonly string[]>> = {
  ET: ['America/New_York'], EST: ['America/New_York', 'America/Panama'], EDT: ['America/New_York'], EST5EDT: ['America/New_York'],
  CT: ['America/Chicago'], CST: ['America/Chicago', 'Asia/Shanghai'], CDT: ['America/Chicago'], CST6CDT: ['America/Chicago'],
  MT: ['America/Denver'], MST: ['America/Denver', 'America/Phoenix'], MDT: ['America/Denver'], MST7MDT: ['America/Denver'],
  PT: ['America/Los_Angeles'], PST: ['America/Los_Angeles', 'Asia/Manila'], PDT: ['America/Los_Angeles'], PST8PDT: ['America/Los_Angeles'],
  GMT: ['Europe/London', 'Africa/Accra', 'UTC'], BST: ['Europe/London', 'Asia/Dhaka'], IST: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
  WET: ['Europe/Lisbon'], WEST: ['Europe/Lisbon'], CET: ['Europe/Berlin', 'Europe/Paris', 'Africa/Tunis'], CEST: ['Europe/Berlin', 'Europe/Paris'],
  MET: ['Europe/Berlin'], MEZ: ['Europe/Berlin'], MESZ: ['Europe/Berlin'],
  EET: ['Europe/Athens', 'Europe/Helsinki', 'Africa/Cairo'], EEST: ['Europe/Athens', 'Europe/Helsinki'],
  AEST: ['Australia/Sydney', 'Australia/Brisbane'], AEDT: ['Australia/Sydney'], NZDT: ['Pacific/Auckland'], NZ: ['Pacific/Auckland'],
}

const utc = /^(utc|z|zulu|etc\/(utc|uct|zulu|universal))$/iu
/** `+05:30`, `GMT+2`, `UTC -7`, `Etc/GMT+12` */
const offset = /^(?:etc\/)?(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?::?(\d{2}))?$/iu

/** Whether it is meant as a zone, right or wrong. */
export function looksLikeZone(text: string): boolean {
  const typed = text.trim()
  if (utc.test(typed) || offset.test(typed) || Object.hasOwn(abbreviations, typed.toUpperCase())) return true
  return typed.includes(' ') ? typed.includes('/') && spelledAs(typed.replaceAll(' ', '_')) !== undefined : /^[a-z_]+\/[a-z0-9_+\-/]+$/iu.test(typed)
}

/** The zone under the name that was typed, in its usual spelling: Asia/Kolkata and Asia/Calcutta both stay what they are. */
export function readZone(text: string): Read<string> {
  const typed = text.trim()
  if (utc.test(typed)) return { value: 'UTC' }
  const fixed = offset.exec(typed)
  if (fixed !== null) return { problem: `${quoted(text)} does not follow clock changes. ${choose(zonesAt(fixed))}` }
  const short = typed.toUpperCase()
  if (!typed.includes('/') && short.length <= 8) {
    const meant = Object.hasOwn(abbreviations, short) ? abbreviations[short] : zoneList().byAbbreviation.get(short)?.slice(0, 2)
    if (meant !== undefined) return { problem: `${quoted(text)} does not say which city’s clock to follow. ${choose(meant)}` }
  }
  const known = typed.includes('/') ? spelledAs(typed.replaceAll(' ', '_')) : undefined
  if (known !== undefined) return { value: known }
  const near = nearestZone(typed)
  return {
    problem:
      near === undefined
        ? `${quoted(text)} is not a time zone. Write one such as Europe/Berlin, America/New_York, or UTC.`
        : `${quoted(text)} is not a time zone. Did you mean ${near}?`,
  }
}

function choose(zones: readonly string[]): string {
  if (zones.length === 0) return 'Write the zone of a city, such as Europe/Berlin or America/New_York.'
  return `Write the zone of a city: ${zones.length === 1 ? zones[0] : `${zones.slice(0, -1).join(', ')} or ${zones.at(-1)}`}.`
}

/** Signs of Etc/ are the other way round: https://github.com/eggert/tz/blob/main/etcetera */
function zonesAt([typed = '', sign, hours, minutes = '0']: RegExpExecArray): readonly string[] {
  const east = (sign === '+') !== /^etc\//iu.test(typed)
  return zoneList().byOffset.get((east ? 1 : -1) * (Number(hours) * 60 + Number(minutes)))?.slice(0, 3) ?? []
}

function spelledAs(name: string): string | undefined {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId
  } catch {
    return undefined
  }
}

/** The zone that was meant by a city, a slip in one, or a slip in a zone; undefined if none is near. */
export function nearestZone(text: string): string | undefined {
  const wanted = fold(text)
  // Shorter words are not cities, longer ones not zones.
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

/** A slip is read as a city of this many people or more: small ones are near to too many words. */
const slipsFrom = 300_000

export type ZoneSuggestion = { readonly zone: string; readonly label: string }

/** Zones to offer while somebody types a city, a country or a zone: what begins so first, large places before small ones. */
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
/** A village of just this name does not come before a city that begins so. */
const townFrom = 100_000

/** 0: just this name, 1: begins so, 2: a word in it begins so, 3: its country does, or a common name of the zone. */
function matchOf({ folded, kind, people }: ZoneName, wanted: string): number {
  const own = kind === 'zone' ? folded.slice(folded.lastIndexOf('/') + 1) : folded
  if (folded === wanted || own === wanted) return people >= townFrom || kind === 'country' ? 0 : 1
  const begins = folded.startsWith(wanted) || own.startsWith(wanted)
  if (kind === 'country') return begins ? 3 : noMatch
  if (begins) return 1
  return ` ${folded.replaceAll(/[/-]/gu, ' ')}`.includes(` ${wanted}`) ? 2 : noMatch
}

/** The zone, with the city that was found if the zone is not named for it. */
function labelOf({ zone, name, kind }: ZoneName): string {
  return kind !== 'city' || fold(zone.slice(zone.lastIndexOf('/') + 1)) === fold(name) ? zone : `${zone} (${name})`
}
