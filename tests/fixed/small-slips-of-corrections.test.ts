// What stood around corrections was a little wrong: who leads on the newest post, whose choice an option is, whether somebody has answered
// today, “0 rounds”, and “only 1 questions”.
import { onlyCourse } from '../../src/course/courses.ts'
import { noLookup } from '../../src/course/no-lookup.ts'
import { afterEach, expect, it } from 'vitest'
import { correctInCourse } from '../../src/cli/correct.ts'
import { preview } from '../../src/cli/preview.ts'
import { startScreen } from '../../src/features/exam/start-screen.ts'
import { features } from '../../src/features/features.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { courseOf } from '../fakes/course-of.ts'
import { control } from '../features/session-screens.ts'

let stage: Stage | undefined
afterEach(async () => {
  await stage?.close()
  stage = undefined
})

/** Monday's question is closed, Tuesday's is open. */
async function twoDays(): Promise<Stage> {
  const opened = await openStage('2026-03-02T07:00Z', { course: 'data/aws-shared-responsibility', salt: 'x' })
  await opened.type('owner', 'setup 09:00 UTC mon-fri')
  await opened.until('2026-03-02T09:00Z')
  const round = opened.channel.posts[0]?.round ?? ''
  const { right, wrong } = opened.optionsOf(round)
  for (const [who, option] of [['ben', right], ['cy', right], ['dee', wrong]] as const) await opened.press(who, answerControl.text({ round, option }))
  await opened.until('2026-03-03T09:00Z')
  return opened
}

it.each(['void', 'regrade'])('nobody leads by points that are gone after %s, and they do again once it is undone', async (kind) => {
  stage = await twoDays()
  const post = () => stage?.channel.posts.at(-1)
  const first = words(post()?.screen ?? { ...(await stage.type('ben', 'today')) })
  expect(first).toContain('ben and cy lead with 1')
  const { wrong } = stage.optionsOf(stage.channel.posts[0]?.round ?? '')
  const order = (await stage.ledger.rounds.find(stage.channel.posts[0]?.round ?? ''))?.order ?? []
  const asked = await stage.type('owner', kind === 'void' ? 'correct void 2 Mar' : `correct regrade key=${'ABCDEF'[order.indexOf(wrong)]} 2 Mar`)
  await stage.press('owner', control(asked, kind === 'void' ? 'Void it' : 'Change it'))
  await stage.pass(60_000)
  const redrawn = post()?.redrawn
  expect(redrawn === undefined ? '' : words(redrawn)).toContain(kind === 'void' ? 'Yesterday’s question doesn’t count.' : '1 of 3 right.')
  expect(redrawn === undefined ? '' : words(redrawn)).not.toContain('lead')
  await stage.press('owner', control(await stage.type('owner', 'correct undo 2 Mar'), 'Undo it'))
  await stage.pass(60_000)
  expect(words(post()?.redrawn ?? asked)).toContain('ben and cy lead with 1')
})

it('somebody has answered today, though it doesn’t count', async () => {
  stage = await twoDays()
  const round = stage.channel.posts[1]?.round ?? ''
  await stage.press('ben', answerControl.text({ round, option: stage.optionsOf(round).right }))
  await stage.press('owner', control(await stage.type('owner', 'correct void today'), 'Void it'))
  const me = words(await stage.type('ben', 'me'))
  expect(me).toContain('Today: answered, but the question doesn’t count')
  expect(me).not.toContain('no answers yet')
  expect(words(await stage.type('cy', 'me'))).toContain('Today: no answers yet')
})

it.each(['slack', 'discord', 'terminal'])('an option that is right so far is nobody’s choice: %s', async (platform) => {
  const [one, two] = await Promise.all(['correct-key', 'correct-key-two'].map((name) => preview(features, name, platform, false)))
  for (const drawn of [one, two]) expect(JSON.stringify(drawn)).not.toMatch(/your (?:choice|answer)|Change my answer|to answer\./u)
  expect(JSON.stringify(one)).toContain('current answer')
})

it('one is one, and none is none', async () => {
  expect(words(startScreen({ wanted: { questions: 20, topics: [] }, available: 1, topics: [], latest: undefined }))).toContain('There is only 1 question that can be asked right now, not 20.')
  const { course } = courseOf('tests/courses/house-rules')
  const ledger = await openLedger(':memory:')
  const question = course.questions.find(({ pick }) => pick === 1)
  const key = question?.options.find(({ id }) => !question.key.includes(id))?.id ?? ''
  const printed = await correctInCourse(question?.id, { key }, onlyCourse(course, noLookup), ledger, 0)
  expect('lines' in printed ? printed.lines : []).toContain('No channel was asked it.')
  expect(await correctInCourse(question?.id, {}, onlyCourse(course, noLookup), ledger, 0)).toMatchObject({ lines: expect.arrayContaining(['To make another answer right: --key with its letter. If it shouldn’t count: --void']) })
  await ledger.close()
})
