// An exam to read or print, which `import` reads again: a heading for each question, its options as checkboxes, what is said afterwards below.
import { codeBlock, onOneLine, readCode } from '../../core/code-marks.ts'
import type { Course } from '../course.ts'
import { textsByTopic, type QuestionText } from './question-text.ts'

export function markdownExam(course: Course): string {
  const parts = [...textsByTopic(course)].map(([topic, questions]) => [`## ${escaped(topic)}`, ...questions.map(oneQuestion)].join('\n\n'))
  return `# ${escaped(course.title)}\n\n${parts.join('\n\n')}\n`
}

function oneQuestion({ id, stem, image, options, explanation, keyPoint, source }: QuestionText): string {
  const lines = options.flatMap(({ text, right, why }) => [`- [${right ? 'x' : ' '}] ${escaped(onOneLine(text))}`, ...(why === '' ? [] : escaped(why).split('\n').map((line) => `  > ${line}`))])
  const said = [['Explanation', explanation], ['Remember', keyPoint], ['Source', source]].flatMap(([label, text = '']) => (text === '' ? [] : ['', `${label}: ${escaped(text)}`]))
  const picture = image === undefined ? [] : ['', `![${withoutMarks(image.alt)}](${image.file})`]
  return [`### ${escaped(stem)}`, ...picture, '', `<!-- id: ${id} -->`, '', ...lines, ...said].join('\n')
}

/** On one line but for its blocks of code, with what Markdown would read as marks written as what it is. */
const escaped = (text: string): string =>
  readCode(text).map((piece) => (piece.kind === 'text' ? withoutMarks(piece.source) : piece.kind === 'span' ? piece.source : `\n${codeBlock(piece.text, piece.language)}\n`)).join('').trim()

const withoutMarks = (text: string): string => text.replaceAll(/\s+/gu, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(/[_*[\]]|\\(?=[#-])/gu, String.raw`\$&`)
