// The program died between recording that a round was not held and telling a manager: the reason was on record, and nobody was ever told.
import { afterEach, expect, it } from 'vitest'
import { questionBank } from '../../src/course/question-bank.ts'
import { openStage, PostError, words, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage.close())

async function setUp(): Promise<void> {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri')
}

const toldWords = () => stage.channel.told.map(({ screen }) => words(screen))

it('of rounds that were missed, once for the series', async () => {
  await setUp()
  stage.clock.now = Date.parse('2026-03-04T07:00Z')
  await stage.ledger.delivery.claimDue(stage.clock.now, questionBank(stage.course), 10)
  await stage.bot.tick()
  await stage.until('2026-03-04T07:01Z')
  expect(toldWords()).toEqual([expect.stringContaining('Mon, Mar 2')])
})

it('of a round that failed', async () => {
  await setUp()
  stage.clock.now = Date.parse('2026-03-02T08:00Z')
  const [claim] = await stage.ledger.delivery.claimDue(stage.clock.now, questionBank(stage.course), 10)
  await stage.ledger.delivery.fail(claim?.round.id ?? '', 'The channel is archived.', stage.clock.now)
  await stage.bot.tick()
  await stage.bot.tick()
  expect(toldWords()).toEqual([expect.stringContaining('The channel is archived.')])
})

it('when a manager can be reached again, and another one where the first cannot', async () => {
  await setUp()
  await stage.type('ada', 'managers add terminal:team:u:bob')
  const managers = (await stage.ledger.quizzes.at('terminal:team:general'))?.managers ?? []
  stage.channel.stored.unreachable = managers
  await stage.until('2026-03-02T20:00Z')
  expect(stage.channel.told).toEqual([])
  stage.channel.stored.unreachable = managers.slice(0, 1)
  await stage.until('2026-03-02T20:01Z')
  await stage.until('2026-03-02T21:00Z')
  await stage.until('2026-03-02T22:00Z')
  expect(stage.channel.told.map(({ person }) => person)).toEqual(managers.slice(1))
})

it('and still hears of it where nobody could be reached for days, once', async () => {
  await setUp()
  stage.channel.stored.unreachable = ['terminal:team:ada']
  await stage.until('2026-03-02T20:00Z')
  await stage.type('ada', 'pause')
  stage.channel.refusals.push(...Array.from({ length: 48 }, () => new PostError('refused', 'The channel is archived.')))
  for (let hour = 0; hour < 48; hour++) await stage.until(new Date(Date.parse('2026-03-02T20:00Z') + hour * 3_600_000).toISOString())
  stage.channel.stored.unreachable = []
  await stage.until('2026-03-05T20:00Z')
  await stage.until('2026-03-06T20:00Z')
  expect(stage.channel.told.map(({ person }) => person)).toEqual(['terminal:team:ada'])
  expect(stage.logged.filter((line) => line.includes('could not tell anybody')).length).toBeGreaterThan(0)
})
