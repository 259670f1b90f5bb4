// Finds the weights of src/course/lookup/phrasings/weights.ts anew: `node tests/bench/fit-phrasings.ts`, some minutes. Each sentence is asked with
// those of its fifth held back.
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { buildLookup } from '../../src/course/lookup/lookup.ts'
import { buildJudge } from '../../src/course/lookup/phrasings/choose.ts'
import { featureNames } from '../../src/course/lookup/phrasings/features.ts'
import { keyOf } from '../../src/course/lookup/phrasings/key.ts'
import { makeIndex } from '../../src/course/lookup/phrasings/make-index.ts'
import { buildVocabulary } from '../../src/course/lookup/vocabulary.ts'

type Asked = { readonly sentence: string; readonly key: string }
/** What could answer one question, and which of it does. */
type Example = { readonly features: readonly (readonly number[])[]; readonly right: number; readonly counts: number }

const folds = 5
/** More people ask for what the documents don't hold than sentences say. */
const noneCounts = 6
const descent = { rounds: 400, step: 0.05, shrink: 0.0001 }
/** On top of what is fitted: who writes a sentence knows an answer, and look-ups that are right without one are not in it. */
const foundCountsMore = 1

const course = loadCourseOrThrow(`${import.meta.dirname}/../../data/aws-shared-responsibility`)
const { ask } = buildLookup({ ...course, phrasingIndex: makeIndex(course, []) })
const { read } = buildVocabulary(course)
const examples = [...Array(folds).keys()].flatMap(examplesOf)
const weights = fit(examples)
console.log(featureNames.map((name, at) => `${name}: ${((weights[at] ?? 0) + (name === 'found' ? foundCountsMore : 0)).toFixed(2)}`).join(', '))

function examplesOf(fold: number): readonly Example[] {
  const isHeld = (at: number) => at % folds === fold
  const kept = course.phrasings.map(({ answer, asked }) => ({ answer, asked: asked.filter((_, at) => !isHeld(at)) }))
  const held = course.phrasings.flatMap(({ answer, asked }) => asked.filter((_, at) => isHeld(at)).map((sentence): Asked => ({ sentence, key: keyOf(answer) })))
  const judge = buildJudge({ ...course, phrasingIndex: makeIndex(course, kept) }, read)
  return held.flatMap(({ sentence, key }) => {
    const all = judge(sentence, ask(sentence))
    const right = all.findIndex(({ target }) => target.key === key)
    return right === -1 ? [] : [{ features: all.map(({ features }) => featureNames.map((name) => features[name])), right, counts: key === 'none' ? noneCounts : 1 }]
  })
}

/** The weights under which the right answers are likeliest, by Adam (https://arxiv.org/abs/1412.6980), all of them on one scale. */
function fit(all: readonly Example[]): readonly number[] {
  const total = all.reduce((sum, { counts }) => sum + counts, 0)
  const scale = spread(all)
  const [weights, mean, square] = [0, 0, 0].map((zero) => featureNames.map(() => zero)) as [number[], number[], number[]]
  for (let round = 1; round <= descent.rounds; round += 1) {
    const slope = featureNames.map((_, at) => -descent.shrink * total * (weights[at] ?? 0))
    for (const { features, right, counts } of all) {
      const scores = features.map((each) => each.reduce((sum, value, at) => sum + (value / (scale[at] ?? 1)) * (weights[at] ?? 0), 0))
      const most = Math.max(...scores)
      const likely = scores.map((score) => Math.exp(score - most))
      const sum = likely.reduce((one, other) => one + other, 0)
      for (const [place, each] of features.entries()) {
        const missing = counts * ((place === right ? 1 : 0) - (likely[place] ?? 0) / sum)
        for (const [at, value] of each.entries()) slope[at] = (slope[at] ?? 0) + (missing * value) / (scale[at] ?? 1)
      }
    }
    for (const [at, each] of slope.entries()) {
      const step = each / total
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * step
      square[at] = 0.999 * (square[at] ?? 0) + 0.001 * step ** 2
      weights[at] = (weights[at] ?? 0) + (descent.step * (mean[at] ?? 0)) / (1 - 0.9 ** round) / (Math.sqrt((square[at] ?? 0) / (1 - 0.999 ** round)) + 1e-8)
    }
  }
  return weights.map((weight, at) => weight / (scale[at] ?? 1))
}

/** How far each feature's values lie apart. */
function spread(all: readonly Example[]): readonly number[] {
  const rows = all.flatMap(({ features }) => features)
  return featureNames.map((_, at) => {
    const mean = rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / rows.length
    return Math.sqrt(rows.reduce((sum, row) => sum + ((row[at] ?? 0) - mean) ** 2, 0) / rows.length) || 1
  })
}
