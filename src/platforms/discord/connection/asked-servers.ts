// What the bot knows of the servers that it is in without a gateway: by asking. Names and roles are kept in memory, for what only shows them;
// another process asks for itself.
import { Routes, type REST } from 'discord.js'
import { keepLatest } from '../../../core/keep-latest.ts'
import type { Log } from '../../../core/log.ts'
import type { MentionId, PersonId } from '../../../core/quiz.ts'
import type { RoleHolders } from '../../../core/team.ts'
import { minute, type Instant } from '../../../core/time.ts'
import { readPerson, readRole, type Snowflake } from '../ids.ts'
import type { KnownRoles, Role } from '../incoming/roles.ts'
import { list, raw, text } from '../raw.ts'
import { granted } from './channel-permissions.ts'
import { hasCode, loggable } from './errors.ts'
import { mayReadHistory } from './permissions.ts'
import { lacksRight, toPostError } from './post-errors.ts'
import { cannotTell, noSuchRole, silentAboutRole, type Servers } from './servers.ts'

type Options = {
  /** For people who wait. */
  readonly people: REST
  readonly rest: REST
  readonly bot: () => Snowflake | undefined
  readonly removed: (server: Snowflake) => Promise<void>
  readonly now: () => Instant
  readonly log: Log
}

export type AskedServers = Servers & {
  /** The bot is in this server. @param name empty if it isn't known */
  readonly add: (server: Snowflake, name: string) => void
  readonly isKnown: (server: Snowflake) => boolean
  /** Begins to ask for all. @returns takes the answer, to which is added what has been added meanwhile */
  readonly recount: () => (all: ReadonlyMap<Snowflake, string>) => void
}

/** What a server is called while Discord has not told its name. */
const unnamed = 'your server'

const rolesFor = minute / 2
const mostRoles = 500

/** One request each, and Discord allows some per second: more would take longer than people wait. */
const mostPeople = 300

export function askedServers(options: Options): AskedServers {
  const { people, rest, removed, now, log } = options
  let names: Map<Snowflake, string> = new Map()
  let added: Map<Snowflake, string> = new Map()
  let isComplete = false
  const roles = new Map<Snowflake, { readonly at: Instant; readonly known: KnownRoles }>()

  async function askRoles(server: Snowflake): Promise<KnownRoles> {
    try {
      return { server, roles: list(await people.get(Routes.guildRoles(server))).map(readRoleData) }
    } catch (error) {
      if (lacksRight(error)) return null
      log.warn(loggable(error), 'could not ask for the roles of a server')
      return 'silent'
    }
  }

  async function rolesOf(server: Snowflake): Promise<KnownRoles> {
    const kept = roles.get(server)
    if (kept !== undefined && Math.abs(now() - kept.at) < rolesFor) return kept.known
    const known = await askRoles(server)
    if (known !== 'silent') keepLatest(roles, server, { at: now(), known }, mostRoles)
    return known
  }

  return {
    add: (server, name) => {
      names.set(server, name)
      added.set(server, name)
    },
    isKnown: (server) => names.has(server) || !isComplete,
    recount: () => {
      added = new Map()
      return (all) => {
        names = new Map([...all, ...added])
        isComplete = true
      }
    },
    name: (server) => (isComplete && !names.has(server) ? undefined : names.get(server) || unnamed),
    owner: async (server) => {
      try {
        const owner = text(raw(await rest.get(Routes.guild(server)))['owner_id'])
        return owner === '' ? undefined : owner
      } catch (error) {
        log.info(loggable(error), 'could not ask for the owner of a server')
        return undefined
      }
    },
    roles: rolesOf,
    roleHolders: (role, asked) => roleHolders(role, asked, { people, rolesOf, log }),
    readsHistory: async (server, channel) => {
      try {
        return mayReadHistory(await granted(rest, { server, channel, bot: options.bot() ?? '' }))
      } catch (error) {
        if (lacksRight(error)) return false
        throw toPostError(error)
      }
    },
    refused: async (server) => {
      try {
        await rest.get(Routes.guild(server))
      } catch (error) {
        if (!hasCode(error, unknownServer, missingAccess)) return
        names.delete(server)
        added.delete(server)
        roles.delete(server)
        await removed(server)
      }
    },
  }
}

const [unknownServer, missingAccess, unknownMember] = [10004, 50001, 10007]

function readRoleData(value: unknown): Role {
  const role = raw(value)
  return { id: text(role['id']), name: text(role['name']), mentionable: role['mentionable'] === true, managed: role['managed'] === true }
}

type Asking = { readonly people: REST; readonly rolesOf: (server: Snowflake) => Promise<KnownRoles>; readonly log: Log }

/** Only a privileged intent lists the members of a role, so each person is asked about. */
async function roleHolders(mention: MentionId, asked: readonly PersonId[], { people, rolesOf, log }: Asking): Promise<RoleHolders> {
  const role = readRole(mention)
  if (role === undefined) return noSuchRole
  const roles = await rolesOf(role.guild)
  if (roles === 'silent') return silentAboutRole
  if (roles === null || !roles.roles.some(({ id }) => id === role.role)) return noSuchRole
  const known = asked.filter((person) => readPerson(person)?.guild === role.guild)
  if (known.length > mostPeople) return cannotTell(`Discord lets the bot look up a role for at most ${mostPeople} people at a time, and there are ${known.length}. Name people instead.`)
  const holders: PersonId[] = []
  try {
    for (const person of known) if (await hasRole(people, role, readPerson(person)?.user ?? '')) holders.push(person)
  } catch (error) {
    log.warn(loggable(error), 'could not look up who has a role')
    return silentAboutRole
  }
  return { kind: 'known', people: holders }
}

async function hasRole(rest: REST, { guild, role }: { readonly guild: Snowflake; readonly role: Snowflake }, user: Snowflake): Promise<boolean> {
  try {
    return list(raw(await rest.get(Routes.guildMember(guild, user)))['roles']).includes(role)
  } catch (error) {
    if (hasCode(error, unknownMember)) return false
    throw error
  }
}
