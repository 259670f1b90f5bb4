import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { newCourse } from '../../src/cli/new-course.ts'
import { checkCourse } from '../../src/course/check-course.ts'
import { loadCourseOrThrow } from '../../src/course/load.ts'

function emptyFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'new-course-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  return dir
}

test('a new course passes the checker without a word', () => {
  const dir = join(emptyFolder(), 'courses/mine')
  expect(newCourse(dir)).toEqual({
    files: ['course.yaml', 'documents/intro.md', 'facts.yaml', 'questions/basics.yaml', 'responsibilities.yaml', 'glossary.yaml', 'README.md'],
  })
  const { problems, waived, coverage } = checkCourse(dir)
  expect([problems, waived]).toEqual([[], []])
  expect(coverage).toMatchObject({ questions: 1, untested: [] })
})

test.each([
  ['names with quotes, colons and hashes', { title: 'Who "owns" it: #1', provider: "L'hôte", customer: 'Guest: you', shared: 'Both # of us' }],
  ['names without a Latin letter', { title: 'Кто отвечает', provider: 'Хозяин', customer: 'Гость', shared: 'Оба' }],
  ['names like words of YAML', { title: 'null', provider: 'yes', customer: '~1', shared: '2' }],
])('%s stay as they were given', (_, answers) => {
  const dir = emptyFolder()
  expect(newCourse(dir, answers)).toHaveProperty('files')
  expect(checkCourse(dir).problems).toEqual([])
  const { title, parties } = loadCourseOrThrow(dir)
  expect({ title, provider: parties.provider.name, customer: parties.customer.name, shared: parties.shared.name }).toEqual(answers)
})

test('each file shows an editor the way to its schema', () => {
  const dir = emptyFolder()
  newCourse(dir)
  for (const name of ['course.yaml', 'questions/basics.yaml']) {
    const path = /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(join(dir, name), 'utf8'))?.[1] ?? ''
    const schema: unknown = JSON.parse(readFileSync(resolve(dirname(join(dir, name)), path), 'utf8'))
    expect(schema).toHaveProperty('properties')
  }
})

test('a folder with something in it is left alone', () => {
  const dir = emptyFolder()
  mkdirSync(join(dir, 'notes'))
  expect(newCourse(dir)).toEqual({ problem: `The folder ${dir} is not empty (it holds notes). Choose a new or empty folder.` })
  expect(readdirSync(dir)).toEqual(['notes'])
})

test('a file in place of the folder is a sentence, not a crash', () => {
  const file = join(emptyFolder(), 'course')
  writeFileSync(file, '')
  expect(newCourse(file)).toEqual({ problem: `${file} is a file. Name a new or empty folder.` })
})

test.each([
  [{ title: ' ' }, 'The title needs 1 to 100 characters.'],
  [{ provider: 'x'.repeat(101) }, 'The provider needs 1 to 100 characters.'],
  [{ provider: 'The team', customer: 'the Team ' }, 'The provider, the customer, and the name for both must all differ.'],
])('%j is refused before anything is written', (answers, problem) => {
  const dir = emptyFolder()
  expect(newCourse(dir, answers)).toEqual({ problem })
  expect(readdirSync(dir)).toEqual([])
})
