// A deck of flashcards that a team brought along, one of its cards, and what came of sending a file.
import { teamTopic } from '../../core/team-question.ts'
import type { DeckChanges, TeamCard, TeamDeck } from '../../core/team-deck.ts'
import { numberOf } from '../../core/number-of.ts'
import type { ReadDeck } from '../../course/import/deck.ts'
import { pageOf, turnButtons } from '../../screens/page.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { strong, type Text } from '../../screens/text.ts'
import { emphasized, excerpt, written } from '../../screens/written.ts'
import { team } from './face.ts'

const { controls } = team
const [size, shownBesideProblems, longestFront, longestBack, problemsShown] = [5, 2, 50, 40, 2]

export const decksButton: Button = { label: 'All decks', control: controls.decks.text({ page: 0 }), primary: false }

export type DeckView = {
  readonly deck: TeamDeck
  /** From 0. */
  readonly page: number
  /** Of a draft: against the deck of its title that is in use. */
  readonly changes: DeckChanges | undefined
  /** What was just done. */
  readonly note: Text
  /** The file that it was just read from. */
  readonly read?: Pick<ReadDeck, 'format' | 'repeated' | 'left' | 'problems'>
}

export function deckScreen({ deck, page, changes, note, read }: DeckView): Screen {
  const { id, title, cards, state, version } = deck
  const hasProblems = read !== undefined && read.problems.length > 0
  const { shown: onPage, first, missing, ...at } = pageOf(cards, { size, page })
  const shown = hasProblems ? onPage.slice(0, shownBesideProblems) : onPage
  const button = (label: string, control: string, primary = false): Button => ({ label, control, primary })
  const from = read === undefined || read.format === '' ? '' : ` from ${read.format}`
  return {
    name: 'team-deck',
    title: state === 'draft' ? 'A draft deck' : 'Flashcards from your team',
    tone: 'plain',
    blocks: [
      ...(note.length === 0 ? [] : [{ kind: 'paragraph', text: note } as const]),
      { kind: 'paragraph', text: [strong(title), `: ${numberOf(cards.length, 'card')}${from}.${changes === undefined ? '' : ` ${changesLine(changes)}`}`] },
      ...missing,
      { kind: 'list', items: shown.map((card, nth) => lineOf(card, first + nth + 1)) },
      { kind: 'footnote', text: [`${stateLine(state)}${at.pages > 1 && !hasProblems ? ` Page ${at.at + 1} of ${at.pages}.` : ''}`] },
      ...(read === undefined ? [] : readBlocks(read)),
      {
        kind: 'buttons',
        buttons: [
          ...(state === 'draft' ? [button('Use these cards', controls.useDeck.text({ deck: id, version }), true)] : [button('Stop using them', controls.stopDeck.text({ deck: id }))]),
          ...(hasProblems ? [button('Look through it', controls.deck.text({ deck: id, page: 0 }))] : turnButtons(at, (to) => controls.deck.text({ deck: id, page: to }))),
          button('Delete', controls.removeDeck.text({ deck: id, version })),
          ...(hasProblems ? [] : [button('Export', controls.exportDeck.text({ deck: id })), decksButton]),
        ],
      },
      ...(hasProblems ? [] : [{ kind: 'buttons', buttons: shown.map((card, nth) => button(`Open ${first + nth + 1}`, controls.card.text({ deck: id, card: card.id }))) } as const]),
    ],
  }
}

const lineOf = ({ front, back }: TeamCard, number: number): Text => [`${number}. `, ...emphasized(excerpt(front, longestFront)), ' · ', ...excerpt(back, longestBack)]

/** Sources are what a course has to say where its answers come from; a team answers for its own cards. */
const stateLine = (state: TeamDeck['state']): string =>
  state === 'draft' ? 'Draft: nobody gets these cards yet.' : 'People in this channel get these along with the course’s cards. They have no source, so they’re shown as your team’s own.'

function changesLine({ added, changed, gone }: DeckChanges): string {
  const parts = [...(added === 0 ? [] : [`${added} new`]), ...(changed === 0 ? [] : [`${changed} changed`]), ...(gone === 0 ? [] : [`${gone} removed`])]
  return `It will replace the deck in use (${parts.length === 0 ? 'in another order' : parts.join(', ')}).`
}

function readBlocks({ repeated, left, problems }: NonNullable<DeckView['read']>): readonly Block[] {
  const more = problems.length - problemsShown
  const without = [...(left.sounds === 0 ? [] : [numberOf(left.sounds, 'sound')]), ...(left.pictures === 0 ? [] : [numberOf(left.pictures, 'picture')])]
  const notes = [...(repeated === 0 ? [] : [`${numberOf(repeated, 'card')} ${repeated === 1 ? 'was' : 'were'} in it twice.`]), ...(without.length === 0 ? [] : [`Left out: ${without.join(' and ')}. Cards are text only.`])]
  return [
    ...(notes.length === 0 ? [] : [{ kind: 'footnote', text: [notes.join(' ')] } as const]),
    ...(problems.length === 0 ? [] : [
      { kind: 'heading', text: `${numberOf(problems.length, 'card')} left out` } as const,
      { kind: 'list', items: problems.slice(0, problemsShown).map(({ start, problem }): Text => [...emphasized(excerpt(start === '' ? '(empty)' : start, longestFront)), `: ${problem}`]) } as const,
    ]),
    ...(more > 0 ? [{ kind: 'footnote', text: [`And ${more} more.`] } as const] : []),
  ]
}

export function cardScreen(deck: TeamDeck, card: TeamCard): Screen {
  return {
    name: 'team-card',
    title: 'A card from your team',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: emphasized(written(card.front)) },
      { kind: 'paragraph', text: written(card.back) },
      { kind: 'footnote', text: [`${teamTopic.title}: ${deck.title} · card ${deck.cards.indexOf(card) + 1} of ${deck.cards.length}. To change it, export the deck, and send the file back.`] },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Delete this card', control: controls.removeCard.text({ deck: deck.id, card: card.id }), primary: false },
          { label: 'Back to the deck', control: controls.deck.text({ deck: deck.id, page: Math.floor(deck.cards.indexOf(card) / size) }), primary: true },
        ],
      },
    ],
  }
}

export function sureOfDeck({ id, title, cards, version }: TeamDeck): Screen {
  return sure('Delete this deck?', [strong(title), `: ${numberOf(cards.length, 'card')}. What people have learned from them is kept, in case you send the deck again.`],
    controls.removeDeckNow.text({ deck: id, version }), controls.keepDeck.text({ deck: id }))
}

export function sureOfCard(deck: TeamDeck, card: TeamCard): Screen {
  return sure('Delete this card?', excerpt(card.front, 200), controls.removeCardNow.text({ deck: deck.id, card: card.id }), controls.card.text({ deck: deck.id, card: card.id }))
}

function sure(title: string, text: Text, yes: string, no: string): Screen {
  return {
    name: 'team-deck-remove', title, tone: 'warning',
    blocks: [
      { kind: 'paragraph', text },
      { kind: 'buttons', buttons: [{ label: 'Delete', control: yes, primary: false }, { label: 'Keep it', control: no, primary: true }] },
    ],
  }
}
