// All open reports for the operator, by question, in lines to print.
import { courseOf, type Courses } from '../course/courses.ts'
import { readReports } from '../ledger/sqlite/file/read-reports.ts'

export function reports(databaseFile: string, courses: Pick<Courses, 'at'>): readonly string[] {
  const all = readReports(databaseFile)
  if (all.length === 0) return ['No open reports.']
  return all.flatMap(({ question, kinds, words, since }, index) => {
    const stem = courseOf(courses, question).byId.questions.get(question)?.stem
    return [
      ...(index === 0 ? [] : ['']),
      `${question}  ${kinds.map(({ kind, people }) => `${kind} ${people}`).join(', ')}  since ${new Date(since).toISOString().slice(0, 10)}`,
      ...(stem === undefined ? [] : [stem]),
      ...words.map((each) => `  “${each}”`),
    ]
  })
}
