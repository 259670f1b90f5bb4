// The border between the bot and the platforms: plain data in both directions.
import type { AccountId, ChannelLoss, EventId, GroupId, MentionId, PersonId, PlaceId } from '../core/quiz.ts'
import type { RoundId } from '../core/round.ts'
import type { RoleHolders } from '../core/team.ts'
import type { Instant } from '../core/time.ts'
import type { ControlTraits } from '../screens/control.ts'
import type { Suggestion } from '../screens/form.ts'
import type { Reply, Request } from '../screens/request.ts'
import type { Screen } from '../screens/screen.ts'

export type PlatformName = 'slack' | 'discord' | 'terminal'

/** The platform of an id. Ids begin with their platform's name and a colon; what follows is the platform's own. */
export function platformOf(id: GroupId | PlaceId | PersonId | AccountId): PlatformName | undefined {
  const name = id.slice(0, id.indexOf(':'))
  return name === 'slack' || name === 'discord' || name === 'terminal' ? name : undefined
}

/** A post, as its platform names it. Only the platform makes and reads it. */
export type MessageRef = string

/**
 * What a platform says of a person. `name`: what they are called now; null if it does not say. `alike`: the same in lower case alone, where
 * no more is known: to compare with, not to show. `bot`: it's an app, not a human being.
 * `guest`: may not manage anything here. `outside`: from another workspace that shares a channel.
 */
export type Presence = { readonly gone: boolean; readonly name: string | null; readonly alike?: string } & Kind

type Kind = { readonly bot?: boolean; readonly guest?: boolean; readonly outside?: boolean }

/** The channel in which somebody types, who it is, and the course as they have typed it. */
export type TypedWhere = { readonly place: PlaceId | null; readonly account?: AccountId; readonly course?: string | undefined }

