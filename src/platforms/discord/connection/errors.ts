// Reads what discord.js throws: which code it carries, and which parts of it may be logged.
import { DiscordAPIError, HTTPError } from 'discord.js'

/** The interaction has had its first response already. */
export const alreadyAcknowledged = 40060

/** Whether Discord answered with one of these codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export function hasCode(error: unknown, ...codes: readonly number[]): boolean {
  return error instanceof DiscordAPIError && codes.includes(Number(error.code))
}

/** The code of a network error, for example `ECONNRESET`; empty if there is none. */
export function networkCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** The parts of an error that may be logged. URLs are left out: in errors of discord.js they contain interaction tokens. */
export function loggable(error: unknown): { readonly error: string; readonly code?: string | number; readonly status?: number } {
  if (error instanceof DiscordAPIError) return { error: error.message, code: error.code, status: error.status }
  if (error instanceof HTTPError) return { error: error.message, status: error.status }
  return { error: error instanceof Error ? `${error.name}: ${error.message}` : String(error), code: networkCode(error) }
}
