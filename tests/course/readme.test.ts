// What data/README.md tells an author holds.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { problemLine } from '../../src/course/problem.ts'
import { checkChanged, houseRules } from './course-folder.ts'

const readme = readFileSync(join(import.meta.dirname, '../../data/README.md'), 'utf8')
const repairs = readFileSync(join(houseRules, 'questions/repairs.yaml'), 'utf8')
const question = /```yaml\n( {2}- id: broken-bulb\n[^`]*)```/.exec(readme)?.[1] ?? ''

test('the question of the worked example passes', () => {
  expect(question).toContain('stem:')
  expect(checkChanged({ 'questions/repairs.yaml': repairs + question }).found).toEqual([])
})

test('the line of a report is one that the checker prints', () => {
  const { problems } = checkChanged({ 'questions/repairs.yaml': repairs + question.replace('key: [b]', 'key: [d]') })
  const lines = problems.filter(({ check }) => check === 'key-option').map(problemLine)
  expect(lines).toHaveLength(1)
  expect(readme).toContain(`    ${lines[0]}\n`)
})

test('the waivers that it shows are taken', () => {
  const [inQuestion = '', inCourse = ''] = [...readme.matchAll(/```yaml\n(\s*waive:\n[^`]*)```/g)].map(([, text]) => text)
  expect(inQuestion).toContain('facts-uncited')
  expect(checkChanged({ 'questions/repairs.yaml': repairs.replace('    facts: [f2]\n', `    facts: [f7]\n${inQuestion}`) }).found).toEqual([])
  const { problems } = checkChanged({ 'course.yaml': readFileSync(join(houseRules, 'course.yaml'), 'utf8') + inCourse })
  expect(problems).toMatchObject([{ check: 'waiver-idle', message: expect.stringContaining('facts-untested') }])
})

test('every check that it lists exists', () => {
  const listed = readme.split('\n').filter((line) => /^\| (a question|`course.yaml`) \| `/.test(line)).flatMap((line) => line.match(/(?<=`)[a-z]+(-[a-z]+)+(?=`)/g) ?? [])
  const source = ['balance', 'cues', 'likeness', 'option-form', 'responsibilities', 'services', 'aids', 'code', 'asked-alike']
    .map((name) => readFileSync(join(import.meta.dirname, `../../src/course/check/${name}.ts`), 'utf8'))
    .join('\n')
  const made = (check: string) => source.includes(`'${check.replace(/-cue$/u, '')}'`) || (check.endsWith('s-alike') && source.includes(`name: '${check.replace('s-alike', '')}'`))
  expect(listed.length).toBeGreaterThan(20)
  expect(listed.filter((check) => !made(check))).toEqual([])
})
