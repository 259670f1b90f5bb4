// Samples of the screens of this feature, from made-up data.
import { questionScreen, unanswered } from '../../screens/question.ts'
import { revealScreen } from '../../screens/reveal.ts'
import { closedRound, oneRight, roundOfTwo, sampleQuiz, sampleRound, twoRight } from '../../screens/sample-round.ts'
import { whenNext } from '../../screens/when-next.ts'
import type { OnHome, Samples } from '../feature.ts'
import { nothingOpenAtHome, openQuestion } from './home.ts'
import { nothingOpen } from './no-question.ts'
import { notedScreen, resultScreen } from './result-screen.ts'

const people = ['Ada', 'Grace', 'Linus', 'Barbara', 'Edsger'].map((name) => ({ id: `terminal:local:u:${name}`, name }))

const answer = { answered: 9, votes: new Map([['a', 6], ['c', 2], ['d', 1]]), right: people }

export const samples = (): Samples => new Map([
  ['question', questionScreen(sampleRound, oneRight, unanswered)],
  ['question-two', questionScreen(roundOfTwo, twoRight, { ...unanswered, chosen: ['a'] })],
  ['result-right', resultScreen(sampleRound, oneRight, { chosen: ['a'], right: true, remark: null, streak: 13 })],
  ['result-again', resultScreen(sampleRound, oneRight, { chosen: ['d'], right: false, remark: 'You answered this one already.', streak: null, withQuestion: true })],
  ['result-wrong', resultScreen(sampleRound, oneRight, { chosen: ['d'], right: false, remark: 'Your first answer counts, so nothing has changed.', streak: null })],
  ['noted', notedScreen(roundOfTwo, twoRight, ['a', 'b'], false)],
  ['reveal', revealScreen(closedRound, oneRight, { ...answer, mine: null })],
  ['nothing-open', nothingOpen(sampleQuiz, revealScreen(closedRound, oneRight, { ...answer, mine: ['d'] }))],
])

export const onHome: OnHome = [
  openQuestion({ round: sampleRound, mine: null }, oneRight.stem, '✅ – ❌ ✅ ✅'),
  openQuestion({ round: sampleRound, mine: { person: '', chosen: ['a'], at: 0, day: sampleRound.day } }, oneRight.stem, ''),
  nothingOpenAtHome(whenNext(sampleQuiz), ''),
]
