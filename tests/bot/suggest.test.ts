// What is offered while somebody types.
import { afterEach, expect, it } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
afterEach(() => stage.close())

it.each([
  ['s3', ['s3-access', 's3-platform']],
  ['access control and', ['s3-access']],
  ['iam,service-m', ['iam,service-models']],
  ['iam,public buckets', ['iam,s3-access']],
  ['nothing like it', []],
] as const)('“%s” finds topics by their ids and by their titles', async (typed, expected) => {
  stage = await openStage('2026-03-02T07:00Z', { course: 'data/aws-shared-responsibility' })
  expect(stage.channel.door().suggest('topics', typed, 5)).toEqual(expected)
})

it('no more is offered than was asked for', async () => {
  stage = await openStage('2026-03-02T07:00Z', { course: 'data/aws-shared-responsibility' })
  expect(stage.channel.door().suggest('topics', '', 3)).toHaveLength(3)
  expect(stage.channel.door().suggest('zone', 'europe', 3)).toHaveLength(3)
})
