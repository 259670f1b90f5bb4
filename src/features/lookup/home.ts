// Comparisons, on one's own page. Looking something up is in its menu.
import { runControl } from '../../screens/control.ts'
import type { HomePart } from '../feature.ts'

export const home: HomePart = {
  atEnd: () => [
    {
      kind: 'buttons',
      buttons: [
        { label: 'Compare', control: runControl.text({ line: 'compare' }), primary: false },
      ],
    },
  ],
}
