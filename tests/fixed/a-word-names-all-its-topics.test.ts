// `practice lambda` was refused: only whole ids such as `lambda-runtime` were topics.
import { expect, it } from 'vitest'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { readTopics } from '../../src/features/read-topics.ts'

const course = loadCourseOrThrow('data/aws-shared-responsibility')

it.each([
  ['lambda', ['lambda-runtime', 'lambda-access']],
  ['S3, iam', ['s3-access', 's3-platform', 'iam']],
])('%s is all topics that begin with it', (typed, topics) => {
  expect(readTopics(typed, course)).toEqual({ value: topics })
})

it.each(['lamb', 'zebra', 's3-', 'lambda, zebra'])('%s is none', (typed) => {
  expect(readTopics(typed, course)).toHaveProperty('problem')
})
