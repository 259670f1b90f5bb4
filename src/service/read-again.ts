// What was read again of the courses, compared with what is taught: which take the place of which, and what to say of each.
import type { Course } from '../course/course.ts'
import { openCopy } from '../course/open.ts'
import type { Taught } from '../course/courses.ts'
import type { Reread } from '../course/reread.ts'
import { numberOf } from '../core/number-of.ts'

/** `content`: as {@link Reread} has it; null for what was read at the start. */
export type Known = { readonly folder: string; readonly asWritten: Course; readonly taught: Taught; readonly content: string | null }

/** `taught`: as it is already; undefined for a course that is to be taught from now on, in the place of `before`. */
export type Next = Omit<Known, 'taught'> & { readonly taught: Taught | undefined; readonly before?: Course }

type Line = { readonly folder: string; readonly line: string; readonly isError: boolean }

type Compared = {
  readonly next: readonly Next[]
  /** Folders whose new version is not taken up. */
  readonly refused: readonly string[]
  readonly lines: readonly Line[]
}

export function readCourses(again: readonly Reread[], held: readonly Known[]): Compared {
  const next: Next[] = []
  const refused: string[] = []
  const lines: Line[] = []
  const say = (folder: string, line: string, isError = false) => void lines.push({ folder, line, isError })
  const refuse = (folder: string, why: string, known: Known | undefined) => {
    refused.push(folder)
    say(folder, `${why}\n${known === undefined ? 'The bot goes on without it.' : `The bot goes on with ${known.asWritten.id} as it was.`}`, true)
  }
  for (const read of again) {
    const known = held.find(({ folder }) => folder === read.folder)
    const { course, why } = 'why' in read ? { course: undefined, why: read.why } : open(read.copy, read.folder, known, next, held)
    if (why !== undefined) refuse(read.folder, why, known)
    if (known !== undefined && (course === undefined || isSame(read, known))) {
      next.push(known)
      if (why === undefined) say(read.folder, `${known.asWritten.id}: nothing has changed.`)
    } else if (course !== undefined) {
      next.push({ folder: read.folder, asWritten: course, content: 'content' in read ? read.content : null, taught: undefined, ...(known === undefined ? {} : { before: known.taught.course }) })
      say(read.folder, `${course.id}: ${known === undefined ? `added, with ${numberOf(course.questions.length, 'question')}` : `reloaded, with ${changes(known.asWritten, course)}`}.`)
    }
  }
  for (const known of held.filter(({ folder }) => !again.some((read) => read.folder === folder))) {
    next.push(known)
    say(known.folder, `${known.asWritten.id}: its folder is gone. The bot teaches it until it's restarted.`)
  }
  return { next, refused, lines }
}

function open(copy: string, folder: string, known: Known | undefined, next: readonly Next[], held: readonly Known[]): { readonly course: Course | undefined; readonly why: string | undefined } {
  const { course } = openCopy(copy)
  const { id } = course
  const twin = [...next, ...held].find((other) => other.folder !== folder && other.asWritten.id === id)
  if (twin !== undefined) return { course: undefined, why: `The course in ${folder} has the id "${id}", as the one in ${twin.folder} does. Give one of them another id.` }
  if (known !== undefined && known.asWritten.id !== id) return { course: undefined, why: `The course in ${folder} has another id, "${id}" instead of "${known.asWritten.id}". That takes a restart.` }
  return { course, why: undefined }
}

const isSame = (read: Reread, { content }: Known): boolean => 'content' in read && read.content === (content ?? read.before)

function changes({ questions: before }: Course, { questions: after }: Course): string {
  const known = new Map(before.map((question) => [question.id, JSON.stringify(question)]))
  const added = after.filter(({ id }) => !known.has(id)).length
  const changed = after.filter((question) => known.has(question.id) && known.get(question.id) !== JSON.stringify(question)).length
  const gone = before.filter(({ id }) => !after.some((question) => question.id === id)).length
  const parts = [[added, 'new'], [changed, 'changed'], [gone, 'removed']].flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]))
  return `${numberOf(after.length, 'question')}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`
}
