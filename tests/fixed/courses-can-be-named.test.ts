// With several courses, their names are shown where one looks for them, and taken as people type them.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { coursesOf, taughtOf } from '../../src/course/courses.ts'
import { twoCourses } from '../fakes/two-courses.ts'
import { here, openStage, words, type Stage } from '../bot/stage.ts'

const both = twoCourses()
const [one, two] = [both.at(1), both.at(2)]
const renamed = taughtOf(2, { ...two.course, title: 'Pipes, roofs, and walls' }, two.lookup)
const courses = coursesOf([one, renamed], ['house-rules', 'other-rules'])

let stage: Stage
beforeEach(async () => {
  stage = await openStage('2026-03-02T12:00Z', { courses })
  await stage.type('owner', 'setup 09:00 UTC daily')
})
afterEach(() => stage.close())

it('status and help list them', async () => {
  expect(words(await stage.type('ada', 'status'))).toContain('house-rules, other-rules')
  expect(words(await stage.type('ada', 'help'))).toContain('Courses: house-rules, other-rules.')
})

it.each([
  ['course=other-rules, house-rules', [2, 1]],
  ['course=other-rules ,house-rules 10:00', [2, 1]],
  ['course="Pipes, roofs, and walls"', [2]],
  ['course=“Pipes, roofs, and walls”, house-rules 10:00', [2, 1]],
  ['course=other-rules, topics=all', [2]],
  ['10:00 course=house-rules', [1]],
])('settings %s', async (line, expected) => {
  await stage.type('owner', `settings ${line}`)
  expect((await stage.ledger.quizzes.at(here.place))?.courses).toEqual(expected)
})

it.each(['practice course="Pipes, roofs, and walls"', 'lookup heating course="Pipes, roofs, and walls"', 'lookup course=other-rules heating'])('%s', async (line) => {
  expect(words(await stage.type('ada', line))).toMatch(/QQ/u)
})
