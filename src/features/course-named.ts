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
  if (part !== undefined) return { problem: `“${typed.slice(0, 80)}” fits ${others.length === 1 ? 'two' : others.length + 1} courses. ${choices([part, ...others])}` }
  return { problem: `There’s no course “${typed.slice(0, 80)}”. ${choices(all)}` }
}

/** Several with commas between. A title may have commas itself, in quotes or without. */
export function coursesNamed(typed: string, courses: Pick<Courses, 'all'>): Read<readonly CourseNumber[]> {
  const read = namesIn(typed, courses).map((name) => courseNamed(name, courses))
  const problem = read.flatMap((each) => ('problem' in each ? [each.problem] : []))[0]
  if (problem !== undefined || read.length === 0) return { problem: problem ?? `Name a course. ${choices(courses.all)}` }
  return { value: [...new Set(read.flatMap((each) => ('value' in each ? [each.value.number] : [])))] }
}

function namesIn(typed: string, { all }: Pick<Courses, 'all'>): readonly string[] {
  const titles = new Set(all.map(({ course }) => fold(course.title)))
  const parts = (typed.match(/"[^"]*"|[^,]+/gu) ?? []).map((part) => part.trim()).filter((part) => part !== '')
  const names: string[] = []
  for (let at = 0; at < parts.length; ) {
    const length = parts.slice(at).findLastIndex((_, last) => titles.has(fold(parts.slice(at, at + last + 1).join(' ')))) + 1
    names.push(parts.slice(at, at + Math.max(1, length)).join(', '))
    at += Math.max(1, length)
  }
  return names
}

/** As they are typed. */
const choices = (all: Courses['all']): string => `Choose from ${new Intl.ListFormat('en-US', { type: 'disjunction' }).format(all.map(({ course }) => course.id))}.`
