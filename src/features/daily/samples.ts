// Samples of the screens of this feature, from made-up data.
import { questionScreen, unanswered } from '../../screens/question.ts'
import type { RecapView } from '../../core/recap.ts'
import { recapScreen } from '../../screens/recap.ts'
import { revealScreen } from '../../screens/reveal.ts'
import { closedRound, oneRight, roundOfTwo, sampleQuiz, sampleRound, twoRight } from '../../screens/sample-round.ts'
import { whenNext } from '../../screens/when-next.ts'
import type { OnHome, Samples } from '../feature.ts'
import { answerScreen, askedScreen } from './answer-screen.ts'
import { nothingOpenAtHome, openQuestion } from './home.ts'
import { nothingOpen } from './no-question.ts'
import { moreScreen, notedScreen, resultScreen } from './result-screen.ts'

const people = ['Ada', 'Grace', 'Linus', 'Barbara', 'Edsger'].map((name) => ({ id: `terminal:local:u:${name}`, name }))

const recap: RecapView = {
  round: closedRound, ago: 'yesterday', answered: 9, right: 6,
  leaders: { names: ['Ada'], count: 1, points: 5, over: false },
  streak: { names: ['Grace'], count: 1, days: 12 },
}

const answer = { answered: 9, votes: new Map([['a', 6], ['c', 2], ['d', 1]]), right: people }

const keptBack = { answered: 3, votes: null, right: [] }

export const samples = (): Samples => new Map([
  ['question', questionScreen(sampleRound, oneRight, unanswered)],
  ['question-two', questionScreen(roundOfTwo, twoRight, { ...unanswered, chosen: ['a'] })],
  ['result-right', resultScreen(sampleRound, oneRight, { chosen: ['a'], right: true, streak: 13 })],
  ['more', moreScreen(sampleRound, oneRight)],
  ['result-again', resultScreen(sampleRound, oneRight, { chosen: ['a'], right: true, streak: null, again: true, withQuestion: true })],
  ['result-wrong', resultScreen(sampleRound, oneRight, { chosen: ['d'], right: false, streak: null })],
  ['noted', notedScreen(roundOfTwo, twoRight, ['a', 'b'], false)],
  ['question-recap', questionScreen(sampleRound, oneRight, { ...unanswered, recap, mention: 'here' })],
  ['recap', recapScreen(recap)],
  ['reveal', revealScreen(closedRound, oneRight, answer)],
  ['reveal-private', revealScreen(closedRound, oneRight, keptBack)],
  ['answer-private', answerScreen(closedRound, oneRight, { ...keptBack, mine: ['d'] })],
  ['recap-private', recapScreen({ ...recap, answered: 2, right: null })],
  ['answer', answerScreen(closedRound, oneRight, { ...answer, mine: ['d'] })],
  ['answer-missed', answerScreen(closedRound, oneRight, { ...answer, mine: null })],
  ['asked-question', askedScreen(closedRound, oneRight, { ...answer, mine: ['d'] })],
  ['asked-question-private', askedScreen(closedRound, oneRight, { ...keptBack, mine: ['d'] })],
  ['answer-late', answerScreen(closedRound, oneRight, { ...answer, mine: ['a'], late: true })],
  ['nothing-open', nothingOpen(sampleQuiz, answerScreen(closedRound, oneRight, { ...answer, mine: ['d'], withQuestion: false }))],
])

export const onHome: OnHome = [
  openQuestion({ round: sampleRound, mine: null }, oneRight.stem, { marks: '✅ – ❌ ✅ ✅', closed: true }),
  openQuestion({ round: sampleRound, mine: { person: '', chosen: ['a'], at: 0, day: sampleRound.day } }, oneRight.stem, { marks: '', closed: true }),
  nothingOpenAtHome(whenNext(sampleQuiz), { marks: '', closed: false }),
]
