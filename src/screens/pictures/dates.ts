// What a calendar needs to know of a date.
import type { LocalDate } from '../../core/time.ts'

/** 0 is Monday. */
export const dayOfWeek = (date: LocalDate): number => Temporal.PlainDate.from(date).dayOfWeek - 1

/** `Nov`; nothing for no date. */
export const monthName = (date: string): string => (date === '' ? '' : Temporal.PlainDate.from(date).toLocaleString('en-US', { month: 'short' }))

/** `Nov 23` */
export const plainDate = (date: LocalDate): string => Temporal.PlainDate.from(date).toLocaleString('en-US', { month: 'short', day: 'numeric' })
