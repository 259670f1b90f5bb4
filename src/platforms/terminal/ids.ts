// Ids of the terminal: one group, one place, people by the name that they say.
import type { GroupId, PersonId, PlaceId } from '../../core/quiz.ts'
import type { RoundId } from '../../core/round.ts'
import type { MessageRef } from '../platform.ts'
import { limits } from './limits.ts'

export const terminalGroup: GroupId = 'terminal:local'
export const terminalPlace: PlaceId = 'terminal:local:here'

const people = 'terminal:local:u:'

/** One word of letters and digits, with `-`, `_`, `.` and `'` inside. */
const plainName = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._'-]*$/u

/** The name as it is shown, or undefined for what is no plain name. A leading @ does no harm. */
export function readName(typed: string): string | undefined {
  const name = typed.trim().replace(/^@/u, '').normalize('NFC')
  return plainName.test(name) && [...name].length <= limits.nameTyped ? name : undefined
}

/** `Ada` and `ada` are one person. */
export function personId(name: string): PersonId {
  return people + name.normalize('NFKC').toLowerCase()
}

/** The name in an id, for a person whose name nobody says. */
export function nameIn(id: PersonId): string | undefined {
  return id.startsWith(people) && id.length > people.length ? id.slice(people.length) : undefined
}

export function messageOf(round: RoundId): MessageRef {
  return `${terminalPlace}:${round}`
}

/** Also of a message that an earlier process printed. */
export function isMessage(message: MessageRef): boolean {
  return message.startsWith(`${terminalPlace}:`)
}
