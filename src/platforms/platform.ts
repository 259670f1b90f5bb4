// The border between the bot and the platforms: plain data in both directions.
import type { GroupId, PersonId, PlaceId } from '../core/quiz.ts'
import type { RoundId } from '../core/round.ts'
import type { Instant } from '../core/time.ts'
import type { ControlTraits } from '../screens/control.ts'
import type { Suggestion } from '../screens/form.ts'
import type { Reply, Request } from '../screens/request.ts'
import type { Screen } from '../screens/screen.ts'

export type PlatformName = 'slack' | 'discord' | 'terminal'

/**
 * Ids of groups, places and people begin with the name of their platform and a colon; what follows is the platform's own.
 */
export function platformOf(id: GroupId | PlaceId | PersonId): PlatformName | undefined {
  const name = id.slice(0, id.indexOf(':'))
  return name === 'slack' || name === 'discord' || name === 'terminal' ? name : undefined
}

/** A post, as its platform names it. Made and read by the platform alone. */
export type MessageRef = string

/** The bot as a platform sees it. */
export type Handler = {
  /** Never throws: what goes wrong becomes a reply that says so, and a line in the log. */
  answer(request: Request): Promise<readonly Reply[]>
  /** What a button asks for, by what it says; undefined for a button that no version of the bot here knows. */
  traitsOf(control: string): ControlTraits | undefined
  /** Values for an option of a command that is being typed, best first. Never throws. */
  suggest(command: string, option: string, typed: string, limit: number): Promise<readonly Suggestion[]>
  /** Whether a term of the course has this word. */
  isTerm(word: string): boolean
  /**
   * The names under which these people last answered, for a platform that knows no more of them than their ids. Who has no
   * answer that counts, or does not want to be seen, is not in it. Never throws.
   */
  names(group: GroupId, people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>>
  /** The app was removed from the group: its quizzes pause. */
  removed(group: GroupId, at: Instant): Promise<void>
  /** The app was added to a group, perhaps one that it had been in: whoever manages what is paused there is told how to go on. */
  joined(group: GroupId): Promise<void>
}

export type Platform = {
  readonly name: PlatformName
  /** An edited post disturbs nobody, so that an open question can show how many have answered. */
  readonly editsQuietly: boolean
  /** Connects; fulfilled when requests can arrive. Fails with a {@link StartError} that a person can act on. */
  start(handler: Handler): Promise<void>
  /** Posts for everyone in the place; fails with a {@link PostError} only. The round id is found again by {@link Platform.find}. */
  post(place: PlaceId, screen: Screen, round: RoundId): Promise<MessageRef>
  /** The post of a round that may have been sent at `since` or later; undefined: it certainly was not. */
  find(place: PlaceId, round: RoundId, since: Instant): Promise<MessageRef | undefined | 'cannot-tell'>
  /** Replaces what a post shows; safe to repeat. Fails with a {@link PostError}; `refused` where the post is gone for good. */
  redraw(message: MessageRef, screen: Screen): Promise<void>
  /** A private message, best effort: false where the person cannot be reached. */
  tell(person: PersonId, screen: Screen): Promise<boolean>
  /** Which of these people are gone from the group. People about whom the platform says nothing are not in the answer. */
  presence(people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, 'here' | 'gone'>>
  /** Connected and able to take requests at this moment. */
  healthy(): boolean
  /** Connected perhaps, but not allowed to do its work: a token that was revoked, which no new start mends. Absent: never. */
  refused?(): boolean
  stop(): Promise<void>
}

/**
 * `refused`: nothing was sent, and trying again is useless before somebody acts. `busy`: nothing was sent, it can be tried again
 * after `retryAfter` milliseconds. `unclear`: it may have been sent.
 */
export type PostFailure = 'refused' | 'busy' | 'unclear'

export class PostError extends Error {
  override readonly name = 'PostError'
  readonly code: PostFailure
  readonly retryAfter: number
  /** Who has to wait where the platform is `busy`: this place alone, or perhaps all of its group. */
  readonly scope: 'place' | 'group'
  /** @param message what happened and who can mend it, in a sentence for people */
  constructor(code: PostFailure, message: string, options: { retryAfter?: number; scope?: 'place' | 'group'; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.code = code
    this.retryAfter = options.retryAfter ?? 0
    this.scope = options.scope ?? 'place'
  }
}

/**
 * `start-refused`: the start cannot succeed as things are: a refused token, a forbidden intent. `unreachable`: it may succeed later
 * without anybody's doing. The message says what to do.
 */
export class StartError extends Error {
  override readonly name = 'StartError'
  readonly code: 'start-refused' | 'unreachable'
  constructor(message: string, options: { readonly code?: 'unreachable'; readonly cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.code = options.code ?? 'start-refused'
  }
}
