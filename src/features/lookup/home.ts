// Comparisons, on one's own page. Looking something up is in its menu.
import { runControl } from '../../screens/control.ts'
import type { HomePart } from '../feature.ts'

export const home: HomePart = {
  // Where channels fill the page, it is one press further on: in the group of its command.
  atEnd: (channels) => (channels > 0 ? [] : [{ kind: 'buttons', buttons: [{ label: 'Compare', control: runControl.text({ line: 'compare' }), primary: false }] }]),
}
