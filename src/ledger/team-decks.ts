// The part of the ledger for the flashcards that a channel's team brought along.
import type { CourseNumber } from '../core/course-number.ts'
import type { AccountId, Asker, EventId, GroupId, PlaceId } from '../core/quiz.ts'
import type { DeckId, DeckRefusal, DeckRule, DeckText, TeamDeck } from '../core/team-deck.ts'
import type { Instant } from '../core/time.ts'

/** An approved one that somebody can study. `own`, `course`: as of a team's question, see team-questions.ts. */
export type StudiedDeck = Pick<TeamDeck, 'id' | 'title' | 'cards'> & { readonly group: GroupId; readonly own: boolean; readonly course?: CourseNumber }

/** `isNew`: false for one that was there already, with the very same cards. */
export type DeckAdded = { readonly kind: 'added'; readonly deck: TeamDeck; readonly isNew: boolean } | { readonly kind: 'refused'; readonly refusal: DeckRefusal }

/** `deck`: null if it is there no more. */
export type DeckChanged = { readonly kind: 'saved'; readonly deck: TeamDeck | null } | { readonly kind: 'refused'; readonly refusal: DeckRefusal }

export type TeamDecks = {
  /** All of a channel: drafts first, then those in use; of each the newest first. */
  of(place: PlaceId): Promise<readonly TeamDeck[]>
  /** Those in use of the group, and of every group in which the learner is known and still is, by any of their linked accounts. None of a channel that is lost. */
  around(account: AccountId, group: GroupId, place: PlaceId | null): Promise<readonly StudiedDeck[]>
  /** Adds a draft, in place of one with its title. A repeated event adds nothing. */
  add(place: PlaceId, asker: Asker, text: DeckText, event: EventId, at: Instant): Promise<DeckAdded>
  /** @param rule from core/team-deck.ts; it may run twice, so it must do nothing but decide */
  change(place: PlaceId, asker: Asker, deck: DeckId, rule: DeckRule): Promise<DeckChanged>
}
