// What the bot works with. Made once at the start, handed to every answer.
import type { Commands } from '../commands/commands.ts'
import type { Log } from '../core/log.ts'
import type { AccountId, EventId, GroupId, MentionId, PersonId, PlaceId } from '../core/quiz.ts'
import type { Round } from '../core/round.ts'
import type { RoleHolders } from '../core/team.ts'
import type { Instant } from '../core/time.ts'
import type { Courses, Taught } from '../course/courses.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Screen } from '../screens/screen.ts'

export type Services = {
  readonly ledger: Ledger
  readonly courses: Courses
  readonly log: Log
}

/** `refused`: nothing was posted until somebody acts. `unsure`: it may be out, or may be later. `reason` is a sentence for people. */
export type Announced =
  | { readonly kind: 'posted'; readonly message: string }
  | { readonly kind: 'refused' | 'unsure'; readonly reason: string }

/** What a platform says about a person. `name`: what they are called in the group; null if it doesn't say. `alike`: the same in lower case alone, to compare with. */
export type Standing = { readonly gone: boolean; readonly name: string | null; readonly alike?: string; readonly bot?: boolean; readonly guest?: boolean; readonly outside?: boolean }

/** What the bot can do for an answer: the services, and what it can set off in the background. */
export type BotMeans = Services & {
  /** By this machine's clock. A request has the platform's own moment. */
  readonly now: () => Instant
  /** Sends what was claimed; fulfilled when that is done, or after some seconds. Never fails. */
  readonly send: () => Promise<void>
  /** Posts for everyone what belongs to no round. The same event makes no second post where a platform can tell. */
  readonly announce: (place: PlaceId, screen: Screen, event: EventId) => Promise<Announced>
  /** Replaces what a message in the channel shows, if that works. Never fails. */
  readonly redraw: (place: PlaceId, message: string, screen: Screen) => Promise<void>
  /** What the post of this open round says has changed: an answer that counts, or somebody it names. It's drawn again soon. */
  readonly counted: (round: Round) => void
  /** Somebody who managed these quizzes wants to be forgotten: no introduction of a quiz names them any more. Never fails. */
  readonly unnamed: (places: readonly PlaceId[]) => Promise<void>
  /** What the platform says of people in the group. Leaves out those of whom it says nothing. */
  readonly presence: (people: readonly PersonId[]) => Promise<ReadonlyMap<PersonId, Standing>>
  /** Which of these people have a role, or are in a user group, at this moment. Never fails. */
  readonly havingRole: (role: MentionId, people: readonly PersonId[]) => Promise<RoleHolders>
  /** What people call the group; undefined where the bot isn't in it, or it has no name. */
  readonly groupName: (group: GroupId) => string | undefined
  /** Whether the bot hears what people write to it in this group, and not only commands and buttons. */
  readonly hearsMessages: (group: GroupId) => boolean
  /** What people call the platform that an id belongs to; undefined if the bot doesn't know it. */
  readonly platformName: (id: AccountId) => string | undefined
  /** Where a group is, for people of another one: `in Acme on Discord`, `on Slack`. */
  readonly whereIs: (group: GroupId) => string
}

/**
 * What an answer works with: all of that, and the one course that it is about, with the commands as they fit that course. What the ledger
 * says of somebody's learning is about that course as well.
 */
export type Means = BotMeans & Taught & { readonly commands: Commands }
