// A course folder of one's own for a test: the example course with some files changed, in a temporary place.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { checkCourse } from '../../src/course/check-course.ts'
import type { Problem } from '../../src/course/problem.ts'

export const houseRules = join(import.meta.dirname, '../courses/house-rules')

/** What becomes of a file: other text, a passage put in place of another one, or (null) its removal. */
type Change = string | readonly [passage: string, instead: string] | null

export function courseFolder(changes: Readonly<Record<string, Change>> = {}): string {
  const dir = mkdtempSync(join(tmpdir(), 'course-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  cpSync(houseRules, dir, { recursive: true })
  for (const [name, change] of Object.entries(changes)) {
    const file = join(dir, name)
    if (change === null) rmSync(file)
    else writeFileSync(file, typeof change === 'string' ? change : replaced(readFileSync(file, 'utf8'), ...change))
  }
  return dir
}

function replaced(text: string, passage: string, instead: string): string {
  if (!text.includes(passage)) throw new Error(`The example course has no passage "${passage}"`)
  return text.replace(passage, () => instead)
}

/** What the checker says about the changed course: `<file>:<line> <check>`, and the problems in full. */
export function checkChanged(changes: Readonly<Record<string, Change>>): { readonly found: readonly string[]; readonly problems: readonly Problem[] } {
  const { problems } = checkCourse(courseFolder(changes))
  return { found: problems.map(({ file, line, check }) => `${file}:${line} ${check}`), problems }
}
