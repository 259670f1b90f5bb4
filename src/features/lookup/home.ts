// The ways to look something up, on one's own page.
import { runControl } from '../../screens/control.ts'
import { howToLookUpButton } from '../../screens/lookup-control.ts'
import type { HomePart } from '../feature.ts'

export const home: HomePart = {
  atEnd: () => [
    {
      kind: 'buttons',
      buttons: [
        howToLookUpButton,
        { label: 'Compare', control: runControl.text({ line: 'compare' }), primary: false },
      ],
    },
  ],
}
