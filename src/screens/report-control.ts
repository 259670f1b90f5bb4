// The button that reports a question: on its explanation, wherever it was asked.
import { reportKinds } from '../core/report.ts'
import type { QuestionId } from '../core/quiz.ts'
import { control, oneOf, type Field } from './control.ts'
import { questionMark } from './question.ts'
import type { Button } from './screen.ts'

const mark: Field<string> = { write: (value) => value, read: (text) => (/^[0-9a-f]{8}$/u.test(text) ? text : undefined) }

/** `asked`: of the question, as {@link questionMark} gives it. `kind`: what is wrong with it; `ask` asks for that. */
export const reportControl = control('report', { asked: mark, kind: oneOf('ask', ...reportKinds) }, { beside: true })

export const reportButton = (question: QuestionId): Button => ({ label: 'Report', control: reportControl.text({ asked: questionMark(question, null), kind: 'ask' }), primary: false })
