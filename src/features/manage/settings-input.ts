// Settings as people type them, checked and turned into settings; and back, to fill a form.
import { closest } from '../../commands/closest.ts'
import { closestZone } from '../../commands/closest-zone.ts'
import type { Course } from '../../course/course.ts'
import type { Feedback, QuizSettings } from '../../core/quiz.ts'
import type { Weekday } from '../../core/schedule.ts'
import { knownZone, type Zone } from '../../core/time.ts'
import type { FormValues, Suggestion } from '../../screens/form.ts'
import { plainName, readTopicNames } from '../../course/topic-names.ts'

export type SettingsInput = { readonly settings: QuizSettings } | { readonly errors: FormValues }

/**
 * @param values by option name of the `setup` command; what is absent or empty keeps its value from `base`
 * @param base the settings that hold, or the default ones; with `zone` null a zone has to be given
 */
export function readSettings(
  values: FormValues,
  base: Omit<QuizSettings, 'zone'> & { readonly zone: Zone | null },
  course: Pick<Course, 'topics'>,
): SettingsInput {
  const errors: Record<string, string> = {}
  const read = <T>(name: string, kept: T, parse: (text: string) => T | undefined, problem: (text: string) => string): T => {
    const text = values[name]?.trim()
    if (text === undefined || text === '') return kept
    const value = parse(text)
    if (value !== undefined) return value
    errors[name] = problem(text)
    return kept
  }
  const settings = {
    ...base,
    time: read('time', base.time, readTime, write('a time of day such as 09:00')),
    zone: read('zone', base.zone, knownZone, noSuchZone),
    days: read('days', base.days, readDays, write('days such as mon-fri, daily or mon,wed,fri')),
    openMinutes: read('open', base.openMinutes, readOpening, write('a time from 15min to 14 days such as 8h or 90min, or auto')),
    topics: read('topics', base.topics, (text) => readTopics(text, course), (text) => noSuchTopic(text, course)),
    feedback: read('feedback', base.feedback, readFeedback, write('instant or at-close')),
    rolloverHour: read('rollover', base.rolloverHour, readHour, write('an hour from 0 to 23')),
  }
  const { zone } = settings
  if (zone === null) errors['zone'] ??= 'The time zone is missing. Write it after the time, for example Europe/Berlin.'
  return Object.keys(errors).length === 0 && zone !== null ? { settings: { ...settings, zone } } : { errors }
}

const write = (what: string) => (text: string) => `“${text.slice(0, 80)}” is not understood here. Write ${what}.`

function noSuchZone(text: string): string {
  const near = closestZone(text)
  return near === undefined ? write('a time zone such as Europe/Berlin, America/New_York or UTC')(text) : `“${text.slice(0, 80)}” is no time zone. Did you mean ${near}?`
}

/** As a form shows them at first. */
type Typed = Readonly<Record<'time' | 'zone' | 'days' | 'open' | 'feedback' | 'rollover', string>> & { readonly topics: readonly Suggestion[] }

/** The settings on one line, to type anew with changes. */
export function settingsLine(verb: string, { time, zone, days, open, topics, feedback, rollover }: Typed): string {
  const named = { open, topics: topics.map(({ value }) => value).join(',') || 'all', feedback, rollover }
  const parts = [time, zone, days, ...Object.entries(named).map(([name, value]) => `${name}=${value}`)]
  return [verb, ...parts.filter((part) => part !== '')].join(' ')
}

/** The settings as one would type them, with the titles of the topics. */
export function settingsAsTyped(settings: Omit<QuizSettings, 'zone'> & { readonly zone: Zone | null }, course: Pick<Course, 'topics'>): Typed {
  return {
    time: settings.time,
    zone: settings.zone ?? '',
    days: settings.days.map((weekday) => dayNames[weekday - 1]).join(','),
    open: openingAsTyped(settings.openMinutes),
    topics: settings.topics.map((topic) => ({ value: topic, label: course.topics.find(({ id }) => id === topic)?.title ?? topic })),
    feedback: settings.feedback,
    rollover: String(settings.rolloverHour),
  }
}

function readTime(text: string): string | undefined {
  const parts = /^(\d{1,2})[:.h](\d{2})$/iu.exec(text)
  const [hours, minutes] = [Number(parts?.[1]), Number(parts?.[2])]
  if (parts === null || hours > 23 || minutes > 59) return undefined
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

function openingAsTyped(minutes: number | null): string {
  if (minutes === null) return 'auto'
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}min`
}

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
/** A map, since an object has names of its own as well: `constructor`. */
const dayGroups: ReadonlyMap<string, string> = new Map([['daily', 'mon-sun'], ['everyday', 'mon-sun'], ['workdays', 'mon-fri'], ['weekdays', 'mon-fri']])

function readDays(text: string): readonly Weekday[] | undefined {
  const lower = text.toLowerCase().replace(/\s+/gu, '')
  const chosen = new Set<Weekday>()
  for (const part of (dayGroups.get(lower) ?? lower).split(',').filter((piece) => piece !== '')) {
    const [from, to = from] = part.split('-').map((name) => dayNames.findIndex((day) => name.startsWith(day)))
    if (from === undefined || to === undefined || from < 0 || to < 0) return undefined
    for (let day = from; ; day = (day + 1) % 7) {
      chosen.add((day + 1) as Weekday)
      if (day === to) break
    }
  }
  return chosen.size === 0 ? undefined : [...chosen].sort((a, b) => a - b)
}

const [shortest, longest] = [15, 14 * 24 * 60]

function readOpening(text: string): number | null | undefined {
  if (text.toLowerCase() === 'auto') return null
  const parts = /^(\d{1,5})\s*(h|hours?|m|min|minutes?)?$/iu.exec(text)
  if (parts === null) return undefined
  const minutes = Number(parts[1]) * (parts[2] === undefined || parts[2].toLowerCase().startsWith('h') ? 60 : 1)
  return minutes >= shortest && minutes <= longest ? minutes : undefined
}

/** “All topics” is how the choice reads. */
function readTopics(text: string, course: Pick<Course, 'topics'>): readonly string[] | undefined {
  if (/^all(\s+topics)?$/iu.test(text)) return []
  const ids = readTopicNames(text, course).map(({ topic }) => topic?.id)
  return ids.length > 0 && ids.every((id) => id !== undefined) ? [...new Set(ids)] : undefined
}

/** Names the first that there is not, with those that may be meant; where none is near, with all. */
function noSuchTopic(text: string, course: Pick<Course, 'topics'>): string {
  const unknown = plainName(readTopicNames(text, course).find(({ topic }) => topic === undefined)?.typed ?? text)
  const ids = course.topics.map(({ id }) => id)
  const near = closest(unknown, ids) ?? course.topics.filter(({ id, title }) => `${id} ${title}`.toLowerCase().includes(unknown)).map(({ id }) => id).join(', ')
  return `There is no topic “${unknown.slice(0, 80)}”. ${near === '' ? `There are ${ids.join(', ')}, or all.` : `Did you mean ${near}?`}`
}

const readFeedback = (text: string): Feedback | undefined =>
  text.toLowerCase() === 'instant' || text.toLowerCase() === 'at-close' ? (text.toLowerCase() as Feedback) : undefined

function readHour(text: string): number | undefined {
  const value = Number(text)
  return /^\d{1,2}$/u.test(text) && value <= 23 ? value : undefined
}
