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

/** Has number 1 where no course is known of which the ledger's answers are. No course has an id with blanks. */
export const courseFromBefore: CourseId = 'the course from before'

/** Questions that the ledger has of its first course, and which courses have them. */
export type Asked = { readonly questions: readonly string[]; readonly has: (course: CourseId, question: string) => boolean }

/**
 * The courses of a ledger, by number, once the bot is started with these.
 *
 * A bot with one course, which never had another, can change or rename it: channels and people go on with what it teaches then. Once there
 * were several, none takes another's place. What a ledger has that knows no course yet is of the one that has most of its questions; if
 * none has any, the first number is kept for a course that has.
 */
export function coursesOfLedger(known: readonly CourseId[], configured: readonly CourseId[], asked: Asked): readonly CourseId[] {
  if (known.length === 1 && configured.length === 1) return configured
  const before = known.length > 1 && known[0] !== courseFromBefore ? known : withFirst(known, configured, asked)
  return [...before, ...configured.filter((course) => !before.includes(course))]
}

function withFirst(known: readonly CourseId[], configured: readonly CourseId[], { questions, has }: Asked): readonly CourseId[] {
  const [, ...others] = known
  const counts = configured.filter((course) => !others.includes(course)).map((course) => ({ course, count: questions.filter((question) => has(course, question)).length }))
  // Of those with as many, the one that is known.
  const [most] = counts.toSorted((a, b) => b.count - a.count || Number(known.includes(b.course)) - Number(known.includes(a.course)))
  if (most !== undefined && most.count > 0) return [most.course, ...others]
  return known.length === 0 && questions.length > 0 ? [courseFromBefore] : known
}
