// The program died right after sending, looked for its post before the platform had stored it, and posted a second time.
import { afterEach, expect, it } from 'vitest'
import { questionBank } from '../../src/course/question-bank.ts'
import { questionScreen, unanswered } from '../../src/screens/question.ts'
import { contentOf } from '../../src/course/question-content.ts'
import { openStage, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage.close())

/** As a crash in the middle of sending leaves it. @returns what lets the post arrive */
async function crashWhileSending(): Promise<() => void> {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri')
  stage.clock.now = Date.parse('2026-03-02T08:00Z')
  const [claim] = await stage.ledger.delivery.claimDue(stage.clock.now, questionBank(stage.course), 10)
  if (claim === undefined) throw new Error('nothing was due')
  const { round } = claim
  await stage.ledger.delivery.markSending(round.id, stage.clock.now, null)
  return () => stage.channel.posts.push({ place: round.place, screen: questionScreen(round, contentOf(stage.course, round), unanswered), round: round.id, redrawn: undefined })
}

it('a post that arrives after the restart is taken over', async () => {
  const arrive = await crashWhileSending()
  await stage.until('2026-03-02T08:00:05Z')
  arrive()
  await stage.until('2026-03-02T08:01Z')
  expect(stage.channel.posts).toHaveLength(1)
  expect((await stage.ledger.rounds.latest('terminal:team:general', 1))[0]?.state).toBe('open')
})

it('a post that never arrives is sent again after half a minute', async () => {
  await crashWhileSending()
  await stage.until('2026-03-02T08:00:05Z')
  expect(stage.channel.posts).toHaveLength(0)
  await stage.pass(30_000)
  expect(stage.channel.posts).toHaveLength(1)
})
