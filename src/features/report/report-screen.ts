// The screens of reports: what is wrong, that it was saved, and the list for managers.
import { mostReports, reportKinds, type ReportKind } from '../../core/report.ts'
import type { QuestionId } from '../../core/quiz.ts'
import type { Reported } from '../../ledger/reports.ts'
import { runControl } from '../../screens/control.ts'
import { notice, refusal } from '../../screens/notice.ts'
import { pageOf, turnButtons } from '../../screens/page.ts'
import { questionMark } from '../../screens/question.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { shorten } from '../../screens/shorten.ts'
import { command, strong, type Text } from '../../screens/text.ts'
import { reportControls } from './face.ts'

const [longestStem, longestWords] = [110, 100]

const kindLabels: Readonly<Record<ReportKind, string>> = { wrong: 'Wrong answer', unclear: 'Unclear', typo: 'Typo', outdated: 'Outdated' }

export function askScreen(question: QuestionId, stem: string): Screen {
  const buttons = reportKinds.map((kind): Button => ({ label: kindLabels[kind], control: reportControls.report.text({ asked: questionMark(question, null), kind }), primary: false }))
  return notice('What’s wrong with this question?', [[`“${shorten(stem, longestStem)}”`], ['Those who run the quiz read it, without your name.']], buttons)
}

/** @param heard by managers, too @param again in place of what the person had reported */
export function savedScreen(stem: string, { kind, words, again, heard }: { readonly kind: ReportKind; readonly words: string; readonly again: boolean; readonly heard: boolean }): Screen {
  return notice(again ? 'Report updated' : 'Thanks for the report', [
    [strong(`${kindLabels[kind]}: `), `“${shorten(stem, longestStem)}”${words === '' ? '' : `\n${words}`}`],
    [heard ? 'The managers of the daily question and the people who run the bot read it, without your name.' : 'The people who run the bot read it, without your name.'],
    ...(words === '' ? [['To say more: ', command(`report ${kind} …`), ' (within ten minutes)'] as Text] : []),
  ])
}

export const tooMany = (): Screen => refusal('That’s a lot of reports', [[`You can report ${mostReports} questions a day. Thank you: please send the rest tomorrow.`]])

export const nothingToReport = (): Screen => notice('Nothing to report yet', [['No question was posted here so far. On each explanation, the button Report says what’s wrong with that question.']])

export type Listed = Reported & { readonly stem: string; readonly inChannel: boolean }

/** Each takes up to nine lines on a phone. */
const listedAtOnce = 2
const wordsShown = 2

/** @param said above the list: what was just done */
export function reportsScreen(all: readonly Listed[], page: number, said: Text = []): Screen {
  const { shown, at, pages, first, missing } = pageOf(all, { size: listedAtOnce, page })
  if (shown.length === 0) return notice('No open reports', [...(said.length === 0 ? [] : [said]), ['When somebody reports a question, it stands here until you settle it.']])
  return {
    name: 'reports',
    title: 'Reports about questions',
    tone: 'plain',
    blocks: [
      ...missing,
      ...(said.length === 0 ? [] : [{ kind: 'paragraph', text: said } as const]),
      ...shown.flatMap((each, index) => rowOf(each, first + index + 1, at, all.length > 1)),
      ...(pages === 1 ? [] : ([{ kind: 'footnote', text: [`Page ${at + 1} of ${pages}`] }, { kind: 'buttons', buttons: turnButtons({ at, pages }, (to) => reportControls.reports.text({ page: to })) }] as const)),
    ],
  }
}

function rowOf({ question, stem, kinds, words, inChannel }: Listed, number: number, page: number, numbered: boolean): readonly Block[] {
  const label = (text: string) => (numbered ? `${text} ${number}` : text)
  const settle = (text: string, as: 'done' | 'dismissed'): Button => ({ label: label(text), control: reportControls.settle.text({ asked: questionMark(question, null), as, page }), primary: false })
  const correct: Button = { label: label('Correct'), control: runControl.text({ line: `correct ${question}` }), primary: false }
  const counts = kinds.map(({ kind, people }) => `${kindLabels[kind].toLowerCase()} ${people === 1 ? '' : `(${people} people)`}`.trim()).join(', ')
  const more = words.length - wordsShown
  const quotes = words.slice(0, wordsShown).map((each): Text => [`“${shorten(each, longestWords)}”`])
  return [
    { kind: 'paragraph', text: [strong(`${numbered ? `${number}. ` : ''}${counts}`), `\n${shorten(stem, longestStem)}`] },
    ...(quotes.length === 0 ? [] : [{ kind: 'list', items: more > 0 ? [...quotes, [`and ${more} more`]] : quotes } as const]),
    { kind: 'buttons', buttons: [...(inChannel ? [correct] : []), settle('Done', 'done'), settle('Dismiss', 'dismissed')] },
  ]
}
