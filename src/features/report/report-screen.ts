// The screens of reports: what is wrong, that it was saved, and the list for managers.
import { mostReports, reportKinds, type ReportKind } from '../../core/report.ts'
import type { QuestionId } from '../../core/quiz.ts'
import type { Reported, SavedReport } from '../../ledger/reports.ts'
import { runControl } from '../../screens/control.ts'
import { notice, refusal } from '../../screens/notice.ts'
import { pageOf, turnButtons } from '../../screens/page.ts'
import { questionMark } from '../../screens/question.ts'
import { kindLabels, kindsInWords, reportedButton } from '../../screens/report-control.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { shorten } from '../../screens/shorten.ts'
import { command, strong, type Text } from '../../screens/text.ts'
import { reportControls } from './face.ts'
import { excerpt } from '../../screens/written.ts'

const [longestStem, longestWords] = [110, 100]

export function askScreen(question: QuestionId, stem: string): Screen {
  const buttons = reportKinds.map((kind): Button => ({ label: kindLabels[kind], control: reportControls.report.text({ asked: questionMark(question, null), kind }), primary: false }))
  return notice('What’s wrong with this question?', [['“', ...excerpt(stem, longestStem), '”'], ['People who read your report don’t see your name.']], buttons)
}

/** @param heard by managers, too @param again the person had reported it before @param others what else they said is wrong with it */
export function savedScreen(stem: string, { kind, words, again, others, heard }: { readonly kind: ReportKind } & Omit<SavedReport, 'kind'>): Screen {
  const also = others.map((each) => `${kindLabels[each.kind]}${each.words === '' ? '' : `: “${shorten(each.words, longestWords)}”`}`)
  return notice(again ? 'Report updated' : 'Thanks for the report', [
    [strong(`${kindLabels[kind]}: `), '“', ...excerpt(stem, longestStem), `”${words === '' ? '' : `\n${words}`}`],
    ...(also.length === 0 ? [] : [[`You also reported:\n${also.join('\n')}`]]),
    [heard ? 'The managers of the daily question and the people who run the bot read it, without your name.' : 'The people who run the bot read it, without your name.'],
    ...(words === '' ? [['To say more: ', command(`report ${kind} …`), ' (within ten minutes)'] as Text] : []),
  ])
}

export const tooMany = (): Screen => refusal('That’s a lot of reports', [[`You can report ${mostReports} questions a day. Thank you: please send the rest tomorrow.`]])

export const nothingToReport = (): Screen => notice('Nothing to report yet', [['No question was posted here so far. To report one that you practice, press Report below its explanation.']])

export type Listed = Reported & { readonly stem: string; readonly inChannel: boolean }

const ledElsewhere: Text = ['While this channel shares its question, reports about it go to the managers of the channel that leads: ', command('share')]

/** Each takes up to nine lines on a phone. */
const listedAtOnce = 2
const wordsShown = 2

/** @param said above the list: what was just done @param follows another channel leads */
export function reportsScreen(all: readonly Listed[], page: number, said: Text = [], follows = false): Screen {
  const { shown, at, pages, first, missing } = pageOf(all, { size: listedAtOnce, page })
  if (shown.length === 0) return notice('No open reports', [...(said.length === 0 ? [] : [said]), ['When somebody reports a question, it shows up here until you settle it.'], ...(follows ? [ledElsewhere] : [])])
  return {
    name: 'reports',
    title: 'Reports about questions',
    tone: 'plain',
    blocks: [
      ...missing,
      ...(said.length === 0 ? [] : [{ kind: 'paragraph', text: said } as const]),
      ...shown.flatMap((each, index) => rowOf(each, first + index + 1, at, all.length > 1)),
      ...(follows ? [{ kind: 'footnote', text: ledElsewhere } as const] : []),
      ...(pages === 1 ? [] : ([{ kind: 'footnote', text: [`Page ${at + 1} of ${pages}`] }, { kind: 'buttons', buttons: turnButtons({ at, pages }, (to) => reportControls.reports.text({ page: to })) }] as const)),
    ],
  }
}

function rowOf(reported: Listed, number: number, page: number, numbered: boolean): readonly Block[] {
  const { question, stem, kinds, words } = reported
  const label = (text: string) => (numbered ? `${text} ${number}` : text)
  const more = words.length - wordsShown
  const quotes = words.slice(0, wordsShown).map((each): Text => [`“${shorten(each, longestWords)}”`])
  const isCut = more > 0 || words.some((each) => shorten(each, longestWords) !== each)
  return [
    { kind: 'paragraph', text: [strong(`${numbered ? `${number}. ` : ''}${kindsInWords(kinds)}`), '\n', ...excerpt(stem, longestStem)] },
    ...(quotes.length === 0 ? [] : [{ kind: 'list', items: more > 0 ? [...quotes, [`and ${more} more`]] : quotes } as const]),
    { kind: 'buttons', buttons: [...(isCut ? [reportedButton(question, label('Read all'))] : []), ...settleButtons(reported, page, label)] },
  ]
}

function settleButtons({ question, inChannel }: Pick<Listed, 'question' | 'inChannel'>, page: number, label = (text: string) => text): readonly Button[] {
  const settle = (text: string, as: 'done' | 'dismissed'): Button => ({ label: label(text), control: reportControls.settle.text({ asked: questionMark(question, null), as, page }), primary: false })
  const correct: Button = { label: label('Correct'), control: runControl.text({ line: `correct ${question}` }), primary: false }
  return [...(inChannel ? [correct] : []), settle('Done', 'done'), settle('Dismiss', 'dismissed')]
}

/** Each takes up to eight lines on a phone. */
const wordsAtOnce = 2

/** All that people wrote about one question, whole. @param index its place among all open ones */
export function reportedScreen(reported: Listed, index: number, page: number): Screen {
  const { question, stem, kinds, words } = reported
  const { shown, at, pages, missing } = pageOf(words, { size: wordsAtOnce, page })
  const list = Math.floor(index / listedAtOnce)
  const turns = turnButtons({ at, pages }, (to) => reportControls.reported.text({ asked: questionMark(question, null), page: to }))
  return {
    name: 'reported',
    title: 'What people reported',
    tone: 'plain',
    blocks: [
      ...missing,
      { kind: 'paragraph', text: [strong(kindsInWords(kinds)), '\n', ...excerpt(stem, longestStem)] },
      shown.length === 0 ? { kind: 'paragraph', text: ['Nobody wrote anything about it.'] } : { kind: 'list', items: shown.map((each): Text => [`“${each}”`]) },
      ...(pages === 1 ? [] : ([{ kind: 'footnote', text: [`Page ${at + 1} of ${pages}`] }, { kind: 'buttons', buttons: turns }] as const)),
      { kind: 'buttons', buttons: [...settleButtons(reported, list), { label: 'All reports', control: reportControls.reports.text({ page: list }), primary: false }] },
    ],
  }
}
