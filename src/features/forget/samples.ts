// Samples of the screens of this feature.
import type { Samples } from '../feature.ts'
import { askScreen, forgottenScreen, nothingKnown } from './forget-screen.ts'

export const samples = (): Samples => new Map([
  ['forget-ask', askScreen({ here: true, elsewhere: false }, true)],
  ['forget-ask-two', askScreen({ here: true, elsewhere: true }, false)],
  ['forget-done', forgottenScreen(false)],
  ['forget-done-here', forgottenScreen(true)],
  ['forget-nothing', nothingKnown()],
])
