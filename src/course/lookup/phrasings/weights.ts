// How much each thing that speaks for an answer counts. `npm run bench -- phrasings --fit` finds the weights anew.
import type { Candidate, Features } from './features.ts'

const weights: Features = {
  nearest: 1.75, recalled: 1.62, held: 1.85, spoken: 3.15, titled: 2.2, meant: 0.3,
  sure: 1.24, gap: -1.12, lostSure: -1.22, lacksService: -1.11, otherService: -1.53, kind: 0.34,
  found: 1.68, foundNear: 0.09, foundClosest: -0.53, several: 0.76, fact: 0.46, none: 4.01,
  noneFound: 1.11, noneLacking: 0.13, noneValue: 0.72, noneUnknown: -0.03, noneUnheld: 0.24, noneUnsure: 0.67,
}

export const scoreOf = ({ features }: Candidate, by: Features = weights): number => (Object.keys(by) as (keyof Features)[]).reduce((sum, name) => sum + by[name] * features[name], 0)
