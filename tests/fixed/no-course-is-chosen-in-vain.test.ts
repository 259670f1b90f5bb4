// Topics and courses of a channel that don't go together: one of the courses would never be asked, and nobody would know.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { coursesOf, taughtOf } from '../../src/course/courses.ts'
import { twoCourses } from '../fakes/two-courses.ts'
import { here, openStage, words, type Stage } from '../bot/stage.ts'

const { all: [one, two] } = twoCourses()
if (one === undefined || two === undefined) throw new Error('two courses are needed')
const onCall = { ...two.course, id: 'on-call', title: 'On call', topics: two.course.topics.filter(({ id }) => !id.includes('repairs')) }
const courses = coursesOf([one, taughtOf(2, onCall, two.lookup)], [one.course.id, onCall.id])

let stage: Stage
beforeEach(async () => {
  stage = await openStage('2026-03-02T12:00Z', { courses })
  await stage.type('owner', 'setup 09:00 UTC daily')
})
afterEach(() => stage.close())

const settings = async () => {
  const { courses: chosen, topics } = (await stage.ledger.quizzes.at(here.place)) ?? {}
  return [chosen, topics]
}

it('is refused, with what to do', async () => {
  expect(words(await stage.type('owner', 'settings topics=repairs course=house-rules,on-call'))).toContain('“On call” has none of these topics, so no question would come from it. Add one of its topics, such as “QQ Safety”, or leave the course out.')
  expect(await settings()).toEqual([[1], []])
})

it('also where the topics were chosen before', async () => {
  await stage.type('owner', 'settings topics=repairs')
  expect(words(await stage.type('owner', 'settings course=house-rules,on-call'))).toContain('has none of these topics')
  await stage.type('owner', 'settings course=house-rules,on-call topics=all')
  expect(await settings()).toEqual([[1, 2], []])
})

it('is fine with topics of both', async () => {
  await stage.type('owner', 'settings course=house-rules,on-call topics=repairs,safety')
  expect(await settings()).toEqual([[1, 2], ['repairs', 'safety', '2.safety']])
})

it('and a name that no course has is told first', async () => {
  await stage.type('owner', 'settings course=house-rules,on-call topics=repairs,safety')
  expect(words(await stage.type('owner', 'settings course=nothing topics=repairs'))).toContain('There’s no course “nothing”.')
})
