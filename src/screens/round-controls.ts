// Buttons about a round that is not new: its result, and the pages behind it.
import { control, oneOf, roundId } from './control.ts'
import type { RoundId } from '../core/round.ts'
import type { Button } from './screen.ts'

/** Shows a round as it stands for the person who presses. */
export const showRoundControl = control('round', { round: roundId })

/** A page of a result: the result itself, the rest of its explanation, or the question with how everyone answered. */
export type ResultPage = 'short' | 'long' | 'question'

export const moreControl = control('more', { round: roundId, form: oneOf('long', 'short', 'question') })

export const showRoundButton = (round: RoundId, label: string): Button => ({ label, control: showRoundControl.text({ round }), primary: false })

const pageLabels: Readonly<Record<ResultPage, string>> = { short: 'Back', long: 'More', question: 'Options and votes' }

export const moreButton = (round: RoundId, form: ResultPage): Button => ({
  label: pageLabels[form],
  control: moreControl.text({ round, form }),
  primary: false,
})
