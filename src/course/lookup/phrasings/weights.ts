// How much each thing that speaks for an answer counts. `node tests/bench/fit-phrasings.ts` finds the weights anew.
import type { Candidate, Features } from './features.ts'

const weights: Features = {
  nearest: 1.48, recalled: 1.27, held: 1.5, spoken: 2.22, titled: 1.05, meant: 0.25,
  sure: 0.79, gap: -1.42, lostSure: -1.01, lacksService: -1.03, otherService: -1.46, broad: -0.32,
  kind: 0.26, found: 2.61, foundNear: 0.17, foundClosest: -0.22, several: 0.57, fact: 0.35,
  none: 2.78, noneFound: 0.99, noneLacking: 0.5, noneValue: 0.62, noneUnknown: 0.21, noneUnheld: 0.67,
  noneUnsure: 0.93,
}

const names = Object.keys(weights) as readonly (keyof Features)[]

export const scoreOf = ({ features }: Candidate): number => names.reduce((sum, name) => sum + weights[name] * features[name], 0)
