// Look-ups a second and their slowest hundredth, over the questions of the test sets. `node tests/bench/lookup.ts` prints them alone.
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { buildLookup } from '../../src/course/lookup/lookup.ts'
import { readKindQueries } from '../course/kind-queries.ts'
import { readQueries } from '../course/lookup-queries.ts'
import type { Bench } from './figure.ts'
import { median, perSecond, rounded } from './figure.ts'

const passesOf = { whole: 12, brief: 1 }
const limitInMs = 5
const oneOfEach = ['who patches the hypervsor', 'what is an AMI', 'list shared controls', 'how many pillars are there', 'the story of the hospital']

export const lookup: Bench = async (size = 'whole') => {
  const passes = passesOf[size]
  const course = loadCourseOrThrow(`${import.meta.dirname}/../../data/aws-shared-responsibility`)
  const begun = performance.now()
  const { ask } = buildLookup(course)
  // Each part of the index is built when it is first needed.
  for (const text of oneOfEach) ask(text)
  const building = performance.now() - begun
  const asks = [...readQueries(), ...readKindQueries()].map((query) => query.ask)
  const times: number[] = []
  const timesOf = new Map<string, number[]>(asks.map((text) => [text, []]))
  // The first pass is not counted: the code is compiled while it runs.
  for (let pass = 0; pass <= passes; pass += 1) {
    for (const text of asks) {
      const start = performance.now()
      ask(text)
      const time = performance.now() - start
      if (pass === 0) continue
      times.push(time)
      timesOf.get(text)?.push(time)
    }
  }
  times.sort((one, other) => one - other)
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN
  const total = times.reduce((sum, one) => sum + one, 0)
  const p99 = at(0.99)
  // What the slowest question takes when no other program is in the way.
  const slowest = Math.max(...[...timesOf.values()].map(median))
  return [
    { what: 'look-ups', value: perSecond((1000 * times.length) / total), floor: `index built in ${rounded(building, 0)} ms`, ratio: null, goal: '', reached: true },
    { what: 'look-up p99', value: `${rounded(p99)} ms`, floor: `p50 ${rounded(at(0.5))} ms, slowest question ${rounded(slowest)} ms`, ratio: null, goal: `under ${limitInMs} ms`, reached: p99 < limitInMs },
  ]
}

if (import.meta.main) {
  for (const { what, value, floor, goal } of await lookup()) console.log([what, value, floor, goal].filter((part) => part !== '').join('  '))
}
