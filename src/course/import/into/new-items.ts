// Which questions and cards of a file are new to a course, which replace one, and which can't be asked yet.
import { questionKey, type TeamText } from '../../../core/team-question.ts'
import { checkTeamQuestion } from '../../check-team-question.ts'
import type { Course } from '../../course.ts'
import type { Card } from '../cards.ts'
import type { Item } from '../items.ts'
import { freeId, slugOf } from './slug.ts'
import type { Topic } from './topics.ts'

const longestSide = 200

export interface Counts {
  readonly added: number
  readonly replaced: number
  /** There before, and left as they are. `differ`: how many of them say something else than the file. */
  readonly there: number
  readonly differ: number
}

export interface Row {
  readonly id: string
  /** Its id. */
  readonly topic: string
  /** As its file names it; empty if it doesn't. */
  readonly topicTitle: string
  readonly text: TeamText
}

export interface CardRow {
  readonly id: string
  readonly topic: string
  readonly front: string
  readonly back: string
}

export interface Problem {
  readonly start: string
  readonly problem: string
}

export const startOf = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59).trimEnd()}…`)

type QuestionsOfFile = { readonly items: readonly Item[]; readonly source: string; readonly replace: boolean }
type CardsOfFile = { readonly cards: readonly Card[]; readonly replace: boolean }

type Sorted<Of> = { readonly rows: readonly Of[]; readonly counts: Counts; readonly problems: readonly Problem[] }

/** Those of the file that are new, or replace one; each with what it lacks. */
export function sortQuestions(course: Course, { items, source, replace }: QuestionsOfFile, topics: ReadonlyMap<string, Topic>): Sorted<{ readonly row: Row; readonly missing: readonly string[] }> {
  const there = new Set(course.questions.map((question) => questionKey(textOf(question))))
  const seen = new Set<string>()
  const ids = new Set(course.byId.questions.keys())
  const rows = new Map<string, { readonly row: Row; readonly missing: readonly string[] }>()
  const counts = { added: 0, replaced: 0, there: 0, differ: 0 }
  const problems: { start: string; problem: string }[] = []
  for (const one of items) {
    if ('problem' in one) continue
    const text = { ...one.text, source: one.text.source || source }
    const findings = checkTeamQuestion(course, text)
    const unusable = findings.filter(({ level }) => level === 'unusable')
    if (unusable.length > 0) {
      problems.push({ start: startOf(text.stem), problem: unusable.map(({ message }) => message).join(' ') })
      continue
    }
    const key = questionKey(text)
    const named = slugOf(one.name ?? '')
    if (seen.has(key)) continue
    seen.add(key)
    const known = named !== '' && course.byId.questions.has(named) ? named : undefined
    if (there.has(key) || (known !== undefined && !replace)) {
      counts.there += 1
      if (!there.has(key)) counts.differ += 1
      continue
    }
    const id = known ?? freeId(named || slugOf(text.stem), (each) => ids.has(each))
    const missing = findings.filter(({ level }) => level === 'error').map(({ message }) => message)
    rows.set(id, { row: { id, topic: topics.get(one.topic ?? '')?.id ?? '', topicTitle: one.topic ?? '', text }, missing })
    ids.add(id)
    if (missing.length === 0) counts[known === undefined ? 'added' : 'replaced'] += 1
  }
  return { rows: [...rows.values()], counts, problems }
}

const textOf = ({ stem, options, key }: Course['questions'][number]): Pick<TeamText, 'stem' | 'options'> => ({ stem, options: options.map(({ id, text }) => ({ text, right: key.includes(id), why: '' })) })

export function sortCards(course: Course, { cards, replace }: CardsOfFile, topics: ReadonlyMap<string, Topic>): Sorted<CardRow> {
  const keyOf = ({ front, back }: { readonly front: string; readonly back: string }): string => JSON.stringify([front, back].map((side) => side.toLowerCase().replaceAll(/\s+/gu, ' ')))
  const there = new Set(course.flashcards.map(keyOf))
  const ids = new Set(course.flashcards.map(({ id }) => id))
  const rows = new Map<string, CardRow>()
  const counts = { added: 0, replaced: 0, there: 0, differ: 0 }
  const problems: { start: string; problem: string }[] = []
  for (const card of cards) {
    if ('problem' in card) continue
    const { front, back } = card
    const long = [['front', front], ['back', back]].find(([, side = '']) => side.length > longestSide)
    if (long !== undefined) {
      problems.push({ start: startOf(front), problem: `Its ${long[0]} has ${long[1]?.length} characters. Shorten it to ${longestSide}.` })
      continue
    }
    const named = slugOf(card.name)
    const known = named !== '' && ids.has(named) ? named : undefined
    if (there.has(keyOf(card)) || (known !== undefined && !replace)) {
      counts.there += 1
      if (!there.has(keyOf(card))) counts.differ += 1
      continue
    }
    const id = known ?? freeId(named || slugOf(front), (each) => ids.has(each))
    rows.set(id, { id, topic: topics.get(card.topic)?.id ?? '', front, back })
    ids.add(id)
    there.add(keyOf(card))
    counts[known === undefined ? 'added' : 'replaced'] += 1
  }
  return { rows: [...rows.values()], counts, problems }
}

