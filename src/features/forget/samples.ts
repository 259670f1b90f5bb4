// Samples of the screens of this feature.
import type { Samples } from '../feature.ts'
import { askScreen, forgottenScreen, keptScreen, nothingKnown } from './forget-screen.ts'

export const samples = (): Samples => new Map([
  ['forget-ask', askScreen({ here: true, elsewhere: false }, { manages: true })],
  ['forget-ask-two', askScreen({ here: true, elsewhere: true }, { manages: false })],
  ['forget-ask-linked', askScreen({ here: true, elsewhere: true }, { manages: false, linked: ['Ada in Acme (Slack) and Ada L on Discord'] })],
  ['forget-done', forgottenScreen(false)],
  ['forget-done-here', forgottenScreen(true)],
  ['forget-not', keptScreen()],
  ['forget-nothing', nothingKnown()],
])
