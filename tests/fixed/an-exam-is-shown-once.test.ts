// Two presses on Start put the same exam into the direct messages twice, the history didn't say that an exam was running, and an exam in
// which nothing counts was “0 of 0 right”.
import { expect, it } from 'vitest'
import { onMessage } from '../fakes/slack/fake-slack.ts'
import { until } from '../fakes/until.ts'
import { examResult } from '../../src/core/exam-result.ts'
import type { Session } from '../../src/core/session.ts'
import { historyScreen } from '../../src/features/exam/result-screen.ts'
import { startScreen } from '../../src/features/exam/start-screen.ts'
import { openStage, words } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'
import { openTown, textOf } from '../journeys/slack-town.ts'

it('a second press on Start posts no second exam', async () => {
  const town = await openTown('2026-11-23T07:30:00Z')
  const ann = town.person('Ann')
  const start = await town.shown(ann, () => town.slack.command(ann, town.channel, 'exam 5'))
  // As a client shows it that has not heard yet that the message was replaced.
  const old = { ...start }
  await town.slack.press(ann, onMessage(start), 'Start')
  await until(() => town.slack.messages(`D${ann}`).length === 1, 'the exam')
  await town.slack.press(ann, onMessage(old), 'Start')
  await until(() => town.slack.whispers(ann).some((each) => textOf(each).includes('You have an exam running')), 'the word about the running exam')
  expect(town.slack.messages(`D${ann}`).map((each) => textOf(each).includes('Exam: question 1 of 3'))).toEqual([true])
  expect([town.faults, town.slack.world.refusals]).toEqual([[], []])
})

it('a late press on Start leads on to the exam that is running', async () => {
  const stage = await openStage('2026-03-02T12:00Z')
  const start = await stage.type('ada', 'exam 5')
  const first = await stage.press('ada', control(start, 'Start'))
  const again = await stage.press('ada', control(start, 'Start'))
  expect(again.title).toBe('You have an exam running')
  expect(await stage.press('ada', control(again, 'Go on'))).toEqual(first)
  await stage.close()
})

it('the history says that an exam is running, and leads back to it', async () => {
  const stage = await openStage('2026-03-02T12:00Z')
  const first = await stage.press('ada', control(await stage.type('ada', 'exam 5'), 'Start'))
  const history = await stage.type('ada', 'exam history')
  expect(words(history)).toMatch(/You have an exam running: 0 of \d answered/u)
  expect(await stage.press('ada', control(history, 'Go on'))).toEqual(first)
  await stage.close()
})

it('an exam in which nothing counts has no result', () => {
  const task = { item: 'question:a', order: ['a', 'b'], key: ['a'], content: 1 }
  const session: Session = {
    id: '0123456789abcdef', kind: 'exam', about: '5 ', tasks: [task], steps: new Map(), position: 0, zone: 'UTC', startedAt: 0, endsAt: 9, endedAt: 5, abandoned: false, givenBack: 0,
  }
  const latest = { session, result: examResult(session, () => 'changed') }
  for (const screen of [historyScreen([latest]), startScreen({ wanted: { questions: 5, topics: [] }, available: 5, topics: [], latest })]) {
    expect(words(screen)).toContain('no result right now')
    expect(words(screen)).not.toContain('0 of 0')
  }
})
