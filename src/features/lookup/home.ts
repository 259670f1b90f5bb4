// The ways to look something up, on one's own page.
import { runControl } from '../../screens/control.ts'
import type { HomePart } from '../feature.ts'

export const home: HomePart = {
  atEnd: () => [
    {
      kind: 'buttons',
      buttons: [
        { label: 'Look something up', control: runControl.text({ line: 'help lookup' }), primary: false },
        { label: 'Compare', control: runControl.text({ line: 'compare' }), primary: false },
      ],
    },
  ],
}
