// What the bot knows of the servers that it is in: from the gateway, which tells it, or by asking.
import type { MentionId, PersonId } from '../../../core/quiz.ts'
import type { RoleHolders } from '../../../core/team.ts'
import type { Snowflake } from '../ids.ts'
import type { KnownRoles } from '../incoming/roles.ts'

export type Servers = {
  /** Undefined if the bot isn't in it. */
  name(server: Snowflake): string | undefined
  /** Undefined if Discord does not say. Never fails. */
  owner(server: Snowflake): Promise<Snowflake | undefined>
  /** Never fails. */
  roles(server: Snowflake): Promise<KnownRoles>
  /** Which of these people have a role. Never fails. */
  roleHolders(role: MentionId, people: readonly PersonId[]): Promise<RoleHolders>
  /** Whether the bot may read what was posted in a channel. @throws PostError while Discord does not say */
  readsHistory(server: Snowflake, channel: Snowflake): Promise<boolean>
  /** A post was refused as if the bot were not in the server any more: finds out whether that is so. Never fails. */
  refused(server: Snowflake): Promise<void>
}

export const cannotTell = (reason: string): RoleHolders => ({ kind: 'cannot-tell', reason })
export const noSuchRole = cannotTell('There’s no such role in this server. Type @ and choose one from the list.')
export const silentAboutRole = cannotTell('Discord isn’t saying who has that role right now. Try again in a minute.')
