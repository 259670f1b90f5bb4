// The part of the ledger for channels that share one daily question.
import type { Refusal } from '../core/manage.ts'
import type { Asker, GroupId, PersonId, PlaceId, Quiz } from '../core/quiz.ts'
import type { Together, WhyNotJoin } from '../core/sharing.ts'
import type { Instant } from '../core/time.ts'

/** The channel to join: by a code, or by itself, where the asker manages both. `code`: undefined for a text that can't be one. */
export type JoinFrom = { readonly code: string | undefined } | { readonly place: PlaceId }

export type Joiner = { readonly group: GroupId; readonly place: PlaceId; readonly asker: Asker & { readonly maySetUp: boolean } }

/** `no-code`: unknown, used, or too old: it isn't told which. `too-many`: the asker has typed so many that no more are read until then. */
export type CannotJoin = WhyNotJoin | 'no-code' | { readonly tooMany: Instant } | { readonly refusal: Refusal }

export type Looked = { readonly kind: 'may-join'; readonly lead: Quiz; readonly own: Quiz | undefined } | { readonly kind: 'refused'; readonly why: CannotJoin }

export type Joined = { readonly kind: 'joined'; readonly quiz: Quiz; readonly together: Together } | { readonly kind: 'refused'; readonly why: CannotJoin }

export type Left =
  /** `others`: those that the channel shared with. */
  | { readonly kind: 'left'; readonly quiz: Quiz; readonly others: readonly Quiz[] }
  | { readonly kind: 'alone' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export type Sharing = {
  /** The channels that share with this one, itself included; undefined if it is alone. */
  of(place: PlaceId): Promise<Together | undefined>
  /** A code with which another channel can join, in place of the channel's last one. */
  offer(place: PlaceId, by: PersonId, at: Instant): Promise<string>
  /** Whether the channel could join. Something that is no code counts as a failure of the asker. */
  look(from: JoinFrom, joiner: Joiner, at: Instant): Promise<Looked>
  /** Joins, and uses the code up. The boards and the next questions are common from now on. */
  join(from: JoinFrom, joiner: Joiner, at: Instant): Promise<Joined>
  /** The channel goes on alone, with what it was asked and answered, by the settings it has. @param by asks there, or where the question is led from */
  leave(place: PlaceId, by: { readonly asker: Asker; readonly place: PlaceId }): Promise<Left>
  /** The channel is about to stop by itself. If it leads, another one does from now on. */
  handOver(place: PlaceId): Promise<void>
}
