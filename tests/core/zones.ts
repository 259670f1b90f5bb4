// Zones whose clocks do something unusual, and the moments at which they do it.
import fc from 'fast-check'

export const hardZones = [
  'UTC',
  'America/New_York',
  'Europe/Berlin',
  // Half an hour.
  'Australia/Lord_Howe',
  // Left 30 December 2011 out of its calendar.
  'Pacific/Apia',
  // At midnight.
  'Africa/Cairo',
  // A gap that ends at midnight.
  'America/Nuuk',
  // Two hours.
  'Antarctica/Troll',
  // Clocks go back for Ramadan.
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
] as const

export const zone = fc.constantFrom(...hardZones)

/** From 2009 to 2034, all clock changes of the zones above among them. */
export const moment = fc.integer({ min: Date.UTC(2009, 0, 1), max: Date.UTC(2034, 0, 1) })

export const localTime = fc.tuple(fc.nat(23), fc.nat(59)).map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))

/** The moment of a wall clock with its offset, as ISO 8601 writes it. */
export const instant = (text: string) => Temporal.Instant.from(text).epochMilliseconds
