// The commands as they fit the course that is loaded: those that it has something for, with examples that name things of it.
import type { Command } from '../commands/command.ts'
import type { Commands } from '../commands/commands.ts'
import type { Course } from '../course/course.ts'
import { namesFor } from '../course/examples.ts'
import { hasPart } from '../course/parts.ts'

/** Others are left out of the list alone: who types them hears that the course has none. Only `find` has the examples. */
export function commandsOfCourse(commands: Commands, course: Course): Commands {
  const found = new Map<string, Command>()
  return {
    ...commands,
    list: commands.list.filter(({ needs }) => needs === undefined || hasPart(course, needs)),
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
