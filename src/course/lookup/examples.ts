// What one could look up in this course, for help: the course is not known when the commands are declared.
import type { Course } from '../course.ts'

const most = 2
/** Longer ones are hard to read as something to type. */
const longest = 40

/** Titles that have an answer; terms in a course without responsibilities. Empty if it has neither. */
export function lookupExamples({ responsibilities, glossary }: Pick<Course, 'responsibilities' | 'glossary'>): readonly string[] {
  const titles = [...responsibilities.map(({ title }) => title), ...glossary.map(({ term }) => term)]
  return titles.filter((title) => title.length <= longest && !title.includes(':')).slice(0, most)
}
