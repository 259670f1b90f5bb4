// Things that a question names in two parts: "retention" and "backups", wherever they stand, are the retention of backups.
import type { Concept, Course } from '../course.ts'
import type { Vocabulary } from './vocabulary.ts'
import { phrasesOf } from './vocabulary.ts'
import { readWords } from './words.ts'

/** Puts the narrower thing in the place of the two that together mean it, and beside it leaves out what it says already. */
export type Compounds = (things: readonly Concept[]) => readonly Concept[]

type Compound = { readonly parts: readonly [Concept, Concept]; readonly means: Concept }

export function buildCompounds(course: Course, vocabulary: Vocabulary): Compounds {
  const compounds = course.concepts.flatMap((concept) => (concept.kind === 'thing' ? compoundsOf(concept, vocabulary) : []))
  const byParts = Map.groupBy(compounds, ({ parts }) => toKey(parts))
  const clear = [...byParts.values()].flatMap((list) => (new Set(list.map(({ means }) => means)).size === 1 ? list.slice(0, 1) : []))
  return (things) => clear.filter((compound) => isIn(compound, things)).reduce(replace, things)
}

/** Only of things that are a kind of one of the parts: the other part then says of which kind. */
function compoundsOf(means: Concept, vocabulary: Vocabulary): readonly Compound[] {
  return phrasesOf(means).flatMap((phrase) => {
    const meanings = readWords(phrase).map((word) => vocabulary.read(word)).filter(({ mentions, familiar, foreign }) => mentions.length + familiar.length + foreign.length > 0)
    const concepts = meanings.map(({ mentions }) => mentions[0]?.concepts.find(({ kind }) => kind === 'thing'))
    const [one, other] = concepts
    if (concepts.length !== 2 || one === undefined || other === undefined || one === other || one === means || other === means) return []
    return one.id === means.within || other.id === means.within ? [{ parts: [one, other] as const, means }] : []
  })
}

function isIn({ parts, means }: Compound, things: readonly Concept[]): boolean {
  return parts.every((part) => things.includes(part)) || (things.includes(means) && parts.some((part) => things.includes(part)))
}

function toKey(parts: readonly Concept[]): string {
  return parts.map(({ id }) => id).sort().join(' ')
}

function replace(things: readonly Concept[], { parts, means }: Compound): readonly Concept[] {
  return [...new Set([...things.filter((thing) => !parts.includes(thing)), means])]
}
