// `course=NAME` in what was typed behind a command. It stands anywhere: the words around it may be one value.
import type { Command } from './command.ts'
import { withoutOuterQuotes } from './values/read.ts'

const inQuotes = `"[^"]*"(?=[\\s,]|$)|'[^']*'(?=[\\s,]|$)`
/** A word, or words in quotes. */
const one = new RegExp(`(?:^|\\s)course=(${inQuotes}|\\S+)`, 'iu')
/** With commas between, and blanks around these. What names another option is no course. */
const several = new RegExp(`(?:^|\\s)course=((?:${inQuotes}|[^\\s,]+)(?:\\s*,\\s*(?:${inQuotes}|(?!\\w+[=:])[^\\s,]+))*)[\\s,]*(?=\\s|$)`, 'iu')

/** The course, the line without it, and the command that reads the rest. */
export function takeCourse(command: Command, line: string): { readonly course: string | undefined; readonly rest: string; readonly others: Command } {
  const { options, ofCourse } = command
  const found = options.some(({ kind }) => kind === 'course') ? (ofCourse === true ? one : several).exec(line) : null
  if (found === null) return { course: undefined, rest: line, others: command }
  const course = found[1] ?? ''
  return { course: ofCourse === true ? withoutOuterQuotes(course) : course, rest: line.replace(found[0], ' ').trim(), others: { ...command, options: options.filter(({ kind }) => kind !== 'course') } }
}
