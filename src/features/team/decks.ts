// Decks of flashcards that managers bring along for their channel: added from a file, looked through, used, and withdrawn.
import { changesIn, removeDeck, stopDeck, useDeck, withoutCard, type DeckRefusal, type DeckRule, type TeamCard, type TeamDeck } from '../../core/team-deck.ts'
import { deckAsAnki, deckAsTable } from '../../course/export/deck-files.ts'
import type { ReadCards } from '../../course/import/cards.ts'
import type { SentCards } from '../../course/import/cards-of-file.ts'
import { deckOf } from '../../course/import/deck.ts'
import { readSentCards } from '../../course/import/read-sent-cards.ts'
import { textFile } from '../../screens/files.ts'
import { refusal } from '../../screens/notice.ts'
import type { AttachedFile, Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { command, type Text } from '../../screens/text.ts'
import type { Answers } from '../feature.ts'
import { refused } from '../refused.ts'
import type { Means } from '../services.ts'
import { cardScreen, deckScreen, sureOfCard, sureOfDeck, type DeckView } from './deck-screen.ts'
import { deckExportScreen, decksScreen } from './decks-screen.ts'
import type { team } from './face.ts'
import { cantRead } from './list-screen.ts'
import { managed } from './managed.ts'

type Typed = { readonly text: string } | { readonly file: AttachedFile }

/** Undefined for what holds no cards: questions, for all that is known yet. */
export async function cardsIn(typed: Typed): Promise<SentCards> {
  if ('text' in typed) return readSentCards({ name: '', data: new TextEncoder().encode(typed.text) })
  return 'problem' in typed.file ? undefined : readSentCards(typed.file)
}

/** @param file its name; empty for a text that was typed */
export async function addCards(cards: ReadCards, file: string, request: Request, means: Means): Promise<Screen> {
  const found = await managed(request, means)
  if ('no' in found) return found.no
  const { title, cards: taken, ...read } = deckOf(cards, file)
  if (taken.length === 0) return cantRead(['None of its cards can be used.', ...read.problems.slice(0, 3).map(({ start, problem }) => `${start === '' ? '(empty)' : start}: ${problem}`)])
  const added = await means.ledger.teamDecks.add(found.place, request.asker, { title, cards: taken }, request.event, request.at)
  if (added.kind === 'refused') return deckRefused(added.refusal)
  const note: Text = added.isNew ? ['Saved as a draft. Look through it, then use it.'] : ['This deck is already here, so nothing was added.']
  return shown(added.deck, found.place, means, { note, read })
}

export const deckControls: Pick<Answers<typeof team>['controls'], 'decks' | 'deck' | 'useDeck' | 'stopDeck' | 'removeDeck' | 'keepDeck' | 'removeDeckNow' | 'exportDeck' | 'card' | 'removeCard' | 'removeCardNow'> = {
  decks: ({ page }, press, means) => listDecks(page, press, means),
  deck: ({ deck, page }, press, means) => withDeck(deck, press, means, (found, place) => shown(found, place, means, { page })),
  useDeck: ({ deck, version }, press, means) => change(deck, useDeck(version, press.at), ['People here get these cards from now on.'], press, means),
  stopDeck: ({ deck }, press, means) => change(deck, stopDeck, ['It’s a draft again, and nobody gets its cards.'], press, means),
  removeDeck: ({ deck }, press, means) => withDeck(deck, press, means, sureOfDeck),
  keepDeck: ({ deck }, press, means) => withDeck(deck, press, means, (found, place) => shown(found, place, means, { note: ['Nothing was deleted.'] })),
  removeDeckNow: ({ deck, version }, press, means) => change(deck, removeDeck(version), [], press, means),
  exportDeck: ({ deck }, press, means) => withDeck(deck, press, means, filesOf),
  card: ({ deck, card }, press, means) => withDeck(deck, press, means, (found, place) => withCard(found, card, place, means, cardScreen)),
  removeCard: ({ deck, card }, press, means) => withDeck(deck, press, means, (found, place) => withCard(found, card, place, means, sureOfCard)),
  removeCardNow: ({ deck, card }, press, means) => change(deck, withoutCard(card), ['Card deleted.'], press, means),
}

export async function listDecks(page: number, request: Request, means: Means, note: Text = []): Promise<Screen> {
  const found = await managed(request, means)
  return 'no' in found ? found.no : decksScreen(await means.ledger.teamDecks.of(found.place), page, note)
}

async function withDeck(id: string, request: Request, means: Means, show: (deck: TeamDeck, place: string) => Screen | Promise<Screen>): Promise<Screen> {
  const found = await managed(request, means)
  if ('no' in found) return found.no
  const deck = (await means.ledger.teamDecks.of(found.place)).find((each) => each.id === id)
  return deck === undefined ? deckRefused({ kind: 'no-such-deck' }) : show(deck, found.place)
}

function withCard(deck: TeamDeck, id: string, place: string, means: Means, show: (deck: TeamDeck, card: TeamCard) => Screen): Screen | Promise<Screen> {
  const card = deck.cards.find((each) => each.id === id)
  return card === undefined ? shown(deck, place, means, { note: ['This card is gone.'] }) : show(deck, card)
}

async function shown(deck: TeamDeck, place: string, { ledger }: Means, { page = 0, note = [], ...read }: Partial<Pick<DeckView, 'page' | 'note' | 'read'>>): Promise<Screen> {
  const changes = deck.state === 'draft' ? changesIn(deck, await ledger.teamDecks.of(place)) : undefined
  return deckScreen({ deck, page, changes, note, ...read })
}

async function change(id: string, rule: DeckRule, note: Text, request: Request, means: Means): Promise<Screen> {
  const found = await managed(request, means)
  if ('no' in found) return found.no
  const changed = await means.ledger.teamDecks.change(found.place, request.asker, id, rule)
  if (changed.kind === 'refused') return deckRefused(changed.refusal)
  return changed.deck === null ? listDecks(0, request, means, ['Deleted.']) : shown(changed.deck, found.place, means, { note })
}

async function filesOf(deck: TeamDeck): Promise<Screen> {
  const files = await Promise.all([textFile('flashcards.txt', 'For Anki', deckAsAnki(deck)), textFile('flashcards.csv', 'For a spreadsheet', deckAsTable(deck))])
  return deckExportScreen(files, deck)
}

function deckRefused(why: DeckRefusal): Screen {
  switch (why.kind) {
    case 'no-quiz':
    case 'not-a-manager':
      return refused(why)
    case 'no-such-deck':
      return refusal('This deck is gone', [['Somebody deleted it, or sent a newer version. ', command('decks'), ' shows the others.']])
    case 'changed-since':
      return refusal('This deck has changed', [['Somebody changed it after you opened it. Open it again and look through it: ', command('decks')]])
    case 'too-many':
      return refusal(`Too many ${why.of}`, [[`A channel can have ${why.most.toLocaleString('en-US')} ${why.of === 'cards' ? 'flashcards' : 'decks'} of its own. Delete some first, or send fewer: `, command('decks')]])
  }
}
