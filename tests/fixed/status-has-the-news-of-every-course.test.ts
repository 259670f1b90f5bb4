// A channel with several courses: its managers hear what became of each one's new version, not of the first alone.
import { afterEach, expect, it } from 'vitest'
import { coursesOf } from '../../src/course/courses.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { twoCourses } from '../fakes/two-courses.ts'

let stage: Stage
afterEach(() => stage.close())

it('each by its name', async () => {
  const { all } = twoCourses()
  const at = Date.parse('2026-03-02T11:00Z')
  stage = await openStage('2026-03-02T12:00Z', { courses: coursesOf(all, all.map(({ course }) => course.id), new Map([[1, { kind: 'taken', at }], [2, { kind: 'refused', at }]])) })
  await stage.type('owner', 'setup 09:00 UTC daily course=house-rules,other-rules')
  expect(words(await stage.type('owner', 'status'))).toMatch(/^Course updated: house-rules, [^]*^Course update: the new version of other-rules, from .*has errors/mu)
})
