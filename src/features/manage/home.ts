// The button on one's own page that sets a channel up.
import type { HomePart } from '../feature.ts'
import { manage } from './face.ts'

export const home: HomePart = {
  atEnd: (channels) => [
    { kind: 'buttons', buttons: [{ label: 'Set up a channel', control: manage.controls.setUp.text({}), primary: channels.length === 0 }] },
  ],
}
