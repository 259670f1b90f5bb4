// What the gateway has told about the servers that the bot is in: discord.js keeps it.
import { Status, type Client } from 'discord.js'
import type { Log } from '../../../core/log.ts'
import type { MentionId, PersonId } from '../../../core/quiz.ts'
import type { RoleHolders } from '../../../core/team.ts'
import { readPerson, readRole } from '../ids.ts'
import { loggable } from './errors.ts'
import { mayReadHistory } from './permissions.ts'
import { notConnected } from './post-errors.ts'
import { noSuchRole, silentAboutRole, type Servers } from './servers.ts'

/** @param time how long one answer of the gateway may take, in milliseconds */
export function gatewayServers(client: Client, time: number, log: Log): Servers {
  const guild = (server: string) => client.guilds.cache.get(server)
  return {
    name: (server) => guild(server)?.name,
    /** Who administers the server besides its owner, Discord tells only bots that may read all members. */
    owner: async (server) => guild(server)?.ownerId,
    roles: async (server) => {
      const known = guild(server)
      return known === undefined ? null : { server, roles: [...known.roles.cache.values()] }
    },
    roleHolders: (role, people) => roleHolders(client, role, people, { time, log }),
    readsHistory: async (server, channel) => {
      // In an outage it takes a server away and gives it back.
      if (guild(server)?.available !== true) throw notConnected()
      const found = client.channels.cache.get(channel)
      if (found === undefined || found.isDMBased()) return false
      const { me } = found.guild.members
      return me !== null && mayReadHistory(found.permissionsFor(me).bitfield)
    },
    // The gateway says so by itself.
    refused: async () => undefined,
  }
}

const mostAtOnce = 100

/**
 * Only a privileged intent lists the members of a role; without it, the gateway answers about people whom the bot knows, a hundred at a
 * time: https://docs.discord.com/developers/events/gateway-events#request-guild-members
 */
async function roleHolders(client: Client, mention: MentionId, people: readonly PersonId[], { time, log }: { readonly time: number; readonly log: Log }): Promise<RoleHolders> {
  const asked = readRole(mention)
  const guild = client.guilds.cache.get(asked?.guild ?? '')
  if (asked === undefined || guild?.roles.cache.has(asked.role) !== true) return noSuchRole
  // Otherwise discord.js keeps the question until the connection is back.
  if (guild.shard.status !== Status.Ready) return silentAboutRole
  const known = people.filter((person) => readPerson(person)?.guild === guild.id)
  const holders = new Set<string>()
  try {
    for (let from = 0; from < known.length; from += mostAtOnce) {
      const user = known.slice(from, from + mostAtOnce).map((person) => readPerson(person)?.user ?? '')
      for (const [id, { roles }] of await guild.members.fetch({ user, time })) if (roles.cache.has(asked.role)) holders.add(id)
    }
  } catch (error) {
    log.warn(loggable(error), 'could not look up who has a role')
    return silentAboutRole
  }
  return { kind: 'known', people: known.filter((person) => holders.has(readPerson(person)?.user ?? '')) }
}
