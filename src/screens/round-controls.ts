// Buttons about a round that is not new: its result, and the long form of it.
import { control, oneOf, roundId } from './control.ts'
import type { RoundId } from '../core/round.ts'
import type { Button } from './screen.ts'

/** Shows a round as it stands for the person who presses. */
export const showRoundControl = control('round', { round: roundId })

/** Shows all that there is to say about a result, or the short form of it again. */
export const moreControl = control('more', { round: roundId, form: oneOf('long', 'short') })

export const showRoundButton = (round: RoundId, label: string): Button => ({ label, control: showRoundControl.text({ round }), primary: false })

export const moreButton = (round: RoundId, form: 'long' | 'short'): Button => ({
  label: form === 'long' ? 'More' : 'Less',
  control: moreControl.text({ round, form }),
  primary: false,
})
