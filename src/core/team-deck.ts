// Flashcards that a team brought along: a deck is a draft until a manager takes it into use, and then comes to the people of its channel alone.
import type { CardSides } from './card.ts'
import { plainLine, plainSentence } from './plain-words.ts'
import { whyNotManage, type Asker, type EventId, type PersonId, type PlaceId, type Quiz, type WhyNotManage } from './quiz.ts'
import { hash } from './random.ts'
import type { Instant } from './time.ts'

export type DeckId = string

/** No file of a deck is larger, in bytes: a thousand cards are smaller, but decks bring their pictures along. */
export const mostDeckBytes = 5_000_000
/** Of one that is text alone. */
export const mostDeckText = 1_000_000

/** `name`: what its file calls it, so that the same one is known again; empty where the file doesn't say. */
export type NewCard = CardSides & { readonly name: string }
/** `id` stays with a card as long as it is in its channel's deck, whatever becomes of its words. */
export type TeamCard = NewCard & { readonly id: string }

export type DeckText = { readonly title: string; readonly cards: readonly NewCard[] }

export type TeamDeck = {
  readonly id: DeckId
  readonly title: string
  readonly cards: readonly TeamCard[]
  /** People get the cards of an approved one. */
  readonly state: 'draft' | 'approved'
  /** Rises with each change of the cards, so that nobody approves what they haven't seen. */
  readonly version: number
  /** Null once they are forgotten. */
  readonly author: PersonId | null
  readonly addedAt: Instant
  /** Null for a draft. */
  readonly approvedAt: Instant | null
}

/** Of one channel. All of them are read when somebody there studies alone. */
export const mostCards = 1_000
const mostDecks = 20

const idFrom = (kind: string, text: string): string => `${kind}-${[hash(text), hash(`again ${text}`)].map((part) => part.toString(16).padStart(8, '0')).join('').slice(0, 12)}`

/** The same for a repeated event. */
export const deckId = (place: PlaceId, event: EventId): DeckId => idFrom('deck', `${place} ${event}`)

/** Also for one that was deleted since. */
export const isDeckId = (text: string): boolean => /^deck-[0-9a-f]{12}$/u.test(text)

/** A deck and its next version have one title. */
const isNamed = (title: string) => (deck: Pick<TeamDeck, 'title'>): boolean => plainLine(deck.title) === plainLine(title)

/** What each card is known by: its name, or its front where it has none or shares it. */
function keysOf(cards: readonly NewCard[]): readonly string[] {
  const named = Map.groupBy(cards, ({ name }) => name)
  return cards.map(({ name, front }) => (name === '' || (named.get(name)?.length ?? 0) > 1 ? `front ${plainSentence(front)}` : `name ${name}`))
}

/** Cards that the channel's deck of this title has already keep their ids, so that people keep what they have learned. No two get the same. */
function withIds(there: readonly TeamDeck[], place: PlaceId, { title, cards }: DeckText): readonly TeamCard[] {
  const before = there.filter(isNamed(title)).flatMap((deck) => keysOf(deck.cards).map((key, at) => ({ key, id: deck.cards[at]?.id ?? '' })))
  // An exported file calls them by their ids.
  const known = new Map(before.flatMap(({ key, id }) => [[key, id], [`name ${id}`, id]]))
  const keys = keysOf(cards)
  const ids = new Map<string, string>()
  const taken = new Set<string>()
  const free = (id: string): string => (taken.has(id) ? free(idFrom('team', `again ${id}`)) : id)
  // Names first: another card may have the front that a named one had before.
  for (const key of keys.toSorted((one, other) => Number(other.startsWith('name ')) - Number(one.startsWith('name ')))) {
    const id = free(known.get(key) ?? idFrom('team', `${place} ${plainLine(title)} ${key}`))
    ids.set(key, id)
    taken.add(id)
  }
  return cards.map((card, at) => ({ ...card, id: ids.get(keys[at] ?? '') ?? '' }))
}

/** What somebody is told about a deck that takes the place of another one. */
export type DeckChanges = { readonly added: number; readonly changed: number; readonly gone: number }

/** Undefined if no other deck of its title is in use. */
export function changesIn(deck: TeamDeck, all: readonly TeamDeck[]): DeckChanges | undefined {
  const before = all.find((other) => other.id !== deck.id && other.state === 'approved' && isNamed(deck.title)(other))
  if (before === undefined) return undefined
  const [known, now] = [new Map(before.cards.map((card) => [card.id, card])), new Set(deck.cards.map(({ id }) => id))]
  return {
    added: deck.cards.filter(({ id }) => !known.has(id)).length,
    changed: deck.cards.filter((card) => known.has(card.id) && !isSame(known.get(card.id), card)).length,
    gone: before.cards.filter(({ id }) => !now.has(id)).length,
  }
}

