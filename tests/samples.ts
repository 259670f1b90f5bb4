// The samples of all screens.
import { samplesOf } from '../src/cli/preview.ts'
import { features } from '../src/features/features.ts'

export const samples = await samplesOf(features)
