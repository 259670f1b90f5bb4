// The form for one question, and what is filled in there as its text.
import type { TeamText } from '../../core/team-question.ts'
import { longest, type TeamFinding } from '../../course/check-team-question.ts'
import { asLine, optionsAsTyped, readOptions } from '../../course/import/own.ts'
import { item } from '../../course/import/items.ts'
import type { Form, FormField, FormValues } from '../../screens/form.ts'

/** As much as Slack takes in one field; all options and reasons that fit a message are shorter. */
const longestField = 3_000

const fields: readonly FormField[] = [
  { name: 'stem', label: 'Question', hint: 'A situation, and at its end the question. Put code between `backticks`.', input: { kind: 'text', usual: '', longest: longest.stem, lines: true } },
  {
    name: 'options', label: 'Options, one on each line',
    hint: 'Begin right ones with “* ”. Below a wrong one, a line with “> ” says why it’s wrong.',
    input: { kind: 'text', usual: '', longest: longestField, lines: true },
  },
  { name: 'explanation', label: 'Why is the right answer right?', input: { kind: 'text', usual: '', longest: longest.explanation, lines: true } },
  { name: 'keyPoint', label: 'What to remember, in one line', optional: true, input: { kind: 'text', usual: '', longest: longest.line } },
  { name: 'source', label: 'Source', hint: 'Where people can read it: a page, a link, a section of a study document.', input: { kind: 'text', usual: '', longest: longest.line } },
]

/** @param about the id of the question that is changed; undefined for a new one */
export function questionForm(about: string | undefined): Form {
  return { command: 'add-question', title: about === undefined ? 'Add a question' : 'Change the question', fields, ...(about === undefined ? {} : { about }) }
}

export function filledWith(text: TeamText | undefined): FormValues {
  if (text === undefined) return { options: '* \n- \n> \n- \n> ' }
  const { stem, explanation, keyPoint, source } = text
  return { stem, options: optionsAsTyped(text), explanation, keyPoint, source }
}

export function textFrom({ stem = '', options = '', explanation = '', keyPoint = '', source = '' }: FormValues): TeamText {
  const read = item({ stem, options: readOptions(options), explanation, keyPoint, source })
  return 'text' in read ? read.text : { stem, options: [], explanation, keyPoint, source }
}

/** What keeps the question from being asked, by the field of the form. */
export function errorsByField(findings: readonly TeamFinding[]): FormValues {
  const errors = findings.filter(({ level }) => level !== 'warning')
  return Object.fromEntries([...Map.groupBy(errors, ({ field }) => field)].map(([field, of]) => [field, of.map(({ message }) => message).join(' ')]))
}

/** The line to type for a form where there are none. */
export const lineFor = (id: string, text: TeamText): string => `add-question Id: ${id} | ${asLine(text)}`
