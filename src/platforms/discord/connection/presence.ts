// Who is still in their server. (Not what Discord calls presence: nobody is asked whether they are online.)
import { Routes, type REST } from 'discord.js'
import type { Log } from '../../../core/log.ts'
import type { PersonId } from '../../../core/quiz.ts'
import { readPerson } from '../ids.ts'
import { hasCode, loggable } from './errors.ts'
import { toPostError } from './post-errors.ts'

/** One request per person, one after the other: more would delay posts. */
const mostPeople = 50

const unknownMember = 10007
const unknownUser = 10013

/** Checks the first 50 people. Who could not be checked is not in the answer. Never throws. */
export async function presence(rest: REST, people: readonly PersonId[], log: Log): Promise<ReadonlyMap<PersonId, 'here' | 'gone'>> {
  const found = new Map<PersonId, 'here' | 'gone'>()
  for (const person of people.slice(0, mostPeople)) {
    const ids = readPerson(person)
    if (ids === undefined) continue
    try {
      await rest.get(Routes.guildMember(ids.guild, ids.user))
      found.set(person, 'here')
    } catch (error) {
      if (hasCode(error, unknownMember, unknownUser)) found.set(person, 'gone')
      else log.debug({ person, ...loggable(error) }, 'it is not known whether a person is still in the server')
      // Discord is busy or cannot be reached; the bot asks again tomorrow.
      if (toPostError(error).code !== 'refused') break
    }
  }
  return found
}
