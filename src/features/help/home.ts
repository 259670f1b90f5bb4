// The button for help, on one's own page.
import { runControl } from '../../screens/control.ts'
import type { HomePart } from '../feature.ts'

export const home: HomePart = {
  atEnd: () => [{ kind: 'buttons', buttons: [{ label: 'Help', control: runControl.text({ line: 'help' }), primary: false }] }],
}
