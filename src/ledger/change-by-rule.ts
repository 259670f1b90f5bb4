// What the parts of the ledger have in common that change a list of a channel by a rule of core.
import type { EventId, PlaceId, Quiz } from '../core/quiz.ts'
import type { Instant } from '../core/time.ts'

export type ChangedByRule<Decided, Refusal> =
  | { readonly kind: 'saved'; readonly decided: Decided }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** This event was handled before, and changes nothing now. */
  | { readonly kind: 'repeated' }

/** `After`: what a rule that doesn't refuse says at least. @param rule may run twice, so it must do nothing but decide */
export type ChangeByRule<Item, After> = <Decided extends After, Refusal>(
  place: PlaceId,
  event: EventId,
  at: Instant,
  rule: (items: readonly Item[], quiz: Quiz | undefined) => Decided | { readonly refusal: Refusal },
) => Promise<ChangedByRule<Decided, Refusal>>
