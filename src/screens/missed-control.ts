// The button that practices what the asker got wrong when they were last asked.
import { control } from './control.ts'
import type { Button } from './screen.ts'

export const missedControl = control('practice-missed', {})

/** More would be a chore. */
export const missedAtOnce = 10

export const missedButton = (mistakes: number): Button => ({
  label: mistakes > missedAtOnce ? `Practice the latest ${missedAtOnce}` : 'Practice these',
  control: missedControl.text({}),
  primary: true,
})
