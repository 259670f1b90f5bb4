// A table for a spreadsheet, with all that a question of a course has: `import` reads it again, and nothing is lost.
import { csv, type Cell } from '../../core/csv.ts'
import { optionLetters } from '../../core/team-question.ts'
import type { Course, Question } from '../course.ts'
import { rightCell, written } from './team-csv.ts'

const columns = ['id', 'topic', 'question', 'picture', ...optionLetters, 'right', 'why', 'remember', 'source', ...optionLetters.map((letter) => `why ${letter}`), 'difficulty', 'owner', 'form', 'facts', 'note']

export const questionTable = (course: Course): string => csv(columns, course.questions.map((question) => rowOf(course, question)))

/** In the words of its file: other formats have the titles of documents instead of their ids. */
function rowOf({ byId }: Course, question: Question): readonly Cell[] {
  const { id, topic, stem, image, key, explanation, whyNot, keyPoint, note, sources, difficulty, owner, form, facts } = question
  const options = question.options.map((option) => ({ text: option.text, right: key.includes(option.id), why: whyNot[option.id] ?? '' }))
  const inColumns = (read: (option: (typeof options)[number]) => string) => optionLetters.map((_, at) => written(options[at] === undefined ? '' : read(options[at])))
  const cited = sources.map((source) => source.key).join('; ')
  return [
    id, written(byId.topics.get(topic)?.title ?? topic), written(stem), image?.file ?? '', ...inColumns((option) => option.text), rightCell({ options }),
    written(explanation), written(keyPoint), written(cited), ...inColumns(({ why }) => why), difficulty, owner, form, facts.join(' '), written(note ?? ''),
  ]
}
