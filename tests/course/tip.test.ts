import { expect, it } from 'vitest'
import { tipFor } from '../../src/course/tip.ts'
import type { Round } from '../../src/core/round.ts'
import { withTitles } from '../../src/course/document-titles.ts'
import { courseOf } from '../fakes/course-of.ts'

const { course } = courseOf('data/aws-shared-responsibility')
const roundOf = (question: string, id: string) => ({ id, question }) as Round

it('is the same for a round whenever it is shown', () => {
  const [question] = course.questions
  expect(tipFor(course, roundOf(question?.id ?? '', '0123456789abcdef'))).toBe(tipFor(course, roundOf(question?.id ?? '', '0123456789abcdef')))
})

it('never comes from the topic or from a section that the question is about', () => {
  for (const question of course.questions) {
    const shown = tipFor(course, roundOf(question.id, question.id)) ?? ''
    const tip = course.tips.find(({ text }) => shown.includes(withTitles(course, text)))
    expect(tip).toBeDefined()
    expect(tip?.topics).not.toContain(question.topic)
    expect(tip?.sources.map(({ key }) => key).filter((key) => question.sources.some((source) => source.key === key))).toEqual([])
  }
})

it('is absent where a course has none', () => {
  const small = { ...course, tips: [] }
  expect(tipFor(small, roundOf(course.questions[0]?.id ?? '', 'a'))).toBeNull()
})
