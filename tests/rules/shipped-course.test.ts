// The course that the bot comes with.
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { loadCourse } from '../../src/course/load.ts'
import { problemLine } from '../../src/course/problem.ts'

it('the shipped course loads without any error', () => {
  const { course, problems } = loadCourse(resolve(import.meta.dirname, '../../data/aws-shared-responsibility'))
  expect(problems.filter(({ level }) => level === 'error').map(problemLine)).toEqual([])
  expect(course?.questions.length).toBeGreaterThan(0)
})
