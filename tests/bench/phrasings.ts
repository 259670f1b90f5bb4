// How well look-ups find what people mean: each fifth sentence in people's own words is held back and asked. `node tests/bench/phrasings.ts` prints
// the figures alone, and with a folder those of another course.
import type { Course, Phrasing } from '../../src/course/course.ts'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { buildLookup } from '../../src/course/lookup/lookup.ts'
import { targetOf } from '../../src/course/lookup/phrasings/features.ts'
import { keyOf } from '../../src/course/lookup/phrasings/key.ts'
import { makeIndex } from '../../src/course/lookup/phrasings/make-index.ts'
import type { Bench } from './figure.ts'
import { rounded } from './figure.ts'

const nth = { whole: 5, brief: 50 }
const limitInMs = 5
/** By so much of all sentences, the share that is found has to be higher. */
const leastGain = 0.1

type Held = { readonly sentence: string; readonly key: string }

export const phrasings: Bench = async (size = 'whole') => measure(loadCourseOrThrow(`${import.meta.dirname}/../../data/aws-shared-responsibility`), nth[size])

function measure(course: Course, each: number) {
  const { kept, held } = split(course.phrasings, each)
  const without = found({ ...course, phrasingIndex: makeIndex(course, []) }, held)
  const having = found({ ...course, phrasingIndex: makeIndex(course, kept) }, held)
  const outside = held.filter(({ key }) => key === 'none').length
  return [
    { what: 'sentences answered as meant', value: percent(having.right), floor: `${percent(without.right)} without the others, of ${held.length}`, ratio: null, goal: `${percent(leastGain)} more`, reached: having.right - without.right >= leastGain },
    { what: 'a party named that is not the one', value: percent(having.wrongOwner), floor: `${percent(without.wrongOwner)} without`, ratio: null, goal: 'fewer', reached: having.wrongOwner < without.wrongOwner },
    { what: 'answered, and not in the documents', value: String(having.leaks), floor: `${without.leaks} without, of ${outside}`, ratio: null, goal: '', reached: true },
    { what: 'look-up p99 with sentences', value: `${rounded(having.p99)} ms`, floor: `${rounded(without.p99)} ms without`, ratio: null, goal: `under ${limitInMs} ms`, reached: having.p99 < limitInMs },
  ]
}

const percent = (share: number): string => `${rounded(100 * share)}%`

/** One of so many of all sentences is held back. */
export function split(all: readonly Phrasing[], each: number): { readonly kept: readonly Phrasing[]; readonly held: readonly Held[] } {
  let count = 0
  const held: Held[] = []
  const kept = all.map(({ answer, asked }) => {
    const rest = asked.filter((sentence) => {
      count += 1
      if (count % each !== 0) return true
      held.push({ sentence, key: keyOf(answer) })
      return false
    })
    return { answer, asked: rest }
  })
  return { kept, held }
}

function found(course: Course, held: readonly Held[]) {
  const { ask } = buildLookup(course)
  for (const { sentence } of held) ask(sentence)
  const answers = held.map(({ sentence, key }) => {
    const begun = performance.now()
    const answer = ask(sentence)
    return { key, time: performance.now() - begun, got: targetOf(course, answer)?.key ?? '' }
  })
  const times = answers.map(({ time }) => time).toSorted((one, other) => one - other)
  const owners = (key: string) => (key.startsWith('rows ') ? key.slice(5).split(' ').flatMap((id) => course.byId.responsibilities.get(id)?.owner ?? []) : [])
  const share = (some: readonly unknown[]) => some.length / held.length
  return {
    right: share(answers.filter(({ key, got }) => key === got)),
    wrongOwner: share(answers.filter(({ key, got }) => owners(got).length > 0 && owners(key).length > 0 && !owners(got).some((owner) => owners(key).includes(owner)))),
    leaks: answers.filter(({ key, got }) => key === 'none' && got !== 'none').length,
    p99: times[Math.floor(times.length * 0.99)] ?? Number.NaN,
  }
}

if (import.meta.main) {
  const [folder] = process.argv.slice(2)
  const figures = folder === undefined ? await phrasings() : measure(loadCourseOrThrow(folder), nth.whole)
  for (const { what, value, floor, goal } of figures) console.log([what, value, floor, goal].filter((part) => part !== '').join('  '))
}
