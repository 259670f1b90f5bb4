// Samples of the screens of this feature.
import type { Samples } from '../feature.ts'
import { askScreen, forgottenScreen, keptScreen, nothingKnown } from './forget-screen.ts'

const asking = { group: 'Acme', manages: false, linked: [] }

export const samples = (): Samples => new Map([
  ['forget-ask', askScreen({ here: true, elsewhere: false }, { ...asking, manages: true })],
  ['forget-ask-two', askScreen({ here: true, elsewhere: true }, asking)],
  ['forget-ask-linked', askScreen({ here: true, elsewhere: true }, { ...asking, linked: ['Ada in Acme (Slack) and Ada L on Discord'] })],
  ['forget-done', forgottenScreen(false, false)],
  ['forget-done-here', forgottenScreen(true, false)],
  ['forget-done-linked', forgottenScreen(true, true)],
  ['forget-ask-linked-elsewhere', askScreen({ here: false, elsewhere: true }, { ...asking, linked: ['An account on Slack and Ada L on Discord'] })],
  ['forget-not', keptScreen()],
  ['forget-nothing', nothingKnown()],
])
