// A table for a spreadsheet, which `import` reads again.
import { csv, type Cell } from '../../core/csv.ts'
import { optionLetters } from '../../core/team-question.ts'
import type { Course } from '../course.ts'
import { questionText, type QuestionText } from './question-text.ts'
import { rightCell, written } from './team-csv.ts'

const columns = ['id', 'topic', 'question', 'picture', ...optionLetters, 'right', 'why', 'remember', 'source', ...optionLetters.map((letter) => `why ${letter}`)]

export const questionTable = (course: Course): string => csv(columns, course.questions.map((question) => rowOf(questionText(course, question))))

function rowOf(question: QuestionText): readonly Cell[] {
  const { id, topic, stem, image, options, explanation, keyPoint, source } = question
  const inColumns = (read: (option: (typeof options)[number]) => string) => optionLetters.map((_, at) => written(options[at] === undefined ? '' : read(options[at])))
  return [id, written(topic), written(stem), image?.file ?? '', ...inColumns((option) => option.text), rightCell(question), written(explanation), written(keyPoint), written(source), ...inColumns(({ why }) => why)]
}
