// Where an app that serves many groups is installed: in one group, or in a whole organization of them. What becomes of it when it's removed.
import type { GroupId } from './quiz.ts'
import { day, minute, type Instant } from './time.ts'

/** Of a group, or of an organization. */
export type InstallationId = string

/** What the platform said when the app was installed. `scopes`: the permissions that it got. */
export type InstalledApp = {
  readonly id: InstallationId
  /** What people call the group or the organization. */
  readonly name: string
  /** Its address, with https. */
  readonly url: string
  /** The bot as a user there, and the other id that the platform gives a bot. */
  readonly bot: string
  readonly botId: string
  readonly scopes: readonly string[]
}

export type Installation = InstalledApp & {
  /** The bot's token, sealed. Null once the app was removed. */
  readonly sealed: Uint8Array | null
  readonly installedAt: Instant
  readonly removedAt: Instant | null
  /** When the platform last said whether it takes the token. */
  readonly checkedAt: Instant
  /** Since when it doesn't; null while it does. */
  readonly refusedAt: Instant | null
}

/** Between the platform's clock and this machine's. */
const clocksDiffer = 5 * minute

/** News of a removal may arrive after the app was installed again: it's about an earlier installation. */
export const isOldNews = (removedAt: Instant, { installedAt }: Pick<Installation, 'installedAt'>): boolean => removedAt < installedAt - clocksDiffer

/** A token that was refused for so long belongs to an app that was removed, and the news of it got lost. An outage of the platform is shorter. */
export const refusedFor = day

/**
 * What is known after a look at the token that was made `at`.
 *
 * @param works undefined: the platform didn't say
 */
export function checked(installation: Installation, works: boolean | undefined, at: Instant): Installation {
  if (works === undefined) return installation
  return { ...installation, checkedAt: at, refusedAt: works ? null : (installation.refusedAt ?? at) }
}

/** Whether it's time to take the app for removed, though nothing said so. */
export const isRemoved = ({ refusedAt, checkedAt, removedAt }: Installation): boolean => removedAt === null && refusedAt !== null && checkedAt - refusedAt >= refusedFor

/** A group that an installation serves. `name`: null if the platform didn't say. */
export type Served = { readonly group: GroupId; readonly name: string | null }
