// Writes a new course folder: as small as possible, and valid from the start.
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { makeFolder } from './course-copy.ts'
import { asOperatorError } from './file-fault.ts'
import { newCourseFiles, type NewCourseAnswers } from './new-course-files.ts'
import { OperatorError } from './operator-error.ts'

const usualAnswers: NewCourseAnswers = { title: 'A new course', provider: 'The provider', customer: 'The customer', shared: 'Both' }

const schemas = resolve(import.meta.dirname, '../../data/schemas')
/** Of each answer, in characters. */
const longest = 100

type NewCourse = { readonly files: readonly string[] } | { readonly problem: string }

/**
 * Writes a course into a new or empty folder. Nothing is overwritten.
 *
 * @returns the files written, as paths below `dir`, or a sentence that says why there are none
 */
export function newCourse(dir: string, answers: Partial<NewCourseAnswers> = {}): NewCourse {
  const given: NewCourseAnswers = { ...usualAnswers, ...answers }
  const faulty = Object.entries(given).find(([, text]) => text.trim() === '' || text.length > longest)
  if (faulty !== undefined) return { problem: `The ${faulty[0]} needs 1 to ${longest} characters.` }
  if (new Set([given.provider, given.customer, given.shared].map((name) => name.trim().toLowerCase())).size < 3) {
    return { problem: 'The provider, the customer, and the name for both must all differ.' }
  }
  if (dir.trim() === '') return { problem: 'Name a new or empty folder for the course.' }
  try {
    if (statSync(dir, { throwIfNoEntry: false })?.isDirectory() === false) return { problem: `${dir} is a file. Name a new or empty folder.` }
    const found = entriesOf(dir)
    if (found.length > 0) return { problem: `The folder ${dir} is not empty (it holds ${found[0]}). Choose a new or empty folder.` }
    const files = [...newCourseFiles(given)]
    for (const [name, text] of files) {
      const file = join(dir, name)
      makeFolder(dirname(file))
      writeFileSync(file, withSchema(file, text), { flag: 'wx' })
    }
    return { files: files.map(([name]) => name) }
  } catch (fault) {
    const said = asOperatorError(fault, dir)
    if (said instanceof OperatorError) return { problem: said.message }
    throw fault
  }
}

/** Hidden files belong to the editor or the system; a course folder may have them. */
function entriesOf(dir: string): readonly string[] {
  makeFolder(dir)
  return readdirSync(dir).filter((name) => !name.startsWith('.')).sort()
}

/** Fills in the path to the schemas, so that an editor completes and checks the file. */
function withSchema(file: string, text: string): string {
  const path = relative(dirname(resolve(file)), schemas).split(sep).join('/')
  return text.replace('$schemas', () => path)
}
