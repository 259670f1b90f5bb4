// A team's deck as files that can be sent back: Anki's text, and a table for a spreadsheet. Each card keeps its name, so that it's known again.
import { csv } from '../../core/csv.ts'
import type { TeamCard, TeamDeck } from '../../core/team-deck.ts'
import { ankiCell, ankiField } from './anki-text.ts'

type Deck = Pick<TeamDeck, 'title' | 'cards'>

/** What a file calls it. */
const nameOf = ({ id, name }: TeamCard): string => (name === '' ? id : name)

export function deckAsAnki({ title, cards }: Deck): string {
  const head = ['#separator:tab', '#html:true', '#guid column:1', `#deck:${title}`]
  return [...head, ...cards.map((card) => [nameOf(card), ankiField(card.front), ankiField(card.back)].map(ankiCell).join('\t'))].join('\n').concat('\n')
}

export const deckAsTable = ({ title, cards }: Deck): string => csv(['id', 'deck', 'front', 'back'], cards.map((card) => [nameOf(card), title, card.front, card.back]))
