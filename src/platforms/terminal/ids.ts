// Ids in the terminal: one group, one place, and people by the name they give.
import type { EventId, GroupId, PersonId, PlaceId } from '../../core/quiz.ts'
import type { RoundId } from '../../core/round.ts'
import type { MessageRef } from '../platform.ts'
import { limits } from './limits.ts'

export const terminalGroup: GroupId = 'terminal:local'
export const terminalPlace: PlaceId = 'terminal:local:here'

const people = 'terminal:local:u:'

/** One word of letters and digits, with `-`, `_`, `.` and `'` inside. */
const plainName = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._'-]*$/u

/** The name to show, without a leading @; undefined if it is not a plain name. */
export function readName(typed: string): string | undefined {
  const name = typed.trim().replace(/^@/u, '').normalize('NFC')
  return plainName.test(name) && [...name].length <= limits.nameTyped ? name : undefined
}

/** The same for `Ada` and `ada`. */
export function personId(name: string): PersonId {
  return people + name.normalize('NFKC').toLowerCase()
}

/** The name in an id, in lower case; undefined if the person is not in the terminal. */
export function nameIn(id: PersonId): string | undefined {
  return id.startsWith(people) && id.length > people.length ? id.slice(people.length) : undefined
}

/** @param name of a round, or of the event that something was announced for */
export function messageOf(name: RoundId | EventId): MessageRef {
  return `${terminalPlace}:${name}`
}

/** Also true for messages that an earlier process printed. */
export function isMessage(message: MessageRef): boolean {
  return message.startsWith(`${terminalPlace}:`)
}
