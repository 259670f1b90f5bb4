// Settings as people type them, checked and turned into settings; and back, to fill a form.
import { readDays } from '../../commands/values/days.ts'
import { readDuration } from '../../commands/values/duration.ts'
import { quoted, type Read } from '../../commands/values/read.ts'
import { readHour, readTime } from '../../commands/values/time.ts'
import { readZone } from '../../commands/values/zone.ts'
import type { Course } from '../../course/course.ts'
import { hereMention, type Feedback, type MentionId, type QuizSettings, type RecapSetting, type TopicId } from '../../core/quiz.ts'
import type { Zone } from '../../core/time.ts'
import type { FormValues, Suggestion } from '../../screens/form.ts'
import { readTopics } from '../read-topics.ts'

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
  const read = <T>(name: string, kept: T, reader: (text: string) => Read<T>): T => {
    const text = values[name]?.trim() ?? ''
    if (text === '') return kept
    const found = reader(text)
    if ('value' in found) return found.value
    errors[name] = found.problem
    return kept
  }
  const settings = {
    ...base,
    time: read('time', base.time, readTime),
    zone: read('zone', base.zone, readZone),
    days: read('days', base.days, readDays),
    openMinutes: read('open', base.openMinutes, readOpening),
    topics: read('topics', base.topics, (text) => readTopics(text, course)),
    feedback: read('feedback', base.feedback, readFeedback),
    rolloverHour: read('rollover', base.rolloverHour, readHour),
    recap: read('recap', base.recap, readRecap),
    weekly: read('weekly', base.weekly, readSwitch),
    thread: read('thread', base.thread, readSwitch),
    mention: read('mention', base.mention, readMention),
  }
  const { zone } = settings
  if (zone === null) errors['zone'] ??= 'The time zone is missing. Add it after the time, for example Europe/Berlin.'
  return Object.keys(errors).length === 0 && zone !== null ? { settings: { ...settings, zone } } : { errors }
}

/** As a form shows them at first. */
type Typed = Readonly<Record<'time' | 'zone' | 'days' | 'open' | 'feedback' | 'rollover' | 'recap' | 'weekly' | 'thread' | 'mention' | 'holidays', string>> & { readonly topics: readonly Suggestion[]; readonly course?: string }

/** The settings on one line, to type anew with changes. */
export function settingsLine(verb: string, { time, zone, days, course, open, topics, feedback, rollover, recap, weekly, thread, holidays }: Typed): string {
  const named = { ...(course === undefined ? {} : { course }), open, topics: topics.map(({ value }) => value).join(',') || 'all', feedback, rollover, recap, weekly, thread, holidays }
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
    topics: topicChoices(settings.topics, course),
    feedback: settings.feedback,
    rollover: String(settings.rolloverHour),
    recap: settings.recap,
    weekly: onOrOff(settings.weekly),
    thread: onOrOff(settings.thread),
    mention: settings.mention ?? 'off',
    holidays: settings.holidays ?? 'off',
  }
}

const onOrOff = (on: boolean): string => (on ? 'on' : 'off')

/** Topics with their titles. */
export function topicChoices(topics: readonly TopicId[], course: Pick<Course, 'topics'>): readonly Suggestion[] {
  return topics.map((topic) => ({ value: topic, label: course.topics.find(({ id }) => id === topic)?.title ?? topic }))
}

export function openingAsTyped(minutes: number | null): string {
  if (minutes === null) return 'auto'
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}min`
}

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const [shortest, longest] = [15, 14 * 24 * 60]

function readOpening(text: string): Read<number | null> {
  return /^auto$/iu.test(text) ? { value: null } : readDuration(text, shortest, longest)
}

function readFeedback(text: string): Read<Feedback> {
  const feedback = (['instant', 'at-close'] as const).find((choice) => choice === text.toLowerCase())
  return feedback === undefined ? { problem: `${quoted(text)} isn’t a choice. Write instant or at-close.` } : { value: feedback }
}

function readRecap(text: string): Read<RecapSetting> {
  const recap = (['next', 'thread', 'off'] as const).find((choice) => choice === text.toLowerCase())
  return recap === undefined ? { problem: `${quoted(text)} isn’t a choice. Write next, thread, or off.` } : { value: recap }
}

function readSwitch(text: string): Read<boolean> {
  const to = text.toLowerCase()
  return to === 'on' || to === 'off' ? { value: to === 'on' } : { problem: `${quoted(text)} isn’t a choice. Write on or off.` }
}

/** The platform turns what was typed into an id, and refuses what is none of its own. */
function readMention(text: string): Read<MentionId | null> {
  if (/^off$/iu.test(text)) return { value: null }
  if (/^@?here$/iu.test(text)) return { value: hereMention }
  return /^\w+:\S+$/u.test(text) ? { value: text } : { problem: `${quoted(text)} can’t be pinged. Type @ and choose a role or a user group, or write off.` }
}
