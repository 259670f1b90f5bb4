// The decks of flashcards of a channel's team, and one of them as files.
import { numberOf } from '../../core/number-of.ts'
import type { TeamDeck } from '../../core/team-deck.ts'
import { pageOf, turnButtons } from '../../screens/page.ts'
import type { Block, FileBlock, Screen } from '../../screens/screen.ts'
import { command, strong, type Text } from '../../screens/text.ts'
import { excerpt } from '../../screens/written.ts'
import { decksButton } from './deck-screen.ts'
import { team } from './face.ts'

const { controls } = team
const size = 5

/** @param page from 0 @param note what was just done */
export function decksScreen(decks: readonly TeamDeck[], page: number, note: Text = []): Screen {
  const { shown, first, missing, ...at } = pageOf(decks, { size, page })
  const drafts = decks.filter(({ state }) => state === 'draft').length
  const blocks: readonly Block[] = decks.length === 0
    ? [{ kind: 'paragraph', text: ['Your team has no flashcards of its own yet. Send a deck that you already have, and people here get its cards along with the course’s.'] }]
    : [
        ...missing,
        { kind: 'list', items: shown.map((deck, nth) => lineOf(deck, first + nth + 1)) },
        { kind: 'buttons', buttons: shown.map(({ id }, nth) => ({ label: `Open ${first + nth + 1}`, control: controls.deck.text({ deck: id, page: 0 }), primary: false })) },
        { kind: 'footnote', text: [`${numberOf(drafts, 'draft')} · ${decks.length - drafts} in use${at.pages > 1 ? ` · page ${at.at + 1} of ${at.pages}` : ''}`] },
      ]
  const turns = turnButtons(at, (to) => controls.decks.text({ page: to }))
  return {
    name: 'team-decks',
    title: 'Flashcards from your team',
    tone: 'plain',
    blocks: [
      ...(note.length === 0 ? [] : [{ kind: 'paragraph', text: note } as const]),
      ...blocks,
      { kind: 'footnote', text: ['To add one, send a file with ', command('add-question'), '. It reads decks from Anki (.apkg or text), Kotoba, and tables with a front and a back.'] },
      ...(turns.length === 0 ? [] : [{ kind: 'buttons', buttons: turns } as const]),
    ],
  }
}

function lineOf({ state, title, cards }: TeamDeck, number: number): Text {
  return [`${number}. `, ...(state === 'draft' ? [strong('Draft'), ' · '] : []), ...excerpt(title, 60), ` · ${numberOf(cards.length, 'card')}`]
}

export function deckExportScreen(files: readonly FileBlock[], { id }: Pick<TeamDeck, 'id'>): Screen {
  return {
    name: 'team-deck-export',
    title: 'The deck as files',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: ['Change either file as you like, then send it with ', command('add-question'), '. People keep what they’ve learned, even about cards you changed.'] },
      ...files,
      { kind: 'buttons', buttons: [{ label: 'Back to the deck', control: controls.deck.text({ deck: id, page: 0 }), primary: true }, decksButton] },
    ],
  }
}
