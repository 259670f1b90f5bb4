// Samples of the screens of this feature, from made-up data.
import { closedRound, oneRight, roundOfTwo, twoRight } from '../../screens/sample-round.ts'
import type { Samples } from '../feature.ts'
import { confirmScreen, keyScreen, listScreen, roundScreen, type Found } from './correct-screen.ts'

const { tip: _, ...words } = oneRight
const by = 'terminal:local:u:Ada'
const none: Found = { round: closedRound, answered: 12, record: [], version: 0, ledElsewhere: false, hidesKey: false }
const at = closedRound.closesAt + 3_600_000
const before = { voided: false, key: ['a'] }
const corrected: Found = {
  round: { ...closedRound, key: ['c'], otherKeys: [['a']] }, answered: 12, version: 3, ledElsewhere: false, hidesKey: false,
  record: [
    { id: 2, at, by, byOperator: false, why: 'The guide says that AWS patches both, and the question doesn’t say which guide.', voided: false, key: ['c'], before, undone: null },
    { id: 1, at, by: null, byOperator: true, why: '', voided: true, key: ['a'], before, undone: { at, by: null } },
  ],
}
const inC = { after: { voided: false, key: ['c'] }, keptBack: false }
const nothing = { after: { voided: true, key: ['a'] }, keptBack: false }
const voided: Found = { ...corrected, round: { ...corrected.round, voided: true } }
const reason = { why: 'Two answers are right, and the guide doesn’t say which one is meant.', typed: '0123abcd' }
const listed = Array.from({ length: 12 }, (_each, index) => ({ round: { ...closedRound, day: `2026-11-${String(23 - index).padStart(2, '0')}`, ...(index === 1 ? { voided: true as const } : {}), ...(index === 0 ? { state: 'open' as const } : {}) }, stem: words.stem, corrected: index === 2 }))

export const samples = (): Samples => new Map([
  ['correct', listScreen(listed, 0)],
  ['correct-several', listScreen(listed, 0, ['Several questions fit. Which one do you want to void?'], { ...reason, why: reason.why.repeat(4) })],
  ['correct-none-fits', listScreen(listed, 1, ['No question here fits “lambda layers and their extensions”. The latest ones:'])],
  ['correct-round-shared', roundScreen({ ...none, ledElsewhere: true }, words)],
  ['correct-round', roundScreen(none, words)],
  ['correct-round-reported', roundScreen(none, words, { reported: { question: 'lambda-01', kinds: [{ kind: 'wrong', people: 3 }, { kind: 'typo', people: 1 }], words: ['B is right, too: container images bring their own runtime, and then nobody but us patches it. '.repeat(3).slice(0, 280).trim(), 'See the guide'], since: 0 } })],
  ['correct-round-record', roundScreen(corrected, words, { said: ['Done. 8 people’s points change. Leaderboards follow right away, the post within a minute.'] })],
  ['correct-round-course', roundScreen(none, words, { courseKey: ['c'] })],
  ['correct-round-secret', roundScreen({ ...corrected, round: { ...corrected.round, state: 'open', feedback: 'at-close' }, hidesKey: true }, words)],
  ['correct-round-unanswered', roundScreen({ ...corrected, round: { ...corrected.round, state: 'open', feedback: 'instant' }, hidesKey: true }, words)],
  ['correct-round-why', roundScreen(none, words, { reason })],
  ['correct-round-void', roundScreen(voided, words)],
  ['correct-key', keyScreen(none, words)],
  ['correct-key-two', keyScreen({ ...none, round: roundOfTwo }, twoRight)],
  ['correct-confirm', confirmScreen({ ...none, ...inC, shift: { gain: 5, lose: 3 } }, words, { kind: 'regrade', key: ['c'] }, null)],
  ['correct-confirm-void', confirmScreen({ ...none, ...nothing, shift: { gain: 0, lose: 1 } }, words, { kind: 'void' }, reason)],
  ['correct-confirm-private', confirmScreen({ ...none, ...nothing, shift: null }, words, { kind: 'void' }, null)],
  ['correct-confirm-undo', confirmScreen({ ...corrected, after: before, keptBack: true, shift: null }, words, { kind: 'undo' }, null)],
])
