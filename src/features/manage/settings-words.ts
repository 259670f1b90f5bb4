// Settings of a quiz in words, as screens show them.
import type { Quiz, RecapSetting } from '../../core/quiz.ts'
import type { Weekday } from '../../core/schedule.ts'
import type { Inline, Text } from '../../screens/text.ts'

const dayNames: Readonly<Record<Weekday, string>> = { 1: 'Mon', 2: 'Tue', 3: 'Wed', 4: 'Thu', 5: 'Fri', 6: 'Sat', 7: 'Sun' }

/** `Mon–Fri`, `Fri–Mon`, `every day`, `Mon, Wed, Fri` */
export function daysLine(days: readonly Weekday[]): string {
  if (days.length === 7) return 'every day'
  const firsts = days.filter((weekday) => !days.some((other) => other % 7 === weekday - 1))
  const last = days.find((weekday) => !days.some((other) => other - 1 === weekday % 7))
  const [first] = firsts
  const inRow = first !== undefined && last !== undefined && days.length > 2 && firsts.length === 1
  return inRow ? `${dayNames[first]}–${dayNames[last]}` : days.map((weekday) => dayNames[weekday]).join(', ')
}

/** `4 hours`, `90 minutes`, `2 days` */
export function lengthLine(minutes: number): string {
  const [size, word] = minutes % (24 * 60) === 0 && minutes > 24 * 60 ? [24 * 60, 'day'] : minutes % 60 === 0 ? [60, 'hour'] : [1, 'minute']
  return minutes === size ? `1 ${word}` : `${minutes / size} ${word}s`
}

export function openLine(openMinutes: number | null): string {
  return openMinutes === null ? 'Until an hour before the next question' : lengthLine(openMinutes)
}

export const feedbackLines: Readonly<Record<Quiz['feedback'], string>> = {
  instant: 'Right away, privately',
  'at-close': 'When the question closes',
}

export const recapLines: Readonly<Record<RecapSetting, string>> = {
  next: 'On top of the next question',
  thread: 'As a reply in the thread',
  off: 'Off',
}

export const hourLine = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

export function joined(parts: readonly Inline[]): Text {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [', ', part]))
}
