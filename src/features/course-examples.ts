// The commands with examples that name things of the course that is loaded.
import type { Command } from '../commands/command.ts'
import type { Commands } from '../commands/commands.ts'
import type { Course } from '../course/course.ts'
import { namesFor } from '../course/examples.ts'

/** Only `find` has them: the list is read for names and summaries. */
export function withCourseExamples(commands: Commands, course: Course): Commands {
  const found = new Map<string, Command>()
  return {
    ...commands,
    find: (name) => {
      const command = found.get(name) ?? withExamples(commands.find(name), course)
      if (command !== undefined) found.set(name, command)
      return command
    },
  }
}

function withExamples(command: Command | undefined, course: Course): Command | undefined {
  if (command?.courseExample === undefined) return command
  const { start, name } = command.courseExample
  return { ...command, examples: [...command.examples, ...namesFor(course, name).map((each) => `${start} ${each}`)] }
}