const isSame = (one: CardSides | undefined, other: CardSides): boolean => one?.front === other.front && one.back === other.back

export type DeckRefusal =
  | WhyNotManage
  /** It was deleted, or is another channel's. */
  | { readonly kind: 'no-such-deck' }
  /** Its cards are other ones than the asker saw. */
  | { readonly kind: 'changed-since' }
  | { readonly kind: 'too-many'; readonly most: number; readonly of: 'cards' | 'decks' }

/** `without`: drafts of the same title, in whose place it stands. */
export type DeckAdding = { readonly deck: TeamDeck; readonly isNew: boolean; readonly without: readonly DeckId[] } | { readonly refusal: DeckRefusal }

export type DeckOffer = { readonly place: PlaceId; readonly quiz: Quiz | undefined; readonly asker: Asker; readonly text: DeckText; readonly event: EventId; readonly at: Instant }

/** One with the very same cards is there already, and so is one that came with the same event. @param there all of the channel */
export function addDeck(there: readonly TeamDeck[], { place, quiz, asker, text, event, at }: DeckOffer): DeckAdding {
  const no = whyNotManage(quiz, asker)
  if (no !== undefined) return { refusal: no }
  const id = deckId(place, event)
  const cards = withIds(there, place, text)
  const named = there.filter(isNamed(text.title))
  const already = there.find((deck) => deck.id === id) ?? named.find((deck) => deck.cards.length === cards.length && deck.cards.every((card, at) => card.id === cards[at]?.id && isSame(card, cards[at])))
  if (already !== undefined) return { deck: already, isNew: false, without: [] }
  // A deck in use and its next version are one deck.
  const others = [...Map.groupBy(there.filter((deck) => !named.includes(deck)), (deck) => plainLine(deck.title)).values()]
  const counted = others.map((versions) => Math.max(...versions.map((deck) => deck.cards.length)))
  if (counted.reduce((sum, count) => sum + count, cards.length) > mostCards) return { refusal: { kind: 'too-many', most: mostCards, of: 'cards' } }
  if (others.length >= mostDecks) return { refusal: { kind: 'too-many', most: mostDecks, of: 'decks' } }
  const deck: TeamDeck = { id, title: text.title, cards, state: 'draft', version: 1, author: asker.id, addedAt: at, approvedAt: null }
  return { deck, isNew: true, without: named.filter(({ state }) => state === 'draft').map((draft) => draft.id) }
}

export type DeckDecision = { readonly save: readonly TeamDeck[] } | { readonly remove: true } | { readonly refusal: DeckRefusal }

/** Of all decks of the channel. */
export type DeckRule = (deck: TeamDeck | undefined, all: readonly TeamDeck[]) => DeckDecision

const stopped = (deck: TeamDeck): TeamDeck => ({ ...deck, state: 'draft', approvedAt: null })

/** It takes the place of the one with its title, which is a draft again. @param version that the asker saw */
export function useDeck(version: number, at: Instant): DeckRule {
  return (deck, all) => {
    if (deck === undefined) return { refusal: { kind: 'no-such-deck' } }
    if (deck.version !== version) return { refusal: { kind: 'changed-since' } }
    if (deck.state === 'approved') return { save: [] }
    const before = all.filter((other) => other.state === 'approved' && isNamed(deck.title)(other))
    return { save: [{ ...deck, state: 'approved', approvedAt: at }, ...before.map(stopped)] }
  }
}

export const stopDeck: DeckRule = (deck) => (deck === undefined ? { refusal: { kind: 'no-such-deck' } } : { save: [stopped(deck)] })

export function removeDeck(version: number): DeckRule {
  return (deck) => {
    if (deck === undefined) return { refusal: { kind: 'no-such-deck' } }
    return deck.version === version ? { remove: true } : { refusal: { kind: 'changed-since' } }
  }
}

/** One of them leaves; with the last one, its deck. One that is gone changes nothing. */
export function withoutCard(card: string): DeckRule {
  return (deck) => {
    if (deck === undefined) return { refusal: { kind: 'no-such-deck' } }
    const cards = deck.cards.filter(({ id }) => id !== card)
    if (cards.length === 0) return { remove: true }
    return { save: cards.length === deck.cards.length ? [] : [{ ...deck, cards, version: deck.version + 1 }] }
  }
}
