// Who is still in their server, and what they are called there. (Not what Discord calls presence: that is who is online.)
import { Routes, type REST } from 'discord.js'
import type { Log } from '../../../core/log.ts'
import type { PersonId } from '../../../core/quiz.ts'
import type { Presence } from '../../platform.ts'
import { displayName } from '../display-name.ts'
import { readPerson } from '../ids.ts'
import { hasCode, loggable } from './errors.ts'
import { toPostError } from './post-errors.ts'

/** One request per person, one after the other: more would delay posts. */
const mostPeople = 50

const unknownMember = 10007
const unknownUser = 10013

/** Checks the first 50 people. Who could not be checked is not in the answer. Never throws. */
export async function presence(rest: REST, people: readonly PersonId[], log: Log): Promise<ReadonlyMap<PersonId, Presence>> {
  const found = new Map<PersonId, Presence>()
  for (const person of people.slice(0, mostPeople)) {
    const ids = readPerson(person)
    if (ids === undefined) continue
    try {
      found.set(person, presenceIn(await rest.get(Routes.guildMember(ids.guild, ids.user))))
    } catch (error) {
      if (hasCode(error, unknownMember, unknownUser)) found.set(person, { gone: true, name: null })
      else log.debug({ person, ...loggable(error) }, 'cannot tell whether a person is still in the server')
      // Discord is busy or cannot be reached; the bot asks again tomorrow.
      if (toPostError(error).code !== 'refused') break
    }
  }
  return found
}

type Member = { readonly nick?: unknown; readonly user?: { readonly global_name?: unknown; readonly username?: unknown; readonly bot?: unknown } }

/** https://docs.discord.com/developers/resources/guild#guild-member-object */
function presenceIn(answer: unknown): Presence {
  const { nick, user } = (answer ?? {}) as Member
  const name = displayName({ nick, globalName: user?.global_name, username: user?.username }) ?? null
  return { gone: false, name, ...(user?.bot === true ? { bot: true } : {}) }
}
