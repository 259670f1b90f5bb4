// What a question asks about: services, things and acts, made from the words that were recognised.
import type { Concept, Course } from '../course.ts'
import { articles, comparingWords, contrastingWords, joiningWords } from './neutral-words.ts'
import type { Mention, Reading, Vocabulary } from './vocabulary.ts'
import { phrasesOf } from './vocabulary.ts'
import { readWords } from './words.ts'

export type Asked = {
  readonly services: readonly Concept[]
  readonly things: readonly Concept[]
  readonly acts: readonly Concept[]
  /** The things that only say more about another one: the application in "certificates of the application". */
  readonly modifiers: ReadonlySet<Concept>
}

/** Two services that together mean a third one: ECS and EC2 in one breath are "ECS on EC2". */
type Pair = { readonly services: readonly [string, string]; readonly means: Concept }

export type Asking = (reading: Reading) => Asked

export function buildAsking(course: Course, vocabulary: Vocabulary): Asking {
  const pairs = findPairs(course, vocabulary)
  const frame = new Set(vocabulary.read(course.title).mentions.flatMap(({ concepts }) => concepts))
  return ({ mentions: all, words }) => {
    // "Under the shared responsibility model" says what the whole course is about, and nothing where more is asked.
    const inside = all.filter(({ concepts }) => !concepts.every((concept) => frame.has(concept)))
    const mentions = inside.length > 0 ? inside : all
    const comparing = words.some((word) => comparingWords.has(word))
    const sorted = sortByKind(mentions, comparing)
    const things = withoutImplied(course, sorted.things)
    const asked = { ...sorted, things, modifiers: findModifiers(mentions, words) }
    const pair = comparing ? undefined : pairs.find(({ services }) => services.every((id) => asked.services.some((one) => one.id === id)))
    if (pair === undefined) return asked
    const rest = asked.services.filter(({ id }) => !pair.services.includes(id) && id !== pair.means.id)
    return { ...asked, services: [pair.means, ...rest] }
  }
}

/** A word that is both a service and a thing means the thing where another service is named: "the VPC of a Lambda function". */
function sortByKind(mentions: readonly Mention[], comparing: boolean): Omit<Asked, 'modifiers'> {
  const plain = new Set(mentions.filter(({ concepts }) => concepts.every(({ kind }) => kind === 'service')).flatMap(({ concepts }) => concepts))
  const found = mentions.flatMap(({ concepts }) => {
    if (concepts.length === 1) return concepts
    const service = concepts.find(({ kind }) => kind === 'service')
    if (service === undefined) return concepts
    const others = [...plain].some(({ id }) => id !== service.id)
    return concepts.filter(({ kind }) => (kind === 'service') === (comparing || !others))
  })
  const unique = [...new Set(found)]
  const of = (kind: Concept['kind']): readonly Concept[] => unique.filter((concept) => concept.kind === kind)
  return { services: of('service'), things: of('thing'), acts: of('act') }
}

/** "A DDoS attack" is a kind of attack: the wider word adds nothing. */
function withoutImplied(course: Course, things: readonly Concept[]): readonly Concept[] {
  const implied = new Set<string>()
  for (const thing of things) {
    let wider = thing.within
    while (wider !== undefined && !implied.has(wider)) {
      implied.add(wider)
      wider = course.byId.concepts.get(wider)?.within
    }
  }
  return things.filter(({ id }) => !implied.has(id))
}

/** The head of "network cables" stands last, the head of "cables of the network" first. */
function findModifiers(mentions: readonly Mention[], words: readonly string[]): ReadonlySet<Concept> {
  const things = mentions.filter(({ concepts }) => concepts.every(({ kind }) => kind === 'thing'))
  const modifiers = new Set<Concept>()
  if (words.some((word) => contrastingWords.has(word))) return modifiers
  for (const [place, mention] of things.entries()) {
    const next = things[place + 1]
    if (next === undefined) continue
    const between = words.slice(mention.at + mention.words.length, next.at)
    if (between.length === 0) mention.concepts.forEach((concept) => modifiers.add(concept))
    else if (joiningWords.has(between[0] ?? '') && between.slice(1).every((word) => articles.has(word))) {
      next.concepts.forEach((concept) => modifiers.add(concept))
    }
  }
  return modifiers
}

function findPairs(course: Course, vocabulary: Vocabulary): readonly Pair[] {
  const services = course.concepts.filter(({ kind }) => kind === 'service')
  return services.flatMap((means) =>
    phrasesOf(means).flatMap((phrase) => {
      const named = readWords(phrase).flatMap((word) => vocabulary.read(word).mentions.flatMap(({ concepts }) => concepts))
      const ids = [...new Set(named.filter(({ kind }) => kind === 'service').map(({ id }) => id))]
      const [one, other] = ids
      return ids.length === 2 && one !== undefined && other !== undefined ? [{ services: [one, other] as const, means }] : []
    }),
  )
}
