// How much each thing that speaks for an answer counts. `node tests/bench/fit-phrasings.ts` finds the weights anew.
import type { Candidate, Features } from './features.ts'

const weights: Features = {
  nearest: 2.85, recalled: 1.04, held: 1.69, spoken: 4.32, titled: 2.61, meant: 1.42,
  sure: 1.96, gap: 2.18, lostSure: -1.56, lacksService: -1.62, otherService: -1.7, broad: -0.16,
  kind: 0.43, found: 2.74, foundNear: 0.23, foundClosest: -0.71, several: 0.04, fact: 1.02,
  none: 5.84, noneFound: 0.49, noneLacking: -0.44, noneValue: 3.63, noneUnknown: 2.87, noneUnheld: -0.15,
  noneUnsure: -0.93,
}

const names = Object.keys(weights) as readonly (keyof Features)[]

export const scoreOf = ({ features }: Candidate): number => names.reduce((sum, name) => sum + weights[name] * features[name], 0)
