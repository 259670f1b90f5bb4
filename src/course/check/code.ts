// Code in texts: whether its marks say what the author means. Readers see what the bot makes of them.
import { readCode, type CodePiece } from '../../core/code-marks.ts'
import type { Course, Question } from '../course.ts'
import type { Check, Problem } from '../problem.ts'

type Field = readonly (string | number)[]
type Texts = readonly (readonly [field: Field, text: string | undefined])[]

export const checkCode: Check = (course, where) => [
  ...course.questions.flatMap((question) => [
    ...marksIn(textsOf(question)).map((found) => ({ ...toProblem(question.id, found), ...where(question, ...found.field), question: question.id })),
    ...question.options.filter(({ text }) => readCode(text).some(({ kind }) => kind === 'block')).map(({ id }): Problem => ({
      level: 'warning', check: 'code-in-option', ...where(question, 'options', id), question: question.id,
      message: `${question.id}: option ${id} has a block of code, which is shown on one line`, remedy: 'Put it between single backticks, or move the code to the stem',
    })),
  ]),
  ...aidsOf(course).flatMap(([item, texts]) => marksIn(texts).map((found) => ({ ...toProblem(item.id, found), ...where(item, ...found.field) }))),
]

function textsOf({ stem, options, explanation, whyNot, keyPoint, note }: Question): Texts {
  return [
    [['stem'], stem],
    ...options.map(({ id, text }) => [['options', id], text] as const),
    [['explanation'], explanation],
    ...Object.entries(whyNot).map(([id, text]) => [['whyNot', id], text] as const),
    [['keyPoint'], keyPoint],
    [['note'], note],
  ]
}

const aidsOf = ({ flashcards, cases }: Course): readonly (readonly [item: { readonly id: string }, texts: Texts])[] => [
  ...flashcards.map((card) => [card, [[['front'], card.front], [['back'], card.back]]] as const),
  ...cases.flatMap((one) => [
    [one, [[['situation'], one.situation], [['closing'], one.closing], ...one.architecture.map((part, at) => [['architecture', at], part] as const)]] as const,
    ...one.findings.map((finding) => [finding, [[['finding'], finding.finding], [['question'], finding.question], [['change'], finding.change], [['reasoning'], finding.reasoning]]] as const),
  ]),
]

type Found = { readonly field: Field; readonly check: string; readonly message: string; readonly remedy: string }

const toProblem = (id: string, { check, message, remedy }: Found) => ({ level: 'warning' as const, check, message: `${id}: ${message}`, remedy })

const marksIn = (texts: Texts): readonly Found[] => texts.flatMap(([field, text]) => (text === undefined ? [] : readCode(text).flatMap((piece) => found(piece, field))))

function found(piece: CodePiece, field: Field): readonly Found[] {
  const name = field.join('.')
  const { kind, source } = piece
  if (kind === 'block') {
    const isOpen = !/\n *(?:`{3,}|~{3,})\s*$/u.test(source.trimEnd())
    return isOpen ? [{ field, check: 'code-open', message: `the block of code in ${name} has no end`, remedy: 'Put ``` on a line of its own below it' }] : []
  }
  if (source.includes('```')) {
    return [{ field, check: 'code-fence', message: `${name} has \`\`\` in the middle of a line, so it is no block of code`, remedy: 'Begin the text with "|" in the line of its field, and put each ``` on a line of its own' }]
  }
  const isOdd = kind === 'text' && source.replaceAll('\\`', '').includes('`')
  return isOdd ? [{ field, check: 'code-tick', message: `a backtick in ${name} has no partner, so readers see it`, remedy: 'Add the other one, or write \\` for a backtick' }] : []
}
