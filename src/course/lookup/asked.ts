// What a question asks about: the services, things and acts behind its words.
import type { Concept, Course } from '../course.ts'
import { buildCompounds } from './compounds.ts'
import { comparingWords } from './neutral-words.ts'
import type { Mention, Reading, Vocabulary } from './vocabulary.ts'
import { phrasesOf } from './vocabulary.ts'
import { readWords } from './words.ts'

export type Asked = {
  readonly services: readonly Concept[]
  readonly things: readonly Concept[]
  readonly acts: readonly Concept[]
  /** The service that a thing belongs to, of several: in "RDS or MySQL on EC2" the self-run database belongs to EC2 alone. */
  readonly belongsTo: ReadonlyMap<Concept, Concept>
  /** Whether the things are joined by “and”, “or”, “vs”: then each of them is asked about by itself. */
  readonly apart: boolean
}

/** Two services that together mean a third: "ECS" and "EC2" in one question mean "ECS on EC2". */
type Pair = {
  readonly services: readonly [string, string]
  readonly words: readonly string[]
  readonly means: Concept
  /** False if it is one of the two, as in "RDS instance": then only these very words make one service of two. */
  readonly isNew: boolean
}

export type Asking = (reading: Reading) => Asked

export function buildAsking(course: Course, vocabulary: Vocabulary): Asking {
  const pairs = findPairs(course, vocabulary)
  const onlyServices = findOnlyServices(course)
  const compounds = buildCompounds(course, vocabulary)
  const title = new Set(vocabulary.read(course.title).mentions.flatMap(({ concepts }) => concepts.map(({ id }) => id)))
  const isCourseSubject = ({ id, within = id }: Concept): boolean => title.has(id) || title.has(within)
  return ({ mentions: read, words }) => {
    // "Under the shared responsibility model" names the subject of the whole course, so it counts only if nothing else is asked.
    const specific = read.filter(({ concepts }) => !concepts.every(isCourseSubject))
    const mentions = specific.length > 0 ? specific : read
    const comparing = words.some((word) => comparingWords.has(word))
    const { services, things: named, acts: done } = sortByKind(mentions, comparing)
    const acts = comparing || done.length > 0 ? done : actsInside(mentions, vocabulary)
    const things = comparing ? named : compounds(named)
    const belongsTo = services.length === 0 || comparing ? servicesInside(mentions, vocabulary) : new Map<Concept, Concept>()
    const explicit = [...services, ...belongsTo.values()]
    const all = new Set(explicit.length === 0 ? things.flatMap((thing) => onlyServices.get(thing.id) ?? []) : explicit)
    const apart = things.length > 1 && joined(mentions, words)
    if (comparing) return { services: [...all], things, acts, belongsTo, apart }
    return { services: mergePair([...all], pairs, mentions), things: withoutImplied(course, things), acts, belongsTo, apart }
  }
}

/** Things that only one service has, with that service: a question about a trail is about CloudTrail. */
function findOnlyServices({ responsibilities, byId }: Course): ReadonlyMap<string, Concept> {
  const services = new Map<string, Set<string | undefined>>()
  for (const { service, thing } of responsibilities) {
    for (const id of thing) services.set(id, (services.get(id) ?? new Set()).union(new Set(service.length === 0 ? [undefined] : service)))
  }
  const only = [...services].flatMap(([thing, ids]) => {
    const [id] = ids
    const home = ids.size === 1 && id !== undefined ? byId.concepts.get(id) : undefined
    return home === undefined ? [] : [[thing, home] as const]
  })
  return new Map(only)
}

/** “Encryption settings” are encryption, and setting it: an act beside the name of the thing. */
function actsInside(mentions: readonly Mention[], { read }: Vocabulary): readonly Concept[] {
  const phrases = mentions.filter(({ concepts: [concept, ...more], words }) => words.length > 1 && concept?.kind === 'thing' && more.length === 0)
  return phrases.flatMap(({ concepts: [thing], words }) => {
    const named = words.map((word) => read(word).mentions.flatMap(({ concepts }) => concepts))
    const rest = words.filter((_, at) => !named[at]?.some(({ kind }) => kind === 'act'))
    return thing !== undefined && rest.length < words.length && rest.join(' ') === readWords(thing.name).join(' ') ? named.flat().filter(({ kind }) => kind === 'act') : []
  })
}

/** The name of a service inside a longer phrase, as in "Lambda role" or "MySQL on EC2". */
function servicesInside(mentions: readonly Mention[], vocabulary: Vocabulary): ReadonlyMap<Concept, Concept> {
  const phrases = mentions.filter(({ concepts, words }) => words.length > 1 && concepts.every(({ kind }) => kind === 'thing'))
  const found = phrases.flatMap(({ concepts, words }) => {
    const services = words.flatMap((word) => vocabulary.serviceCalled(word) ?? [])
    return concepts.flatMap((thing) => services.map((service) => [thing, service] as const))
  })
  return new Map(found)
}

/** Things with nothing but a joining word between them, or an article beside it. */
function joined(mentions: readonly Mention[], words: readonly string[]): boolean {
  const things = mentions.filter(({ concepts }) => concepts.some(({ kind }) => kind === 'thing'))
  return things.slice(1).every((next, index) => {
    const { at, words: before } = things[index] ?? next
    const between = words.slice(at + before.length, next.at)
    return between.length <= 3 && between.some((word) => joining.has(word))
  })
}

const joining: ReadonlySet<string> = new Set(['and', 'or', 'vs', 'versus', 'from'])

function mergePair(services: readonly Concept[], pairs: readonly Pair[], mentions: readonly Mention[]): readonly Concept[] {
  const names = new Set(mentions.map(({ words }) => words.join(' ')))
  const hasBoth = (pair: Pair) => pair.services.every((id) => services.some((service) => service.id === id))
  const pair = pairs.find((pair) => hasBoth(pair) && (pair.isNew || pair.words.every((word) => names.has(word))))
  if (pair === undefined) return services
  return [pair.means, ...services.filter(({ id }) => !pair.services.includes(id) && id !== pair.means.id)]
}

/** A word for both a service and a thing means the thing if another service is named: "the VPC of a Lambda function". */
function sortByKind(mentions: readonly Mention[], comparing: boolean): Omit<Asked, 'belongsTo' | 'apart'> {
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

/** Leaves out things that others imply: "a DDoS attack" is a kind of attack, so the wider word adds nothing. */
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

function findPairs(course: Course, vocabulary: Vocabulary): readonly Pair[] {
  const services = course.concepts.filter(({ kind }) => kind === 'service')
  return services.flatMap((means) =>
    phrasesOf(means).flatMap((phrase) => {
      const words = readWords(phrase).filter((word) => vocabulary.serviceCalled(word) !== undefined)
      const [one, other] = [...new Set(words.flatMap((word) => vocabulary.serviceCalled(word)?.id ?? []))]
      if (one === undefined || other === undefined || words.length !== 2) return []
      return [{ services: [one, other] as const, words, means, isNew: means.id !== one && means.id !== other }]
    }),
  )
}
