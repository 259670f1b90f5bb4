// Which people are still in the workspace, asked a few at a time.
import type { PersonId } from '../../../core/quiz.ts'
import type { Presence } from '../../platform.ts'
import { userOf, type UserId } from '../ids.ts'

const inFlight = 4

/**
 * @param ask about one user; undefined if Slack does not say
 * @returns only the people that Slack says something about
 */
export async function presenceOf(ask: (user: UserId) => Promise<Presence | undefined>, people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Presence>> {
  const found = new Map<PersonId, Presence>()
  const waiting = [...people]
  const worker = async (): Promise<void> => {
    for (let person = waiting.shift(); person !== undefined; person = waiting.shift()) {
      const user = userOf(person)
      const presence = user === undefined ? undefined : await ask(user)
      if (presence !== undefined) found.set(person, presence)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, worker))
  return found
}
