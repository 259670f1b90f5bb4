// Courses of the bot as people type them: by id, by title, or by a part of either that no other course has.
import { fold } from '../commands/fold.ts'
import type { Read } from '../commands/values/read.ts'
import type { CourseNumber } from '../core/course-number.ts'
import type { Courses, Taught } from '../course/courses.ts'

export function courseNamed(typed: string, { all }: Pick<Courses, 'all'>): Read<Taught> {
  const name = fold(typed)
  const namesOf = ({ course: { id, title } }: Taught) => [fold(id), fold(title)]
  const whole = all.find((each) => namesOf(each).includes(name))
  if (whole !== undefined) return { value: whole }
  const [part, ...others] = all.filter((each) => name !== '' && namesOf(each).some((full) => full.includes(name)))
  if (part !== undefined && others.length === 0) return { value: part }
  return { problem: `There’s no course “${typed.slice(0, 80)}”. ${choices(all)}` }
}

/** Several with commas between. */
export function coursesNamed(typed: string, courses: Pick<Courses, 'all'>): Read<readonly CourseNumber[]> {
  const read = typed.split(',').filter((name) => name.trim() !== '').map((name) => courseNamed(name.trim(), courses))
  const problem = read.flatMap((each) => ('problem' in each ? [each.problem] : []))[0]
  if (problem !== undefined || read.length === 0) return { problem: problem ?? `Name a course. ${choices(courses.all)}` }
  return { value: [...new Set(read.flatMap((each) => ('value' in each ? [each.value.number] : [])))] }
}

const choices = (all: Courses['all']): string => `Choose from ${new Intl.ListFormat('en-US', { type: 'disjunction' }).format(all.map(({ course }) => course.id))}.`
