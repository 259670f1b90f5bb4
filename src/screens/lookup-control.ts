// The button that says how to look something up. Other features show it too.
import { control } from './control.ts'
import type { Button } from './screen.ts'

export const howToLookUpControl = control('how-to-look-up', {})

export const howToLookUpButton: Button = { label: 'Look something up', control: howToLookUpControl.text({}), primary: false }
