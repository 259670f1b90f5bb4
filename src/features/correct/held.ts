// What managers typed, until they press a button below it: a button has no room for it. In memory: after a restart, they type it again.
import { keepLatest } from '../../core/keep-latest.ts'
import type { PlaceId } from '../../core/quiz.ts'
import { hash } from '../../core/random.ts'
import type { Typed } from './wanted.ts'

const held = new Map<string, Typed>()
const mostHeld = 500

const nameOf = (mark: string, place: PlaceId | null) => `${place} ${mark}`

/** @returns the mark to find it by: each button leads to what stood on its own screen, whatever was typed since */
export function hold(typed: Typed, place: PlaceId | null): string {
  const { change = null, question = null, key = null, why = null } = typed
  const mark = hash(JSON.stringify([change, question, key, why])).toString(16).padStart(8, '0')
  keepLatest(held, nameOf(mark, place), typed, mostHeld)
  return mark
}

export const heldBy = (mark: string, place: PlaceId | null): Typed | undefined => held.get(nameOf(mark, place))
