// What the questions and study aids of a course cover, in figures.
import type { Course, Question } from '../course.ts'
import { difficulties } from '../read/schema.ts'
import { tipKinds } from '../read/schema-aids.ts'

/** How often each name occurs. */
export type Tally = Readonly<Record<string, number>>

type TopicCoverage = {
  readonly topic: string
  readonly title: string
  readonly questions: number
  /** Of all questions, 0 to 1. */
  readonly share: number
  /** The share that course.yaml asks for, 0 to 1. */
  readonly due: number
  /** By party id. */
  readonly owners: Tally
  readonly difficulties: Tally
  /** How many different facts the questions of the topic test. */
  readonly facts: number
}

type DocumentCoverage = {
  readonly document: string
  readonly title: string
  readonly facts: number
  readonly tested: number
}

export type Coverage = {
  readonly questions: number
  /** How many ask to select more than one option. */
  readonly multiple: number
  readonly owners: Tally
  readonly difficulties: Tally
  readonly topics: readonly TopicCoverage[]
  readonly documents: readonly DocumentCoverage[]
  /** The ids of facts that no question tests. */
  readonly untested: readonly string[]
  readonly aids: AidCoverage
}

/** How many study aids there are. */
type AidCoverage = {
  readonly flashcards: number
  /** How many topics have a flashcard. */
  readonly flashcardTopics: number
  readonly cases: number
  readonly findings: number
  readonly tips: number
  readonly tipKinds: Tally
  readonly checklist: number
  readonly controls: number
  readonly controlCategories: number
  readonly diagrams: number
  /** Sentences in people's own words. */
  readonly phrasings: number
}

export function measureCoverage(course: Course): Coverage {
  const { questions, topics, facts } = course
  const weights = topics.reduce((sum, { weight }) => sum + weight, 0)
  const tested = new Set(questions.flatMap((question) => question.facts))
  const byTopic = Map.groupBy(questions, ({ topic }) => topic)
  const tallies = (some: readonly Question[]) => ({
    owners: tally(some.map(({ owner }) => owner), Object.values(course.parties).map(({ id }) => id)),
    difficulties: tally(some.map(({ difficulty }) => difficulty), difficulties),
  })
  return {
    questions: questions.length,
    multiple: questions.filter(({ pick }) => pick > 1).length,
    ...tallies(questions),
    topics: topics.map(({ id, title, weight }) => {
      const some = byTopic.get(id) ?? []
      const share = questions.length === 0 ? 0 : some.length / questions.length
      const known = new Set(some.flatMap((question) => question.facts))
      return { topic: id, title, questions: some.length, share, due: weight / weights, ...tallies(some), facts: known.size }
    }),
    documents: course.documents.map(({ id, title }) => {
      const held = facts.filter(({ source }) => source.document === id)
      return { document: id, title, facts: held.length, tested: held.filter((fact) => tested.has(fact.id)).length }
    }),
    untested: facts.filter(({ id }) => !tested.has(id)).map(({ id }) => id),
    aids: measureAids(course),
  }
}

function measureAids({ flashcards, cases, tips, checklist, controls, controlCategories, diagrams, phrasings }: Course): AidCoverage {
  return {
    flashcards: flashcards.length,
    flashcardTopics: new Set(flashcards.map(({ topic }) => topic)).size,
    cases: cases.length,
    findings: cases.reduce((sum, { findings }) => sum + findings.length, 0),
    tips: tips.length,
    tipKinds: tally(tips.map(({ kind }) => kind), tipKinds),
    checklist: checklist.length,
    controls: controls.length,
    controlCategories: controlCategories.length,
    diagrams: diagrams.length,
    phrasings: phrasings.reduce((sum, { asked }) => sum + asked.length, 0),
  }
}

function tally(items: readonly string[], names: readonly string[]): Tally {
  const counts = new Map(names.map((name) => [name, 0]))
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return Object.fromEntries(counts)
}
