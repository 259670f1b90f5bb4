// A channel has two courses, and the bot lost the first: everything goes on with the second, and says so.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { coursesOf, liveCourses } from '../../src/course/courses.ts'
import { twoCourses } from '../fakes/two-courses.ts'
import { here, openStage, words, type Stage } from '../bot/stage.ts'

const both = twoCourses()
let stage: Stage
let live: ReturnType<typeof liveCourses>
beforeEach(async () => {
  live = liveCourses(both)
  stage = await openStage('2026-03-02T12:00Z', { courses: live.courses })
  await stage.type('owner', 'setup 09:00 UTC daily course=house-rules,other-rules topics=repairs')
  live.take(coursesOf(both.all.slice(1), both.all.map(({ course }) => course.id)))
})
afterEach(() => stage.close())

it.each(['board', 'me', 'practice', 'lookup heating', 'review', 'exam 2', 'cards', 'read'])('%s', async (line) => {
  const shown = words(await stage.type('ada', line))
  expect(shown).toContain('The bot doesn’t have “house-rules” anymore, so this is from “QQOther rules”.')
  expect(shown.match(/doesn’t have/gu)).toHaveLength(1)
})

it('a button goes on with it, and says nothing again', async () => {
  const screen = await stage.type('ada', 'practice')
  const control = screen.blocks.flatMap((block) => (block.kind === 'choices' ? block.options.map((option) => option.control) : []))[0] ?? ''
  live.take(both)
  const next = words(await stage.press('ada', control, { chosen: ['a'] }))
  expect([next.includes('QQ'), next.includes('doesn’t have')]).toEqual([true, false])
})

it('and the line that the settings offer can be used', async () => {
  const reply = await stage.typeFor('owner', 'settings')
  if (reply.to !== 'form') throw new Error('no form')
  expect(reply.line).toContain('course=other-rules')
  expect(words(await stage.type('owner', reply.line ?? ''))).not.toMatch(/Check these settings|no course|no topic/u)
  expect(await stage.ledger.quizzes.at(here.place)).toMatchObject({ courses: [2] })
})

it('where it has none of its courses, a course to choose is named', async () => {
  live.take(both)
  await stage.type('owner', 'settings course=house-rules')
  live.take(coursesOf(both.all.slice(1), both.all.map(({ course }) => course.id)))
  expect(words(await stage.type('ada', 'practice'))).toContain('settings course=other-rules')
  await stage.type('owner', 'settings course=other-rules')
  expect(words(await stage.type('ada', 'practice'))).toContain('QQ')
})
