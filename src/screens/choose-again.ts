// Not as many options as the question takes. Stands beside the question, which is still to be answered.
import { refusal } from './notice.ts'
import { countInWords } from './question.ts'
import type { Reply } from './request.ts'

/** @param pick how many options to choose */
export const chooseAgain = (pick: number): Reply => ({
  to: 'asker',
  update: false,
  screen: refusal('Choose again', [[`Choose ${pick === 1 ? 'one option' : `exactly ${countInWords(pick)} options`}.`]]),
})
