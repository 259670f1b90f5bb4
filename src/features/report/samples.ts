// Samples of the screens of this feature, from made-up data.
import { longestReport } from '../../core/report.ts'
import { oneRight } from '../../screens/sample-round.ts'
import type { Samples } from '../feature.ts'
import { askScreen, nothingToReport, reportedScreen, reportsScreen, savedScreen, tooMany, type Listed } from './report-screen.ts'

const { stem } = oneRight
const one: Listed = { question: 'lambda-01', stem, inChannel: true, since: 0, kinds: [{ kind: 'wrong', people: 3 }, { kind: 'typo', people: 1 }], words: ['B is right, too: container images bring their own runtime, and then nobody but us patches it.', 'See the guide', 'I think so too'] }
const other: Listed = { ...one, question: 'lambda-02', kinds: [{ kind: 'unclear', people: 1 }], words: [], inChannel: false }

const longest = 'B is right, too: container images bring their own runtime, and then nobody but us patches it. '.repeat(3).slice(0, longestReport).trim()

export const samples = (): Samples => new Map([
  ['report', askScreen('lambda-01', stem)],
  ['report-saved', savedScreen(stem, { kind: 'wrong', words: '', again: false, others: [], heard: true })],
  ['report-again', savedScreen(stem, { kind: 'outdated', words: 'The guide says otherwise since March.', again: true, others: [], heard: false })],
  ['report-another', savedScreen(stem, { kind: 'typo', words: '', again: true, others: [{ kind: 'wrong', words: longest }, { kind: 'unclear', words: '' }, { kind: 'outdated', words: longest }], heard: true })],
  ['report-too-many', tooMany()],
  ['report-nothing', nothingToReport()],
  ['reports', reportsScreen([one], 0)],
  ['reports-several', reportsScreen([one, other, one], 0, ['Dismissed.'])],
  ['reported', reportedScreen({ ...one, words: [longest, longest, 'I think so too'] }, 0, 0)],
  ['reported-last', reportedScreen({ ...one, words: [longest, longest, 'I think so too'] }, 0, 1)],
  ['reported-no-words', reportedScreen(other, 1, 0)],
  ['reports-none', reportsScreen([], 0, ['Done: settled.'])],
])
