// Things named in two parts: "retention" and "backups", anywhere in a question, mean the retention of backups.
import type { Concept, Course } from '../course.ts'
import type { Vocabulary } from './vocabulary.ts'
import { phrasesOf } from './vocabulary.ts'
import { readWords } from './words.ts'

/** Replaces two things by the narrower one that they mean together; leaves out either of them beside that one. */
type Compounds = (things: readonly Concept[]) => readonly Concept[]

type Compound = { readonly parts: readonly [Concept, Concept]; readonly means: Concept }

export function buildCompounds(course: Course, vocabulary: Vocabulary): Compounds {
  const compounds = course.concepts.flatMap((concept) => (concept.kind === 'thing' ? compoundsOf(concept, vocabulary) : []))
  const byParts = Map.groupBy(compounds, ({ parts }) => toKey(parts))
  const clear = [...byParts.values()].flatMap((list) => (new Set(list.map(({ means }) => means)).size === 1 ? list.slice(0, 1) : []))
  return (things) => clear.filter((compound) => isIn(compound, things)).reduce(replace, things)
}

/** Only for a thing that is a kind of one of its parts; the other part says which kind. */
function compoundsOf(means: Concept, vocabulary: Vocabulary): readonly Compound[] {
  return phrasesOf(means).flatMap((phrase) => {
    const readings = readWords(phrase).map((word) => vocabulary.read(word))
    const meanings = readings.filter(({ mentions, familiar, unknownWords }) => mentions.length + familiar.length + unknownWords.length > 0)
    const concepts = meanings.map(({ mentions }) => mentions[0]?.concepts.find(({ kind }) => kind === 'thing'))
    const [one, other] = concepts
    if (concepts.length !== 2 || one === undefined || other === undefined || one === other || one === means || other === means) return []
    return one.id === means.within || other.id === means.within ? [{ parts: [one, other] as const, means }] : []
  })
}

function isIn({ parts, means }: Compound, things: readonly Concept[]): boolean {
  return parts.every((part) => things.includes(part)) || isNarrower(parts, means, things) || (things.includes(means) && parts.some((part) => things.includes(part)))
}

/** “Encrypting” and “encryption” begin alike. */
const rootOf = ({ name }: Concept): string => name.toLowerCase().slice(0, 6)

/** Two things, one of them a part and the other a kind of the other part: “encrypting” by “default” is a kind of encryption, too. */
function isNarrower(parts: readonly Concept[], means: Concept, things: readonly Concept[]): boolean {
  const [own, ...more] = parts.filter((part) => things.includes(part))
  const other = parts.find((part) => part !== own)
  return own !== undefined && more.length === 0 && things.length === 2 && things.some((thing) => thing !== own && thing !== means && other !== undefined && thing.within === other.id && rootOf(thing) === rootOf(other))
}

function toKey(parts: readonly Concept[]): string {
  return parts.map(({ id }) => id).sort().join(' ')
}

function replace(things: readonly Concept[], { parts, means }: Compound): readonly Concept[] {
  return [...new Set([...things.filter((thing) => !parts.includes(thing) && !isNarrower(parts, means, things)), means])]
}
