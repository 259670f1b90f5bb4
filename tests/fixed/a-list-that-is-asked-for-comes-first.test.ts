// A section that is too long for a phone was cut from its end, also where the list that was asked for stood there.
import { expect, test } from 'vitest'
import { answerToJson } from '../../src/course/lookup/answer.ts'
import { courseOf } from '../fakes/course-of.ts'

const { lookup } = courseOf('data/aws-shared-responsibility')

test.each([
  ['what training resources does aws offer', /^AWS offers these learning resources:\n[\s\S]*Skill Builder/u],
  ['who has to tell whom during an incident?', /^Who tells whom:\n[\s\S]*legal request/u],
  ['tools against drift', /^Tools for the loop:\n[\s\S]*AWS Organizations/u],
])('“%s”', (asked, list) => {
  expect(answerToJson(lookup.ask(asked)).text).toMatch(list)
})

test('“def” asks for a meaning', () => {
  expect(['managed service def', 'def of drift'].map((asked) => lookup.ask(asked).kind)).toEqual(['term', 'term'])
})
