// What “it” means: a question that names nothing, or no service, takes it from the scene around it.
import type { Concept } from '../course.ts'
import { isEveryday } from './find.ts'
import { grammarWords } from './neutral-words.ts'
import type { Prepared } from './prepared.ts'
import type { Reading } from './vocabulary.ts'

/**
 * The words that ask, with the names in front of them that they take from the scene.
 *
 * @param scene clauses around the question, the nearest first
 */
export function withScene(prepared: Prepared, asking: string, scene: readonly string[]): string {
  if (scene.length === 0) return asking
  const reading = prepared.read(asking)
  const pieces = scene.map((piece) => ({ piece, reading: prepared.read(piece) }))
  if (prepared.rowWords.titled(reading.words, prepared.sideOf) !== undefined) return asking
  const isOpen = reading.mentions.length === 0 || reading.words.length < 3 || reading.words.some((word) => pronouns.has(word))
  const things = namesOf(reading, 'thing')
  // “Who must fix it”, “do we file that with AWS”: an act alone, or an everyday word beside a pronoun, is about the scene.
  const isVague = things.length === 0 && namesOf(reading, 'service').length === 0
  const isPassing = things.length > 0 && reading.mentions.every(isEveryday) && reading.words.some((word) => pronouns.has(word))
  const isNamed = isPassing ? false : things.length > 0 || !(isOpen || isVague)
  if (isNamed) return withService(prepared, asking, reading, pieces.map((each) => each.reading))
  const near = meantBy(prepared, reading, pieces.map((each) => each.reading))
  if (near === undefined) return asking
  const named = wordsOf(near)
  const others = pieces.map((each) => each.reading)
  return withService(prepared, `${named} ${asking}`, prepared.read(`${named} ${asking}`), others)
}

/** The nearest piece that names a thing; of several, one whose rows speak of what the question says: “a disk failed … who replaces it”. */
function meantBy({ asking, read, rowsFor, rowWords }: Prepared, question: Reading, pieces: readonly Reading[]): Reading | undefined {
  const naming = pieces.filter((piece) => namesOf(piece, 'thing').length > 0)
  const said = question.words.filter((word) => !grammarWords.has(word))
  const spoken = naming.map((piece) => ({ piece, share: rowWords.share(rowsFor(asking(read(wordsOf(piece)))), said) })).toSorted((one, other) => other.share - one.share)
  const [best] = spoken
  return best !== undefined && best.share > 0.4 ? best.piece : (naming[0] ?? pieces.find(({ mentions }) => mentions.length > 0))
}

const pronouns: ReadonlySet<string> = new Set(['it', 'this', 'that', 'them', 'those', 'these', 'they'])

const wordsOf = ({ mentions }: Reading): string => mentions.flatMap(({ words }) => words).join(' ')

const namesOf = ({ mentions }: Reading, kind: Concept['kind']): readonly Concept[] => mentions.flatMap(({ concepts }) => concepts.filter((concept) => concept.kind === kind))

/** Of the services in the scene, the one that has a row of its own for what is asked; none if several have. */
function withService(prepared: Prepared, text: string, reading: Reading, scene: readonly Reading[]): string {
  const asked = prepared.asking(reading)
  if (asked.services.length > 0 || asked.things.length + asked.acts.length === 0) return text
  const services = [...new Set(scene.flatMap((each) => namesOf(each, 'service')))]
  const owning = services.filter((service) => {
    const [row] = prepared.rowsFor({ ...asked, services: [service] })
    return row?.service.includes(service.id) === true && (asked.things.length === 0 || row.thing.length > 0)
  })
  const [only, ...more] = owning
  return only === undefined || more.length > 0 ? text : `${only.name} ${text}`
}
