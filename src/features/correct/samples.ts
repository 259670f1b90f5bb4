// Samples of the screens of this feature, from made-up data.
import type { Correctable } from '../../ledger/corrections.ts'
import { closedRound, oneRight, roundOfTwo, twoRight } from '../../screens/sample-round.ts'
import type { Samples } from '../feature.ts'
import { confirmScreen, keyScreen, listScreen, roundScreen } from './correct-screen.ts'

const { tip: _, ...words } = oneRight
const by = 'terminal:local:u:Ada'
const none: Correctable = { round: closedRound, answered: 12, record: [], version: 0, ledElsewhere: false }
const at = closedRound.closesAt + 3_600_000
const before = { voided: false, key: ['a'] }
const corrected: Correctable = {
  round: { ...closedRound, key: ['c'], otherKeys: [['a']] }, answered: 12, version: 3, ledElsewhere: false,
  record: [
    { id: 2, at, by, byOperator: false, why: 'The guide says that AWS patches both, and the question doesn’t say which guide.', voided: false, key: ['c'], before, undone: null },
    { id: 1, at, by: null, byOperator: true, why: '', voided: true, key: ['a'], before, undone: { at, by: null } },
  ],
}
const inC = { after: { voided: false, key: ['c'] }, keptBack: false }
const nothing = { after: { voided: true, key: ['a'] }, keptBack: false }
const voided: Correctable = { ...corrected, round: { ...corrected.round, voided: true } }
const listed = Array.from({ length: 12 }, (_each, index) => ({ round: { ...closedRound, day: `2026-11-${String(23 - index).padStart(2, '0')}`, ...(index === 1 ? { voided: true as const } : {}), ...(index === 2 ? { otherKeys: [] } : {}), ...(index === 0 ? { state: 'open' as const } : {}) }, stem: words.stem }))

export const samples = (): Samples => new Map([
  ['correct', listScreen(listed, 0)],
  ['correct-none-fits', listScreen(listed, 1, ['No question here fits “lambda layers and their extensions”. The latest ones:'])],
  ['correct-round-shared', roundScreen({ ...none, ledElsewhere: true }, words)],
  ['correct-round', roundScreen(none, words)],
  ['correct-round-reported', roundScreen(none, words, { reported: { question: 'lambda-01', kinds: [{ kind: 'wrong', people: 3 }, { kind: 'typo', people: 1 }], words: ['B is right, too: container images bring their own runtime, and then nobody but us patches it. '.repeat(3).slice(0, 280).trim(), 'See the guide'], since: 0 } })],
  ['correct-round-record', roundScreen(corrected, words, { said: ['Done. 8 people’s points change. Leaderboards follow right away, the post within a minute.'] })],
  ['correct-round-course', roundScreen(none, words, { courseKey: ['c'] })],
  ['correct-round-secret', roundScreen({ ...corrected, round: { ...corrected.round, state: 'open', feedback: 'at-close' } }, words)],
  ['correct-round-void', roundScreen(voided, words)],
  ['correct-key', keyScreen(none, words)],
  ['correct-key-two', keyScreen({ ...none, round: roundOfTwo }, twoRight)],
  ['correct-confirm', confirmScreen({ ...none, ...inC, shift: { gain: 5, lose: 3 } }, words, { kind: 'regrade', key: ['c'] }, null)],
  ['correct-confirm-void', confirmScreen({ ...none, ...nothing, shift: { gain: 0, lose: 1 } }, words, { kind: 'void' }, 'Two answers are right, and the guide doesn’t say which one is meant.')],
  ['correct-confirm-private', confirmScreen({ ...none, ...nothing, shift: null }, words, { kind: 'void' }, null)],
  ['correct-confirm-undo', confirmScreen({ ...corrected, after: before, keptBack: true, shift: null }, words, { kind: 'undo' }, null)],
])
