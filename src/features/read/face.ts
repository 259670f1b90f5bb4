// Reading the study documents: the passage that a statement cites, in full.
import { passageControl } from '../../screens/passage.ts'
import type { Face } from '../feature.ts'

export const read = {
  commands: {},
  controls: {
    passage: passageControl,
  },
} as const satisfies Face
