// What is exported and taken into the same course again is there already, to the last word; and into an empty copy it comes back whole.
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { exportedCourse } from '../../src/cli/export.ts'
import { importFile } from '../../src/cli/import.ts'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { questionText } from '../../src/course/export/question-text.ts'
import { courseFolder } from '../course/course-folder.ts'
import { contents, fileOf, folder, target } from '../fakes/import-files.ts'

const shipped = ['aws-shared-responsibility', 'on-call'].map((name) => new URL(`../../data/${name}`, import.meta.url).pathname)
const formats = ['gift', 'csv', 'markdown'] as const

function copyOf(course: string): string {
  const dir = join(folder(), basename(course))
  cpSync(course, dir, { recursive: true })
  return dir
}

// The large course takes ten times as long as the other one, so it's tried in one format.
const [large = '', small = ''] = shipped
const tried = [[large, 'csv'], ...formats.map((format) => [small, format] as const)] as const

const named = tried.map(([course, format]) => [basename(course), format, course] as const)

test.each(named)('%s as %s is there already', (_, format, course) => {
  const dir = copyOf(course)
  const before = contents(dir)
  const file = fileOf(`mine.${format === 'markdown' ? 'md' : format}`, exportedCourse(dir, format))
  const all = loadCourseOrThrow(dir).questions.length
  expect(importFile(file, { into: dir, replace: true })[0]).toContain(`: ${all} questions already there.`)
  expect(contents(dir)).toEqual(before)
})

test.each(named)('all of %s as %s becomes a new one, and nothing is refused', (_, format, dir) => {
  const course = loadCourseOrThrow(dir)
  const into = target()
  const said = into.take(`mine.${format === 'markdown' ? 'md' : format}`, exportedCourse(dir, format))
  expect(said).toContain(`: ${course.questions.length} questions added.`)
  expect(said).not.toMatch(/items? left out/u)
  const byId = into.course().byId.questions
  expect([...byId.keys()].toSorted()).toEqual([...course.byId.questions.keys()].toSorted())
})

test('as a table it comes back into a copy without questions with all that they had', () => {
  const dir = copyOf(small)
  const { questions } = loadCourseOrThrow(dir)
  const table = exportedCourse(dir, 'csv')
  rmSync(join(dir, 'questions'), { recursive: true })
  expect(importFile(fileOf('mine.csv', table), { into: dir })[0]).toContain(`: ${questions.length} questions added.`)
  const back = loadCourseOrThrow(dir).byId.questions
  for (const question of questions) expect(back.get(question.id)).toEqual(question)
})

test.each(formats)('backslashes, backticks, and signs survive as %s', (format) => {
  const odd = { stem: String.raw`Does "C:\new" or \n come back, at \`14:02\` or \\ or \`\`a\`b\`\`, *now* {or} #never, [a](b) or \[a](b), \# or \-?`, option: String.raw`It ends in \ `.trim(), why: String.raw`\n back, 100% = ~all~ {#}` }
  const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
  const dir = courseFolder({
    'questions/repairs.yaml': ['      b: The landlord, as part of keeping up the building\n', `      b: ${quoted(odd.option)}\n`],
    'questions/safety.yaml': ['    key:', `    note: ${quoted(odd.why)}\n    key:`],
  })
  const first = loadCourseOrThrow(dir)
  writeFileSync(join(dir, 'questions/repairs.yaml'), contents(dir).get('questions/repairs.yaml')?.replace(/stem: .*/u, () => `stem: ${quoted(odd.stem)}`) ?? '')
  const course = loadCourseOrThrow(dir)
  expect(course.questions[0]?.stem).toBe(odd.stem)
  expect(first.questions).toHaveLength(course.questions.length)
  const file = fileOf(`mine.${format === 'markdown' ? 'md' : format}`, exportedCourse(dir, format))
  expect(importFile(file, { into: dir, replace: true })[0]).toContain('3 questions already there.')
  const into = target()
  into.take(`mine.${format === 'markdown' ? 'md' : format}`, exportedCourse(dir, format))
  const said = (each: typeof course) => each.questions.map((question) => questionText(each, question)).map(({ id, stem, options }) => [id, stem, options.map(({ text }) => text)]).toSorted()
  expect(said(into.course())).toEqual(said(course))
})

test('one with an edit takes that edit alone', () => {
  const dir = copyOf(small)
  const [question] = loadCourseOrThrow(dir).questions
  const edited = exportedCourse(dir, 'markdown').replace(question?.explanation ?? '', 'It is written in the rota.')
  const before = contents(dir)
  expect(importFile(fileOf('mine.md', edited), { into: dir, replace: true })[0]).toContain('1 question replaced, 41 questions already there')
  expect(loadCourseOrThrow(dir).byId.questions.get(question?.id ?? '')).toEqual({ ...question, explanation: 'It is written in the rota.' })
  const changed = [...contents(dir)].filter(([name, text]) => before.get(name) !== text)
  expect(changed).toHaveLength(1)
  const [lines, old] = [changed[0]?.[1].split('\n') ?? [], new Set(before.get(changed[0]?.[0] ?? '')?.split('\n'))]
  expect(lines.filter((line) => !old.has(line))).toEqual(['    explanation: It is written in the rota.'])
})
