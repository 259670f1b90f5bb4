// How much a group learns from its daily questions: simulated people answer and forget, and take an exam at the end. A rule's share is
// what it gains over questions at random, by what a greedy oracle gains that sees what everybody remembers.
import { rounded, type Figure, type Size } from './figure.ts'
import { comebacksOf, type Comebacks } from './learning/comebacks.ts'
import type { Model } from './learning/learners.ts'
import { lessonsBy, type Lessons, type Weights } from './learning/syllabus.ts'
import { rules, study, type RuleName } from './learning/trial.ts'

const usual: Model = { name: '12 people', people: 12, stability: 1, decay: 1, start: 0 }

export const models: readonly Model[] = [
  usual,
  { ...usual, name: '12 who forget fast', stability: 0.3, decay: 1.5 },
  { ...usual, name: '12 who forget slowly', stability: 2, decay: 0.85 },
  { ...usual, name: '12 who hardly forget', stability: 3, decay: 0.7 },
  { ...usual, name: '12 strong starters', start: 1.2 },
  { ...usual, name: '12 weak starters', start: -1.2 },
  { ...usual, name: '4 people', people: 4 },
  { ...usual, name: '60 people', people: 60 },
]

export type Outcome = { readonly scores: Readonly<Record<RuleName, number>>; readonly share: number; readonly before: number }

/** The mean scores over so many seeds, and the shares of today's rule and of the one before it. Other seeds start with another word. */
export function compare(lessons: Lessons, model: Model, seeds: number, word = 'seed'): Outcome {
  const meanOf = (name: RuleName) => Array.from({ length: seeds }, (_, seed) => study(lessons, model, name, `${word}-${seed}`).score).reduce((a, b) => a + b, 0) / seeds
  const scores = Object.fromEntries(rules.map((name) => [name, meanOf(name)])) as Record<RuleName, number>
  const shareOf = (name: RuleName) => (scores[name] - scores.random) / (scores.oracle - scores.random)
  return { scores, share: shareOf('rule'), before: shareOf('before') }
}

const goal = 0.85
/** More of them would cost learning: if all came, the shares would be lower by about 0.3. */
const comebackGoal = 0.2

export async function learning(size: Size = 'whole'): Promise<readonly Figure[]> {
  const all: Figure[] = []
  for (const weights of ['course', 'equal'] satisfies Weights[]) {
    const lessons = lessonsBy(weights)
    for (const model of size === 'brief' ? models.slice(0, 1) : models) {
      const { scores, share, before } = compare(lessons, model, size === 'brief' ? 4 : 20)
      all.push({
        what: `learning: ${model.name}, ${weights === 'equal' ? 'equal weights' : 'the course’s weights'} (the rule before: ${rounded(before)})`,
        value: rounded(scores.rule, 3),
        floor: `${rounded(scores.random, 3)} random to ${rounded(scores.oracle, 3)} oracle`,
        ratio: share,
        goal: `at least ${goal}, above the rule before`,
        reached: share >= goal && share > before,
      })
    }
  }
  const least = Math.min(...all.map(({ ratio }) => ratio ?? 0))
  const leastOfAll: Figure = { what: 'learning: the least of these shares', value: rounded(least), floor: 'oracle', ratio: least, goal: `at least ${goal}`, reached: least >= goal }
  return [...all, leastOfAll, comebacks(lessonsBy('course'), size === 'brief' ? 4 : 20)]
}

function comebacks(lessons: Lessons, seeds: number): Figure {
  const counts = Array.from({ length: seeds }, (_, seed) => comebacksOf(lessons.bank, study(lessons, usual, 'rule', `seed-${seed}`).rounds))
  const sumOf = (key: keyof Comebacks) => counts.reduce((sum, count) => sum + count[key], 0)
  const [missed, possible, made] = [sumOf('missed'), sumOf('possible'), sumOf('made')]
  return {
    what: 'learning: questions most people missed, followed up within three weeks by another on the same facts',
    value: `${made} of ${possible}`,
    floor: `${missed} missed; the course has another question about ${possible}`,
    ratio: made / possible,
    goal: `at least ${comebackGoal}`,
    reached: made >= comebackGoal * possible,
  }
}
