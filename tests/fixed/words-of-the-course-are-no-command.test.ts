// “best practices for iam” heard “There’s no command ‘best’. Did you mean ‘exam’?”, although the course has a list of them.
import { afterEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage.close())

it.each(['best practices for iam', 'cause of a breach in s3', 'guest os patching for ec2'])('“%s” is looked up', async (asked) => {
  stage = await openStage('2026-03-02T07:00Z', { course: 'data/aws-shared-responsibility' })
  expect(words(await stage.type('ada', asked))).not.toMatch(/no command/u)
})

it.each(['leaderbord days', 'setip 09:00 UTC mon-fri', 'bord season season=Cup', 'xyz of the abc'])('“%s” is a slip, or nothing', async (asked) => {
  stage = await openStage('2026-03-02T07:00Z', { course: 'data/aws-shared-responsibility' })
  expect(words(await stage.type('ada', asked))).toMatch(/no command|documents don’t cover/u)
})
