// A course folder of one's own for a test: the example course with some files changed, in a temporary place.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { checkCourse } from '../../src/course/check-course.ts'
import type { Problem } from '../../src/course/problem.ts'

export const houseRules = join(import.meta.dirname, '../courses/house-rules')

/** What becomes of a file: other text or bytes, a passage put in place of another one, or (null) its removal. */
type Change = string | Uint8Array | readonly [passage: string, instead: string] | null

export function courseFolder(changes: Readonly<Record<string, Change>> = {}): string {
  const dir = mkdtempSync(join(tmpdir(), 'course-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  cpSync(houseRules, dir, { recursive: true })
  for (const [name, change] of Object.entries(changes)) {
    const file = join(dir, name)
    mkdirSync(dirname(file), { recursive: true })
    if (change === null) rmSync(file)
    else writeFileSync(file, typeof change === 'string' || change instanceof Uint8Array ? change : replaced(readFileSync(file, 'utf8'), ...change))
  }
  return dir
}

export const alt = 'A hall with two doors: the left one leads to the boiler, the right one to the yard.'

/** The example course with the same picture at each of its questions. */
export function withPictures(picture: Uint8Array, file = 'pictures/hall.png'): Readonly<Record<string, string | Uint8Array>> {
  const pictured = (name: string) => readFileSync(join(houseRules, name), 'utf8').replaceAll(/\n {4}key: /gu, `\n    image: { file: ${file}, alt: "${alt}" }\n    key: `)
  return { 'questions/repairs.yaml': pictured('questions/repairs.yaml'), 'questions/safety.yaml': pictured('questions/safety.yaml'), [file]: picture }
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
