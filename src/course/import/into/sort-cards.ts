// Which cards of a file are new to a course, and which replace one.
import type { CardSides } from '../../../core/card.ts'
import { numberOf } from '../../../core/number-of.ts'
import { plainSentence } from '../../../core/plain-words.ts'
import type { Course, Flashcard } from '../../course.ts'
import { tooLong, type Card } from '../cards.ts'
import { startOf, type Sorted } from './counts.ts'
import { shareWords } from './share-words.ts'
import { freeId, namedId, slugOf } from './slug.ts'
import type { Topic } from './topics.ts'

export interface CardRow extends CardSides {
  readonly id: string
  readonly topic: string
  /** What the course has in its place. */
  readonly before?: Flashcard
}

interface OfFile {
  readonly cards: readonly Card[]
  readonly slug: string
  readonly replace: boolean
}

export function sortCards(course: Course, { cards, slug, replace }: OfFile, topics: ReadonlyMap<string, Topic>): Sorted<CardRow> {
  const byFront = new Map(course.flashcards.map((card) => [plainSentence(card.front), card]))
  const rows = new Map<string, CardRow>()
  const counts = { added: 0, replaced: 0, there: 0, differ: 0 }
  const problems: { start: string; problem: string }[] = []
  const seen = new Map<string, CardSides>()
  let asQuestions = 0
  for (const card of cards) {
    if ('problem' in card) continue
    const { front, back } = card
    const asked = plainSentence(front)
    const refuse = (problem: string) => problems.push({ start: startOf(front), problem })
    const earlier = seen.get(asked)
    if (earlier !== undefined) {
      if (!isSame(earlier, card)) refuse(`The file has this front twice. Only the first was taken, with the back “${startOf(earlier.back)}”.`)
      continue
    }
    seen.set(asked, card)
    const name = namedId(card.name, slug)
    const known = byFront.get(asked) ?? [name, slugOf(card.name)].flatMap((id) => course.byId.flashcards.get(id) ?? []).find((there) => isAbout(there, card))
    if (known !== undefined && (isSame(known, card) || !replace)) {
      counts.there += 1
      counts.differ += Number(!isSame(known, card))
      continue
    }
    // An export for Anki has the questions of the course as cards too.
    const question = known === undefined ? course.byId.questions.get(card.name) : undefined
    if (question !== undefined && shareWords([question.stem], [front])) {
      asQuestions += 1
      continue
    }
    const long = tooLong(card)
    if (long !== undefined) {
      refuse(long)
      continue
    }
    const id = known?.id ?? freeId(name || slugOf(front), (each) => course.byId.flashcards.has(each) || rows.has(each))
    rows.set(id, { id, topic: known?.topic ?? topics.get(card.topic)?.id ?? '', front, back, ...(known === undefined ? {} : { before: known }) })
    counts[known === undefined ? 'added' : 'replaced'] += 1
  }
  return { rows: [...rows.values()], counts, problems, notes: asQuestions === 0 ? [] : [`${numberOf(asQuestions, 'card')} left out: the course has ${asQuestions === 1 ? 'it as a question' : 'them as questions'}.`] }
}

const isSame = (one: CardSides, other: CardSides): boolean => [one.front, one.back].every((side, at) => side.replaceAll(/\s+/gu, ' ') === [other.front, other.back][at]?.replaceAll(/\s+/gu, ' '))

const isAbout = (one: CardSides, other: CardSides): boolean => shareWords([one.front, one.back], [other.front, other.back])
