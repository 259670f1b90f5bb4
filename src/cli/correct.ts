// Corrects a question of the course for everybody: what would change, what was done, and what is on record, in lines to print.
import { longestWhy } from '../core/correction.ts'
import { numberOf } from '../core/number-of.ts'
import type { Course, Question } from '../course/course.ts'
import { courseOf, type Courses } from '../course/courses.ts'
import { correctedCourse, versionsOf } from '../course/corrected-course.ts'
import type { CourseCorrection, Reach } from '../ledger/course-corrections.ts'
import type { Ledger } from '../ledger/ledger.ts'

export type CorrectOptions = { readonly key?: string; readonly void?: true; readonly why?: string; readonly undo?: true; readonly yes?: true }

type Printed = { readonly lines: readonly string[] } | { readonly problem: string }

/** @param courses as their files have them */
export async function correctInCourse(id: string | undefined, options: CorrectOptions, courses: Courses, ledger: Pick<Ledger, 'corrections' | 'courseCorrections'>, now: number): Promise<Printed> {
  const all = await ledger.courseCorrections.all()
  if (id === undefined) return { lines: recordOf(all, courses) }
  if (options.undo === true) return undo(id, options, all, ledger, now)
  const course = courseOf(courses, id)
  const question = correctedCourse(course, standing(all)).byId.questions.get(id) ?? course.byId.questions.get(id)
  if (question === undefined) return { problem: `The course has no question ${id}. \`study -- questions\` lists all of them.` }
  if (options.key === undefined && options.void !== true) return { lines: [...shown(question), '', `To make another answer right: --key with its ${question.pick === 1 ? 'letter' : 'letters'}. If it shouldn’t count: --void`] }
  return correct(question, options, course, ledger, now)
}

const standing = (all: readonly CourseCorrection[]) => all.filter(({ undoneAt }) => undoneAt === null)

async function correct(question: Question, options: CorrectOptions, course: Course, ledger: Pick<Ledger, 'corrections' | 'courseCorrections'>, now: number): Promise<Printed> {
  const voided = options.void === true
  const key = voided ? [...question.key] : keyOf(options.key ?? '')
  if (voided && options.key !== undefined) return { problem: 'Write --key or --void, not both.' }
  const ids: readonly string[] = question.options.map((option) => option.id)
  if (key.length !== question.pick || new Set(key).size !== key.length || !key.every((each) => ids.includes(each))) {
    return { problem: `${question.id} takes ${question.pick === 1 ? 'one answer' : `${question.pick} answers`} of ${ids.join(', ')}. If several are right, void it.` }
  }
  if (!voided && key.join() === question.key.toSorted().join()) return { problem: `${key.join(' and ')} is the answer already.` }
  const why = (options.why ?? '').replace(/\s+/gu, ' ').trim().slice(0, longestWhy)
  const what = { question: question.id, ...versionsOf(course, question, { key, voided }, why), why }
  const change = voided ? 'It won’t count, and isn’t asked anymore.' : `Right: ${question.key.join(' and ')} → ${key.join(' and ')}`
  if (options.yes !== true) return { lines: [...shown(question), '', change, ...reachLines(await ledger.courseCorrections.foresee(what)), 'Add --yes to do it.'] }
  const reach = await ledger.courseCorrections.correct(what, now)
  await finish(ledger)
  return { lines: [change, ...reachLines(reach), 'Done. When the bot starts, it updates posts and tells people whose points changed. Once the course file says the same, this correction has no effect.'] }
}

async function undo(id: string, options: CorrectOptions, all: readonly CourseCorrection[], ledger: Pick<Ledger, 'corrections' | 'courseCorrections'>, now: number): Promise<Printed> {
  const latest = standing(all).findLast(({ question }) => question === id)
  if (latest === undefined) return { problem: `No correction of ${id} stands. \`study -- correct\` lists all of them.` }
  if (options.yes !== true) return { lines: [recordLine(latest), 'Add --yes to undo it.'] }
  const reach = await ledger.courseCorrections.undo(latest.id, now)
  await finish(ledger)
  return { lines: [`Undone: ${recordLine(latest)}`, ...(reach === undefined ? [] : reachLines(reach))] }
}

/** Nobody waits for the database here. */
async function finish({ corrections }: Pick<Ledger, 'corrections'>): Promise<void> {
  const atOnce = 5_000
  while ((await corrections.rejudge(atOnce)) > 0);
}

/** `c`, `a,c`, `AC` */
const keyOf = (typed: string): readonly string[] => [...typed.toLowerCase().replace(/[^a-z]/gu, '')].toSorted()

const shown = ({ id, stem, options, key }: Question): readonly string[] => [id, stem, ...options.map((option) => `  ${(key as readonly string[]).includes(option.id) ? '✓' : ' '} ${option.id}  ${option.text}`)]

function reachLines({ rounds, answers, gain, lose, sessions, telling }: Reach): readonly string[] {
  const moved = [...(gain === 0 ? [] : [`${gain} ${gain === 1 ? 'becomes' : 'become'} right`]), ...(lose === 0 ? [] : [`${lose} no longer ${lose === 1 ? 'is' : 'are'}`])]
  const asked = rounds === 0 ? 'No channel was asked it.' : `Asked ${numberOf(rounds, 'time')} in channels, with ${numberOf(answers, 'answer')}${answers === 0 ? '' : `: ${moved.join(', ') || 'none changes'}`}.`
  const alone = sessions === 0 ? '' : ` It’s in ${numberOf(sessions, 'private session')}.`
  return [`${asked}${alone}`, ...(telling === 0 ? [] : [tellingLine(telling, rounds)])]
}

function tellingLine(telling: number, rounds: number): string {
  const where = rounds === 1 ? 'there' : telling === 1 ? 'in one of them' : `in ${telling} of them`
  return `Careful: ${where}, somebody answered who hides or goes by an alias. Leaderboards show who gets a point, so the team can then tell what that person chose. With --void it can’t.`
}


function recordOf(all: readonly CourseCorrection[], courses: Courses): readonly string[] {
  if (all.length === 0) return ['No question of the course was corrected. To correct one: npm run -s study -- correct QUESTION']
  return all.map((each) => `${recordLine(each)}${each.undoneAt === null && hasNoEffect(each, courseOf(courses, each.question)) ? ' (no effect: the course says something else by now)' : ''}`)
}

const hasNoEffect = (correction: CourseCorrection, course: Course): boolean => correctedCourse(course, [correction]) === course

function recordLine({ question, at, asked, after, why, undoneAt }: CourseCorrection): string {
  const day = new Date(at).toISOString().slice(0, 10)
  const change = after.voided ? 'doesn’t count' : `${asked.key.join(' and ')} → ${after.key.join(' and ')}`
  return `${day}  ${question}: ${change}${why === '' ? '' : `. ${why}`}${undoneAt === null ? '' : ` (undone ${new Date(undoneAt).toISOString().slice(0, 10)})`}`
}