/** The bot as a platform sees it. */
export type Handler = {
  /** Never fails: what goes wrong becomes a reply that says so, and a line in the log. */
  answer(request: Request): Promise<readonly Reply[]>
  /** What a platform has to know of a button before it is answered; undefined for a control that this version does not know. */
  traitsOf(control: string): ControlTraits | undefined
  /**
   * Values for an option that somebody is typing, best first, at most `limit`. Never fails.
   *
   * @param where absent: unknown, as in a form
   */
  suggest(command: string, option: string, typed: string, limit: number, where?: TypedWhere): Promise<readonly Suggestion[]>
  /** Whether a term of the course contains this word. */
  isTerm(word: string): boolean
  /** How much the course says of some words: something is called exactly so, or it has an answer, or each stands in one of its titles. */
  spokenOf(words: string): 'title' | 'words' | undefined
  /**
   * The names under which these people last answered, for a platform that knows only their ids. Leaves out people without an
   * answer that counts, and people who do not want to be seen. Never fails.
   */
  names(group: GroupId, people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>>
  /** Somebody has changed, as far as the platform says: events may come late or out of order. The bot asks for their {@link Presence} soon. */
  changed(group: GroupId, person: PersonId, now: Presence): Promise<void>
  /** The app was removed from the group at `at`: pauses its quizzes. */
  removed(group: GroupId, at: Instant): Promise<void>
  /** The app was added to a group: if it was there before, tells the managers of its paused quizzes how to resume. */
  joined(group: GroupId): Promise<void>
  /** The groups of a platform in which a daily question runs, and those from which the app was removed as far as the bot knows. May fail. */
  kept(platform: PlatformName): Promise<{ readonly running: readonly GroupId[]; readonly removed: readonly GroupId[] }>
  /** A channel goes on under another id: moves everything that is kept of it. May come twice, or late. */
  moved(from: PlaceId, to: PlaceId): Promise<void>
  /** A channel was deleted or archived: stops its quiz, and its managers are told. */
  lost(place: PlaceId, how: 'deleted' | 'archived'): Promise<void>
  /** A channel is out of the archive: its quiz goes on, and its managers are told. */
  unarchived(place: PlaceId): Promise<void>
}

/** `values`: of the menus, where options are not in the controls. */
export type Shows = { readonly controls: readonly string[]; readonly values: readonly string[] }

/** How far a search came, as its platform names it. */
export type SearchMark = string

/** More messages than are read at once: those before the mark are still to be searched. */
export type Unfinished = { readonly before: SearchMark; /** Nothing can have arrived above the mark since. */ readonly settled?: true }

export type Platform = {
  readonly name: PlatformName
  /** Editing a post notifies nobody, so an open question can show how many have answered. */
  readonly editsQuietly: boolean
  /** Whether the bot hears what people write to it, and not only commands and buttons. Absent: it does. */
  hearsMessages?(): boolean
  /** Connects; fulfilled when requests can arrive. @throws StartError */
  start(handler: Handler): Promise<void>
  /** Posts for everyone in the place. {@link Platform.find} finds the post again by its round. @throws PostError, and nothing else */
  post(place: PlaceId, screen: Screen, round: RoundId): Promise<MessageRef>
  /**
   * Posts for everyone what belongs to no round. Nobody looks for it later: after an unclear failure it may be out or not.
   *
   * @param event the same if the same thing is announced again, for platforms that can then avoid a second message
   * @throws PostError, and nothing else
   */
  announce(place: PlaceId, screen: Screen, event: EventId): Promise<MessageRef>
  /**
   * The post of a round, if it was sent at `since` or later. Undefined is certain: it was not sent. `cannot-tell`: the platform says that
   * the bot lacks a right to look. `no-sign`: so it does, but a press may still show that the post is out.
   *
   * @param upTo where an earlier search left off: newer messages are not read
   * @throws PostError if it is worth asking again
   */
  find(place: PlaceId, round: RoundId, since: Instant, upTo?: SearchMark): Promise<MessageRef | undefined | 'cannot-tell' | 'no-sign' | Unfinished>
  /**
   * The controls and menu values of one of the bot's posts, in order: a restored ledger knows the post, but not which question it asks.
   * Undefined if the message is gone. Absent where posts end with the process. @throws PostError if it is worth asking again
   */
  shows?(message: MessageRef): Promise<Shows | undefined>
  /** Replaces what a post shows; safe to repeat. @throws PostError; `refused` if the post is gone for good */
  redraw(message: MessageRef, screen: Screen): Promise<void>
  /** Replies to the post of a round where it does not disturb: in its thread. May be sent twice if called twice. @throws PostError, and nothing else */
  reply(message: MessageRef, screen: Screen, round: RoundId): Promise<void>
  /**
   * Opens the thread under a post, where people can talk about it. `name`: what it's called, where threads have names. `invitation`: begins
   * it, where a thread begins with a message; null if it has one already. May open two if called twice. Absent where posts have no threads.
   *
   * @throws PostError, and nothing else
   */
  discuss?(message: MessageRef, thread: { readonly name: string; readonly invitation: Screen | null }): Promise<void>
  /**
   * Sends a private message if it can: false if the person cannot be reached. Its buttons are pressed outside of any channel.
   *
   * @param event the same if the same thing is told again, as in {@link Platform.announce}
   */
  tell(person: PersonId | AccountId, screen: Screen, event?: EventId): Promise<boolean>
  /** Which of these people have left the group, and the names of the others. Leaves out people about whom the platform says nothing. */
  presence(people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Presence>>
  /** Which of these people have a role, or are in a user group, at this moment. Never fails. */
  havingRole(role: MentionId, people: readonly PersonId[]): Promise<RoleHolders>
  /** What people call the group; undefined if the bot isn't in it. Absent where the only one has no name. */
  groupName?(group: GroupId): string | undefined
  /** A few owners and admins of the group, to be told what no manager can be told; whoever is most in charge first. Never fails. */
  owners(group: GroupId): Promise<readonly PersonId[]>
  /** What a message is called if its channel goes on as `place`. Absent: the id of a channel never changes. */
  messageIn?(message: MessageRef, place: PlaceId): MessageRef
  /** Whether there is such a channel, as far as the bot may see; undefined if the platform does not say. Absent as {@link Platform.messageIn}. */
  exists?(place: PlaceId): Promise<boolean | undefined>
  /** Whether it is connected and can take requests right now. */
  healthy(): boolean
  /** Whether the platform refuses the bot, connected or not: its token was revoked, which no restart mends. Absent: never. */
  refused?(): boolean
  /** Groups that refuse the bot, as after its removal there; the others go on. Absent: the platform refuses it everywhere or nowhere. */
  away?(): readonly GroupId[]
  /** At each beat: what the platform has to look after by itself. Never fails. */
  tend?(): Promise<void>
  /** All that was kept of the group is deleted, where the app is installed there included. */
  forgotten?(group: GroupId): void
  /**
   * Calls the platform once, and says what goes wrong if it does not answer. Undefined if it does, also if it refuses the bot or asks it to
   * wait. Absent where there is nobody to call. Never fails.
   */
  unanswered?(): Promise<string | undefined>
  /**
   * Whether there are signs that another process uses the same token, so that it may post what this one is about to post. False if the
   * platform can't tell; absent means false.
   */
  shared?(): boolean
  stop(): Promise<void>
}

/**
 * `refused`: nothing was sent, and a retry is useless until somebody acts. `busy`: nothing was sent; retry after `retryAfter`
 * milliseconds. `unclear`: it may have been sent.
 */
type PostFailure = 'refused' | 'busy' | 'unclear'

/** The message is a sentence for people: what happened, and who can mend it. */
export class PostError extends Error {
  override readonly name = 'PostError'
  readonly code: PostFailure
  /** In milliseconds. */
  readonly retryAfter: number
  /** What has to wait while the platform is `busy`: only this place, or perhaps its whole group. */
  readonly scope: 'place' | 'group'
  /** Of what is `refused`: the channel is lost, and not only closed to the bot. */
  readonly lost: ChannelLoss | undefined
  constructor(code: PostFailure, message: string, options: { retryAfter?: number; scope?: 'place' | 'group'; lost?: ChannelLoss | undefined; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.code = code
    this.retryAfter = options.retryAfter ?? 0
    this.scope = options.scope ?? 'place'
    this.lost = options.lost
  }
}

/**
 * `start-refused`: the start cannot succeed until somebody acts: a refused token, a forbidden intent. `unreachable`: it may succeed
 * later by itself. The message says what to do.
 */
export class StartError extends Error {
  override readonly name = 'StartError'
  readonly code: 'start-refused' | 'unreachable'
  constructor(message: string, options: { readonly code?: 'unreachable'; readonly cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.code = options.code ?? 'start-refused'
  }
}
