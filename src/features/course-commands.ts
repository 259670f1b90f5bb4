// The commands as they fit the course that is loaded: those that it has something for, with examples that name things of it.
import type { Command } from '../commands/command.ts'
import type { Commands } from '../commands/commands.ts'
import type { Course } from '../course/course.ts'
import { namesFor } from '../course/examples.ts'
import { lazy } from '../course/lazy.ts'
import { hasPart } from '../course/parts.ts'

/** Others are left out of the list alone: somebody who types one hears that the course has none. Only `find` has the examples. */
export function commandsOfCourse(commands: Commands, course: Course): Commands {
  const found = new Map<string, Command>()
  // The list is made when it's first read: a start doesn't wait for it.
  const { list } = commands
  const of = lazy({ list: () => list.filter(({ needs }) => needs === undefined || hasPart(course, needs)).map((command) => fitting(command, course)) })
  return {
    ...commands,
    get list() {
      return of.list
    },
    find: (name) => {
      const command = found.get(name) ?? withExamples(commands.find(name), course)
      if (command !== undefined) found.set(name, command)
      return command
    },
  }
}

/** Without options that the course has nothing to choose from for, and their examples. */
function fitting(command: Command, course: Course): Command {
  const idle = command.options.filter(({ needs }) => needs !== undefined && !hasPart(course, needs))
  if (idle.length === 0) return command
  const isIdle = (word: string) => idle.some(({ choices = [] }) => choices.includes(word))
  const examples = command.examples.filter((example) => !example.split(' ').slice(1).some(isIdle))
  return { ...command, options: command.options.filter((option) => !idle.includes(option)), examples }
}

function withExamples(command: Command | undefined, course: Course): Command | undefined {
  const own = command === undefined ? undefined : fitting(command, course)
  if (own?.courseExample === undefined) return own
  const { start, name } = own.courseExample
  return { ...own, examples: [...own.examples, ...namesFor(course, name).map((each) => `${start} ${each}`)] }
}
