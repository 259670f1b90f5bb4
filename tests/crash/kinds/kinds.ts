// The kinds of life that can be played, by name.
import { clockSteps } from './clock-steps.ts'
import { edits } from './edits.ts'
import type { Kind } from './kind.ts'
import { outages } from './outages.ts'
import { restores } from './restores.ts'
import { twins } from './twins.ts'

/** Made anew for each run: some remember what they did. */
export const kinds: ReadonlyMap<string, () => Kind> = new Map([
  ['outages', outages],
  ['restores', () => restores],
  ['clock-steps', () => clockSteps],
  ['twins', () => twins],
  ['edits', edits],
])
