// A platform that failed for twelve minutes at the due minute cost the day's question: the bot said that it might not read the channel,
// which was not true, with hours of the window left. A question that waited was posted in a quiz that was paused meanwhile. And a clock
// that was set at a restart let a request under way and its repetition both arrive.
import { afterEach, expect, it } from 'vitest'
import { questionBank } from '../../src/course/question-bank.ts'
import { questionScreen, unanswered } from '../../src/screens/question.ts'
import { contentOf } from '../../src/course/question-content.ts'
import { openStage, PostError, words, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage.close())

const place = 'terminal:team:general'
const broken = () => new PostError('unclear', 'The connection broke.')
const latest = async () => (await stage.ledger.rounds.latest(place, 1))[0]

/** A beat each minute from eight o'clock on. */
async function live(minutes: number): Promise<void> {
  for (let minute = 0; minute <= minutes; minute += 1) await stage.until(new Date(Date.parse('2026-03-02T08:00Z') + minute * 60_000).toISOString())
}

async function setUp(): Promise<void> {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri')
}

it.each([12, 90, 350])('a platform that cannot be asked for %i minutes gets the question when it is back', async (minutes) => {
  await setUp()
  stage.channel.failures.push(broken())
  stage.channel.lookFailures.push(...Array.from({ length: minutes }, broken))
  await live(minutes)
  expect(stage.channel.posts).toHaveLength(0)
  await live(minutes + 3)
  expect(stage.channel.posts).toHaveLength(1)
  expect(await latest()).toMatchObject({ state: 'open', reason: null })
})

it('after the window it is given up, and the reason says that nobody could look', async () => {
  await setUp()
  stage.channel.failures.push(broken())
  stage.channel.lookFailures.push(...Array.from({ length: 500 }, broken))
  await live(362)
  expect(await latest()).toMatchObject({ state: 'failed', reason: expect.stringContaining('didn’t answer in time') })
})

it('what held a question up for too long is the reason on record', async () => {
  await setUp()
  stage.channel.failures.push(...Array.from({ length: 500 }, () => new PostError('busy', 'The token is no longer accepted.', { retryAfter: 60_000 })))
  await live(362)
  expect(await latest()).toMatchObject({ state: 'failed', reason: 'It couldn’t be posted in time. The token is no longer accepted.' })
})

it('a question that waits is not posted in a quiz that was paused meanwhile, and comes not later either', async () => {
  await setUp()
  stage.channel.failures.push(...Array.from({ length: 3 }, () => new PostError('busy', 'Wait.', { retryAfter: 60_000 })))
  await live(1)
  await stage.type('ada', 'pause')
  await live(30)
  expect(stage.channel.posts).toHaveLength(0)
  expect(await latest()).toMatchObject({ state: 'skipped', reason: expect.stringContaining('paused') })
  // Nobody else would know: the question was due, and there is none.
  expect(stage.channel.told.map(({ screen }) => words(screen))).toEqual([expect.stringContaining('A manager paused the daily question before this one was posted.')])
})

it.each([-3_600_000, -60_000, 60_000, 3_600_000])('a request under way at a restart under a clock that is set by %i ms makes no second post', async (step) => {
  await setUp()
  stage.clock.now = Date.parse('2026-03-02T08:00Z')
  const [claim] = await stage.ledger.delivery.claimDue(stage.clock.now, questionBank(stage.course), 10)
  if (claim === undefined) throw new Error('nothing was due')
  const { round } = claim
  await stage.ledger.delivery.markSending(round.id, stage.clock.now, null)
  await stage.until(new Date(stage.clock.now + step).toISOString())
  await stage.pass(10_000)
  expect(stage.channel.posts).toHaveLength(0)
  stage.channel.posts.push({ place: round.place, screen: questionScreen(round, contentOf(stage.course, round), unanswered), round: round.id, redrawn: undefined })
  await stage.pass(30_000)
  expect(stage.channel.posts).toHaveLength(1)
  expect(await latest()).toMatchObject({ state: 'open' })
})
