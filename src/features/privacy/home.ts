// The button for one's privacy, on one's own page.
import { runControl } from '../../screens/control.ts'
import type { HomePart } from '../feature.ts'

export const home: HomePart = {
  atEnd: () => [{ kind: 'buttons', buttons: [{ label: 'Privacy', control: runControl.text({ line: 'privacy' }), primary: false }] }],
}
