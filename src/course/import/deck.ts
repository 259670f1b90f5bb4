// The flashcards of a file as one deck of a team: what can be taken of them, and what can't.
import type { CardSides } from '../../core/card.ts'
import { plainSentence } from '../../core/plain-words.ts'
import type { NewCard } from '../../core/team-deck.ts'
import { tooLong, type LeftOut, type ReadCards } from './cards.ts'
import { tidyLine } from './plain-text.ts'

/** `repeated`: how many stand there twice with the same words. `left`: what its cards had beside text. `problems`: in sentences. */
export type ReadDeck = {
  readonly title: string
  readonly format: string
  readonly cards: readonly NewCard[]
  readonly repeated: number
  readonly left: LeftOut
  readonly problems: readonly { readonly start: string; readonly problem: string }[]
}

const longestTitle = 60

/** @param file its name; empty for a text that was typed */
export function deckOf({ format, cards }: ReadCards, file: string): ReadDeck {
  const taken = new Map<string, NewCard>()
  const problems: { start: string; problem: string }[] = []
  let [repeated, sounds, pictures] = [0, 0, 0]
  for (const card of cards) {
    if ('problem' in card) {
      problems.push({ start: card.start, problem: card.problem })
      continue
    }
    const { front, back, name, left } = card
    const problem = problemOf(card, taken.get(plainSentence(front)))
    if (problem === 'repeated') repeated += 1
    else if (problem !== undefined) problems.push({ start: front.slice(0, 60), problem })
    else {
      taken.set(plainSentence(front), { front, back, name })
      sounds += left?.sounds ?? 0
      pictures += left?.pictures ?? 0
    }
  }
  return { title: titleOf(cards, file), format, cards: [...taken.values()], repeated, left: { sounds, pictures }, problems }
}

function problemOf(card: CardSides, earlier: CardSides | undefined): string | undefined {
  if (earlier !== undefined) return earlier.back === card.back ? 'repeated' : 'The file has this front twice. Only the first was taken.'
  return tooLong(card)
}

/** What the file calls its one deck, or else how it is named itself. */
function titleOf(cards: ReadCards['cards'], file: string): string {
  const topics = new Set(cards.flatMap((card) => ('topic' in card ? [card.topic] : [])))
  const [topic = ''] = topics.size === 1 ? topics : []
  const named = tidyLine(file.replace(/\.\w+$/u, '').replaceAll(/[-_]+/gu, ' '))
  const title = topic !== '' ? topic : named !== '' ? named : 'Flashcards'
  return title.length <= longestTitle ? title : `${title.slice(0, longestTitle - 1).trimEnd()}…`
}
