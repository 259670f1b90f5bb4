// Samples of the screens of a practice.
import type { Session } from '../../core/session.ts'
import { oneRight, source, otherSource, twoRight } from '../../screens/sample-round.ts'
import type { Samples } from '../feature.ts'
import { practiceScreen, summaryScreen } from './practice-screen.ts'

const at = Date.UTC(2026, 10, 23, 12)
const step = (chosen: readonly string[], guess = false) => ({ chosen, at, guess, flag: false })
const task = { item: 'question:sample', order: ['c', 'a', 'd', 'b'], key: ['a'], content: 1 }

const session: Session = {
  id: '0123456789abcdef', kind: 'practice', about: null, tasks: [task, { ...task, key: ['a', 'b'] }, task], steps: new Map(), position: 0, zone: 'Europe/Berlin',
  startedAt: at, endsAt: null, endedAt: null, abandoned: false, givenBack: 0,
}
const ended: Session = { ...session, position: 3, endedAt: at, steps: new Map([[0, step(['a'])], [1, step(['c', 'a'])], [2, step(['b'])]]) }

export const samples = (): Samples => new Map([
  ['practice', practiceScreen(session, oneRight)],
  ['practice-fewer', practiceScreen({ ...session, about: 'iam 30' }, oneRight)],
  ['practice-guessing', practiceScreen({ ...session, steps: new Map([[0, step([], true)]]) }, oneRight)],
  ['practice-two', practiceScreen({ ...session, position: 1 }, twoRight)],
  ['practice-right', practiceScreen({ ...session, steps: new Map([[0, step(['a'])]]) }, oneRight)],
  ['practice-guessed', practiceScreen({ ...session, steps: new Map([[0, step(['a'], true)]]) }, oneRight)],
  ['practice-wrong', practiceScreen({ ...session, position: 2, steps: new Map([[2, step(['d'])]]) }, oneRight)],
  ['practice-changed', practiceScreen(session, 'changed')],
  ['practice-held-back', practiceScreen(session, 'held-back')],
  ['practice-summary', summaryScreen(ended, [{ topic: 'S3: access control and public buckets', source }, { topic: 'Lambda: runtime, code and dependencies', source: otherSource }])],
  ['practice-stopped', summaryScreen({ ...ended, steps: new Map() }, [])],
])
