// Samples of the screens of this feature, from made-up data.
import { discussionScreen, threadlessScreen } from '../../screens/discussion.ts'
import { questionScreen, unanswered } from '../../screens/question.ts'
import type { RecapView } from '../../core/recap.ts'
import { correctedWords } from '../../core/correction.ts'
import { correctedScreen } from '../../screens/corrected.ts'
import { recapScreen } from '../../screens/recap.ts'
import { revealScreen } from '../../screens/reveal.ts'
import { closedRound, oneRight, roundOfTwo, sampleQuiz, sampleRound, twoRight, withCode, withPicture } from '../../screens/sample-round.ts'
import { whenNext } from '../../screens/when-next.ts'
import type { OnHome, Samples } from '../feature.ts'
import { answerScreen, askedScreen } from './answer-screen.ts'
import { nothingOpenAtHome, openQuestion } from './home.ts'
import { nothingOpen } from './no-question.ts'
import { notNudgedScreen, nudgedScreen, nudgeScreen } from './nudge-screen.ts'
import { moreScreen, notedScreen, resultScreen } from './result-screen.ts'

const people = ['Ada', 'Grace', 'Linus', 'Barbara', 'Edsger'].map((name) => ({ id: `terminal:local:u:${name}`, name }))

const recap: RecapView = {
  round: closedRound, ago: 'yesterday', answered: 9, right: 6,
  leaders: { names: ['Ada'], count: 1, points: 5, over: false },
  streak: { names: ['Grace'], count: 1, days: 12 },
}

const answer = { answered: 9, votes: new Map([['a', 6], ['c', 2], ['d', 1]]), right: people }

const why = 'The guide for AWS Lambda says that container images bring their own runtime, and the question doesn’t say which of the two is meant.'
const correctedContent = { ...oneRight, ...correctedWords(oneRight, ['a'], { key: ['c'], voided: false }, why) }
const voidedContent = { ...oneRight, ...correctedWords(oneRight, ['a'], { key: ['a'], voided: true }, why) }

const keptBack = { answered: 3, votes: null, right: [] }

export const samples = (): Samples => new Map([
  ['question', questionScreen(sampleRound, oneRight, unanswered)],
  ['question-two', questionScreen(roundOfTwo, twoRight, { ...unanswered, chosen: ['a'] })],
  ['question-picture', questionScreen(sampleRound, withPicture, unanswered)],
  ['reveal-picture', revealScreen(closedRound, withPicture, answer)],
  ['question-code', questionScreen({ ...sampleRound, order: ['b', 'a', 'c'] }, withCode, unanswered)],
  ['result-code', resultScreen({ ...sampleRound, order: ['b', 'a', 'c'] }, withCode, { chosen: ['b'], right: false, streak: null })],
  ['more-code', moreScreen({ ...sampleRound, order: ['b', 'a', 'c'] }, withCode)],
  ['reveal-code', revealScreen({ ...closedRound, order: ['b', 'a', 'c'] }, withCode, answer)],
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
  ['question-void', questionScreen({ ...sampleRound, voided: true }, oneRight, unanswered)],
  ['noted-void', notedScreen({ ...sampleRound, voided: true }, voidedContent, ['b'], false)],
  ['reveal-void', revealScreen({ ...closedRound, voided: true }, voidedContent, keptBack)],
  ['answer-void', answerScreen({ ...closedRound, voided: true }, voidedContent, { ...keptBack, mine: ['d'] })],
  ['question-recap-void', questionScreen(sampleRound, oneRight, { ...unanswered, recap: { ...recap, right: null, round: { ...closedRound, voided: true } } })],
  ['recap-void', recapScreen({ ...recap, right: null, round: { ...closedRound, voided: true } })],
  ['answer-corrected', answerScreen({ ...closedRound, key: ['c'], otherKeys: [['a']] }, correctedContent, { ...answer, right: people.slice(0, 2), mine: ['c'] })],
  ['corrected', correctedScreen([{ round: closedRound, stem: oneRight.stem, chosen: ['a'], points: 1 }])],
  ['corrected-several', correctedScreen([1, -1, -1].map((points, index) => ({ round: index === 2 ? { ...closedRound, voided: true } : closedRound, stem: oneRight.stem, chosen: [index === 0 ? 'a' : 'c'], points: points as 1 | -1 })))],
  ['answer-late', answerScreen(closedRound, oneRight, { ...answer, mine: ['a'], late: true })],
  ['nudge', nudgeScreen({ ...sampleRound, words: oneRight })],
  ['nudge-on', nudgedScreen({ lead: 60, openMinutes: null, late: null, isShared: false })],
  ['nudge-on-short', nudgedScreen({ lead: 60, openMinutes: 60, late: sampleRound, isShared: true })],
  ['nudge-off', notNudgedScreen()],
  ['discussion', discussionScreen(sampleRound)],
  ['thread-refused', threadlessScreen([{ quiz: sampleQuiz, reason: 'The bot isn’t allowed to open threads in this channel. Somebody who manages the channel can allow it Create Public Threads under Edit Channel, Permissions.' }])],
  ['nothing-open', nothingOpen(sampleQuiz, sampleRound.dueAt, answerScreen(closedRound, oneRight, { ...answer, mine: ['d'], withQuestion: false }))],
])

export const onHome: OnHome = [
  openQuestion({ round: sampleRound, mine: null }, oneRight.stem, { marks: '✅ – ❌ ✅ ✅', closed: true, lead: null }),
  openQuestion({ round: sampleRound, mine: { person: '', chosen: ['a'], at: 0, day: sampleRound.day } }, oneRight.stem, { marks: '', closed: true, lead: 'an hour' }),
  nothingOpenAtHome(whenNext(sampleQuiz, sampleRound.dueAt), { marks: '', closed: false, lead: null }),
]
