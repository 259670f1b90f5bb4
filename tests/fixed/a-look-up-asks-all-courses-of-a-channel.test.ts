// In a channel with two courses a look-up asked the first alone: “The documents don’t cover” what the second one teaches.
import { afterEach, expect, it } from 'vitest'
import { coursesOf, onlyCourse } from '../../src/course/courses.ts'
import { courseOf } from '../fakes/course-of.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage.close())

it('goes to the first of them that has an answer, and its buttons stay there', async () => {
  const [rules, call] = ['tests/courses/house-rules', 'data/on-call'].map((folder) => courseOf(folder))
  if (rules === undefined || call === undefined) throw new Error('no course')
  const [first] = onlyCourse(rules.course, rules.lookup).all
  const [second] = onlyCourse(call.course, call.lookup).all
  if (first === undefined || second === undefined) throw new Error('no course')
  stage = await openStage('2026-03-02T07:00Z', { courses: coursesOf([first, { ...second, number: 2 }], [rules.course.id, call.course.id]) })
  await stage.type('owner', `setup 09:00 UTC daily course=${rules.course.id},${call.course.id}`)
  expect(words(await stage.type('ada', 'lookup who repairs the heating'))).toContain('The landlord')
  for (const asked of ['lookup who updates the status page', 'who updates the status page?']) expect(words(await stage.type('ada', asked))).toMatch(/The incident lead/u)
  expect(words(await stage.type('ada', 'lookup price of lunch'))).toMatch(/don’t cover/u)
})
