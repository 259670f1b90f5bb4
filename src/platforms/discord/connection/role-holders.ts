// Who has a role. Only a privileged intent lists the members of a role; without it, the gateway answers about people whom the bot knows, a
// hundred at a time: https://docs.discord.com/developers/events/gateway-events#request-guild-members
import { Status, type Client } from 'discord.js'
import type { Log } from '../../../core/log.ts'
import type { MentionId, PersonId } from '../../../core/quiz.ts'
import type { RoleHolders } from '../../../core/team.ts'
import { readPerson, readRole } from '../ids.ts'
import { loggable } from './errors.ts'

const mostAtOnce = 100

const cannotTell = (reason: string): RoleHolders => ({ kind: 'cannot-tell', reason })

/** @param time how long one answer may take, in milliseconds. Never fails. */
export async function roleHolders(client: Client, mention: MentionId, people: readonly PersonId[], time: number, log: Log): Promise<RoleHolders> {
  const asked = readRole(mention)
  const guild = client.guilds.cache.get(asked?.guild ?? '')
  if (asked === undefined || guild?.roles.cache.has(asked.role) !== true) return cannotTell('There’s no such role in this server. Type @ and choose one from the list.')
  const silent = cannotTell('Discord isn’t saying who has that role right now. Try again in a minute.')
  // Otherwise discord.js keeps the question until the connection is back.
  if (guild.shard.status !== Status.Ready) return silent
  const known = people.filter((person) => readPerson(person)?.guild === guild.id)
  const holders = new Set<string>()
  try {
    for (let from = 0; from < known.length; from += mostAtOnce) {
      const user = known.slice(from, from + mostAtOnce).map((person) => readPerson(person)?.user ?? '')
      for (const [id, { roles }] of await guild.members.fetch({ user, time })) if (roles.cache.has(asked.role)) holders.add(id)
    }
  } catch (error) {
    log.warn(loggable(error), 'could not look up who has a role')
    return silent
  }
  return { kind: 'known', people: known.filter((person) => holders.has(readPerson(person)?.user ?? '')) }
}
