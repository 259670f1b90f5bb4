// The buttons about reports of a question: the one that reports it, wherever it was asked, and the one that opens all reports of it.
import { reportKinds, type ReportKind } from '../core/report.ts'
import type { QuestionId } from '../core/quiz.ts'
import { control, oneOf, upTo, type Field } from './control.ts'
import { questionMark } from './question.ts'
import type { Button } from './screen.ts'

/** Of a question, as {@link questionMark} gives it. */
export const markField: Field<string> = { write: (value) => value, read: (text) => (/^[0-9a-f]{8}$/u.test(text) ? text : undefined) }

/** `kind`: what is wrong with it; `ask` asks for that. */
export const reportControl = control('report', { asked: markField, kind: oneOf('ask', ...reportKinds) }, { beside: true })

export const reportButton = (question: QuestionId): Button => ({ label: 'Report', control: reportControl.text({ asked: questionMark(question, null), kind: 'ask' }), primary: false })

/** A page of all that was written about one question, for managers. */
export const reportedControl = control('reported', { asked: markField, page: upTo(99) }, { rights: true })

export const reportedButton = (question: QuestionId, label: string): Button => ({ label, control: reportedControl.text({ asked: questionMark(question, null), page: 0 }), primary: false })

export const kindLabels: Readonly<Record<ReportKind, string>> = { wrong: 'Wrong answer', unclear: 'Unclear', typo: 'Typo', outdated: 'Outdated' }

/** `wrong answer (3 people), typo` */
export const kindsInWords = (kinds: readonly { readonly kind: ReportKind; readonly people: number }[]): string =>
  kinds.map(({ kind, people }) => `${kindLabels[kind].toLowerCase()}${people === 1 ? '' : ` (${people} people)`}`).join(', ')
