// Not as many options as the question takes. Stands beside the question, which is still to be answered.
import { refusal } from './notice.ts'
import { countInWords } from './question.ts'
import type { Reply } from './request.ts'
import type { Screen } from './screen.ts'
import { strong } from './text.ts'

const pickLine = (pick: number) => `Choose ${pick === 1 ? 'one option' : `exactly ${countInWords(pick)} options`}.`

/** @param pick how many options to choose */
export const chooseAgain = (pick: number): Reply => ({
  to: 'asker',
  update: false,
  screen: refusal('Choose again', [[pickLine(pick)]]),
})

/** The question of a private session again, with a word about it on top: nothing else is lost. */
export const askedAgain = (asked: Screen, pick: number): Screen => ({ ...asked, above: [{ kind: 'paragraph', text: [strong(pickLine(pick))] }] })
