// Samples of the screens of this feature, from made-up data.
import type { Samples } from '../feature.ts'
import { howYouAreSeen } from './answers.ts'

export const samples = (): Samples => new Map([
  ['privacy-hidden', howYouAreSeen(true)],
  ['privacy-shown', howYouAreSeen(false)],
])
