// Which course of the bot something belongs to. A ledger numbers its courses. Ids from the first one stand in the ledger as they are, as they
// do where a bot has one course; those from every other one begin with its number, so that equal ids of two courses are different things.
// A number is short enough for a button, and stays when somebody renames a course.
import { readItem, type ItemId } from './study-item.ts'

/** As the course's file has it: `aws-shared-responsibility`. */
export type CourseId = string
/** From 1, in the order in which the ledger got to know them. */
export type CourseNumber = number

export const firstCourse: CourseNumber = 1

/** What something of a course is called in the ledger: `2.laptop-01`. No id of a course has a dot. */
export const idIn = (course: CourseNumber, id: string): string => (course === firstCourse ? id : `${course}.${id}`)

/** The course that something with such an id is from. */
export function courseOfId(id: string): CourseNumber {
  const [, number] = /^(\d+)\./u.exec(id) ?? []
  return number === undefined ? firstCourse : Number(number)
}

export const courseOfItem = (item: ItemId): CourseNumber => courseOfId(readItem(item).id)

/** The id as the course has it. */
export const withoutCourse = (id: string): string => id.replace(/^\d+\./u, '')

/**
 * The courses of a ledger, by number, once the bot is started with these.
 *
 * A bot with one course, which never had another, can change or rename it: channels and people go on with what it teaches then. Once there
 * were several, none takes another's place.
 *
 * @param asked whether the ledger's latest question is one of this course: the first time that there are several, that is the first one
 */
export function coursesOfLedger(known: readonly CourseId[], configured: readonly CourseId[], asked: (course: CourseId) => boolean): readonly CourseId[] {
  if (known.length <= 1 && configured.length === 1) return configured
  const before = known.length > 1 ? known : firstOf(known, configured.filter(asked))
  return [...before, ...configured.filter((course) => !before.includes(course))]
}

/** @param asked courses that have the question which was asked last */
const firstOf = (known: readonly CourseId[], asked: readonly CourseId[]): readonly CourseId[] =>
  known.some((course) => asked.includes(course)) || asked.length === 0 ? known : asked.slice(0, 1)
