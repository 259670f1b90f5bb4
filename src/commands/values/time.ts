// A time of day as people type it: `9`, `09:00`, `9.30`, `9h30`, `9am`, `9:30 p.m.`, `at noon`.
import { quoted, withoutQuotes, type Read } from './read.ts'

const named: ReadonlyMap<string, string> = new Map([
  ['noon', '12:00'], ['12 noon', '12:00'], ['midday', '12:00'], ['midnight', '00:00'], ['12 midnight', '00:00'],
])

/** Hours, and if given minutes and the half of the day. */
const clock = /^(\d{1,2})(?:[:.h](\d{1,2})|(\d{2}))?(?:uhr|o'?clock)?(am|pm)?$/u
/** Most people who type this mean how long something lasts. */
const hours = /^\d{1,2}h$/u

/** A space between two numbers stays, so `1 2` is no time: without it, it would be noon. */
function tidy(text: string): string {
  return withoutQuotes(text)
    .toLowerCase()
    .trim()
    .replace(/^at +/u, '')
    .replace(/(?<=\d) *([ap])\.? ?m?\.?$/u, '$1m')
    .replace(/ *: */gu, ':')
    .replace(/ +(?=uhr|o'?clock)/u, '')
}

/** Whether it is meant as a time, right or wrong: `25:00` is. */
export function looksLikeTime(text: string): boolean {
  const typed = tidy(text)
  return named.has(typed) || clock.test(typed) || hours.test(typed)
}

/** `HH:MM`, 00:00 to 23:59. */
export function readTime(text: string): Read<string> {
  const typed = tidy(text)
  const known = named.get(typed)
  if (known !== undefined) return { value: known }
  if (hours.test(typed)) return { problem: `${quoted(text)} is a length of time, not a time of day. Write ${written(Number.parseInt(typed, 10) % 24, 0)} for the time.` }
  const parts = clock.exec(typed)
  if (parts === null) return { problem: `${quoted(text)} is not a time of day. Write one such as 09:00 or 9am.` }
  const [, hourText = '', afterColon, attached, half] = parts
  const [hour, minutes] = [Number(hourText), Number(afterColon ?? attached ?? '0')]
  if (afterColon?.length === 1) return { problem: `${quoted(text)} has one digit for the minutes. Write two, such as 09:05.` }
  if (minutes > 59) return { problem: `${quoted(text)} is not a time of day: minutes go from 00 to 59.` }
  if (half === undefined) {
    if (hour === 24 && minutes === 0) return { problem: `${quoted(text)} is not a time of day: write 00:00 for midnight.` }
    return hour > 23 ? { problem: `${quoted(text)} is not a time of day: hours go from 00 to 23.` } : { value: written(hour, minutes) }
  }
  if (hour < 1 || hour > 12) return { problem: `${quoted(text)} is not a time of day: before ${half}, hours go from 1 to 12.` }
  return { value: written((hour % 12) + (half === 'pm' ? 12 : 0), minutes) }
}

const written = (hour: number, minutes: number) => `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`

/** The hour at which something begins: `4`, `04:00`, `4am`; 0 to 23. */
export function readHour(text: string): Read<number> {
  const time = readTime(text)
  // `400` is four o'clock as a time, but hardly as an hour.
  if (/^-?\d+$/u.test(tidy(text)) && ('problem' in time || tidy(text).length > 2)) {
    return { problem: `${quoted(text)} is not an hour of the day: hours go from 0 to 23.` }
  }
  if ('problem' in time) return time
  const [hour, minutes] = time.value.split(':').map(Number)
  return minutes === 0 && hour !== undefined ? { value: hour } : { problem: `${quoted(text)} is not a full hour. Write one from 0 to 23.` }
}
