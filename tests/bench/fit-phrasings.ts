// Finds the weights of src/course/lookup/phrasings/weights.ts anew: `node tests/bench/fit-phrasings.ts`, some minutes. Each sentence is asked with
// those of its fifth held back; so are the questions of tests/course/ that look-ups answer right by themselves, whose answers are to stay.
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { buildLookup } from '../../src/course/lookup/lookup.ts'
import { buildJudge } from '../../src/course/lookup/phrasings/choose.ts'
import { featureNames, targetOf } from '../../src/course/lookup/phrasings/features.ts'
import { keyOf } from '../../src/course/lookup/phrasings/key.ts'
import { makeIndex } from '../../src/course/lookup/phrasings/make-index.ts'
import { buildVocabulary } from '../../src/course/lookup/vocabulary.ts'
import { isGood, readKindQueries } from '../course/kind-queries.ts'
import { isRight, readQueries } from '../course/lookup-queries.ts'

type Asked = { readonly sentence: string; readonly key: string }
/** What could answer one question, and which of it does. */
type Example = { readonly features: readonly (readonly number[])[]; readonly right: number; readonly counts: number }

const folds = 5
/** More people ask for what the documents don't hold than sentences say. */
const noneCounts = 4
const descent = { rounds: 400, step: 0.5, shrink: 0.001 }

const course = loadCourseOrThrow(`${import.meta.dirname}/../../data/aws-shared-responsibility`)
const { ask } = buildLookup({ ...course, phrasingIndex: makeIndex(course, []) })
const { read } = buildVocabulary(course)
const examples = [...Array(folds).keys()].flatMap(examplesOf)
const weights = fit(examples)
console.log(featureNames.map((name, at) => `${name}: ${(weights[at] ?? 0).toFixed(2)}`).join(', '))

function examplesOf(fold: number): readonly Example[] {
  const isHeld = (at: number) => at % folds === fold
  const kept = course.phrasings.map(({ answer, asked }) => ({ answer, asked: asked.filter((_, at) => !isHeld(at)) }))
  const held = course.phrasings.flatMap(({ answer, asked }) => asked.filter((_, at) => isHeld(at)).map((sentence): Asked => ({ sentence, key: keyOf(answer) })))
  const judge = buildJudge({ ...course, phrasingIndex: makeIndex(course, kept) }, read)
  return [...held, ...known().filter((_, at) => isHeld(at))].flatMap(({ sentence, key }) => {
    const all = judge(sentence, ask(sentence))
    const right = all.findIndex(({ target }) => target.key === key)
    return right === -1 ? [] : [{ features: all.map(({ features }) => featureNames.map((name) => features[name])), right, counts: key === 'none' ? noneCounts : 1 }]
  })
}

function known(): readonly Asked[] {
  const asked = [...readQueries().filter((query) => isRight(query, ask(query.ask))), ...readKindQueries().filter((query) => isGood(query, ask(query.ask)))]
  return asked.map(({ ask: sentence }) => ({ sentence, key: targetOf(course, ask(sentence))?.key ?? '' }))
}

/** The weights under which the right answers are likeliest. */
function fit(all: readonly Example[]): readonly number[] {
  const total = all.reduce((sum, { counts }) => sum + counts, 0)
  let weights: readonly number[] = featureNames.map(() => 0)
  for (let round = 0; round < descent.rounds; round += 1) {
    const slope = featureNames.map(() => 0)
    for (const { features, right, counts } of all) {
      const likely = features.map((each) => Math.exp(each.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)))
      const sum = likely.reduce((one, other) => one + other, 0)
      for (const [place, each] of features.entries()) {
        const missing = counts * ((place === right ? 1 : 0) - (likely[place] ?? 0) / sum)
        for (const [at, value] of each.entries()) slope[at] = (slope[at] ?? 0) + missing * value
      }
    }
    weights = weights.map((weight, at) => weight + descent.step * ((slope[at] ?? 0) / total - descent.shrink * weight))
  }
  return weights
}
