// The commands as they fit what is taught: those that a course has something for, with examples that name things of it.
import type { Command, CoursePart } from '../commands/command.ts'
import type { Commands } from '../commands/commands.ts'
import type { Course } from '../course/course.ts'
import type { Courses } from '../course/courses.ts'
import { namesFor } from '../course/examples.ts'
import { lazy } from '../course/lazy.ts'
import { hasPart } from '../course/parts.ts'

type Has = (part: CoursePart) => boolean

/**
 * Others are left out of the list alone: somebody who types one hears that the course has none. Only `find` has the examples.
 *
 * @param isOneOf whether the bot has other courses, or had
 * @param others whose commands are in the list as well
 */
export function commandsOfCourse(commands: Commands, course: Course, isOneOf = false, others: readonly Course[] = []): Commands {
  const has: Has = (part) => (part === 'other-courses' ? isOneOf : [course, ...others].some((each) => hasPart(each, part)))
  const found = new Map<string, Command>()
  // The list is made when it's first read: a start doesn't wait for it.
  const { list } = commands
  const of = lazy({ list: () => list.filter(({ needs }) => needs === undefined || has(needs)).map((command) => fitting(command, has)) })
  return {
    ...commands,
    get list() {
      return of.list
    },
    find: (name) => {
      const command = found.get(name) ?? withExamples(commands.find(name), course, has)
      if (command !== undefined) found.set(name, command)
      return command
    },
  }
}

/** As people type them on a platform, where any of the courses may be meant. They follow the courses. */
export function commandsOfAll(commands: Commands, courses: Pick<Courses, 'all' | 'alone'>): Commands {
  let [made, of] = [commands, null as Courses['all'] | null]
  function now(): Commands {
    if (of === courses.all) return made
    const [first, ...others] = courses.all.map(({ course }) => course)
    ;[made, of] = [first === undefined ? commands : commandsOfCourse(commands, first, !courses.alone, others), courses.all]
    return made
  }
  return {
    ...commands,
    get list() {
      return now().list
    },
    find: (name) => now().find(name),
  }
}

/** Without options that the course has nothing to choose from for, and their examples. */
function fitting(command: Command, has: Has): Command {
  const idle = command.options.filter(({ needs }) => needs !== undefined && !has(needs))
  if (idle.length === 0) return command
  const isIdle = (word: string) => idle.some(({ choices = [] }) => choices.includes(word))
  const examples = command.examples.filter((example) => !example.split(' ').slice(1).some(isIdle))
  return { ...command, options: command.options.filter((option) => !idle.includes(option)), examples }
}

function withExamples(command: Command | undefined, course: Course, has: Has): Command | undefined {
  const own = command === undefined ? undefined : fitting(command, has)
  if (own?.courseExample === undefined) return own
  const { start, name } = own.courseExample
  return { ...own, examples: [...own.examples, ...namesFor(course, name).map((each) => `${start} ${each}`)] }
}
