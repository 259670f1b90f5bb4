// In a direct message, “pause” of somebody who manages nothing asked “Which channel?”, or sent them to a channel, to be refused there.
// A manager was offered channels that others manage, each with a button “Choose”.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { answerControl } from '../../src/screens/question.ts'

const [one, two, three] = ['terminal:team:one', 'terminal:team:two', 'terminal:team:three']
let stage: Stage
afterEach(() => stage.close())

beforeEach(async () => {
  stage = await openStage('2026-03-02T07:00Z')
  for (const [who, place] of [['ada', one], ['ada', two], ['cleo', three]] as const) await stage.type(who, 'setup 09:00 Europe/Berlin topics=repairs', place)
  await stage.until('2026-03-02T08:00Z')
})

async function answeredEverywhere(who: string): Promise<void> {
  for (const { round, place } of stage.channel.posts) {
    await stage.send({ kind: 'press', control: answerControl.text({ round, option: stage.optionsOf(round).right }), chosen: [], place } as never, who)
  }
}

const direct = (who: string, line: string) => stage.type(who, line, null)
const lines = ['pause', 'resume', 'skip', 'now', 'settings', 'settings 10:00', 'managers add terminal:team:bob']

it.each(lines)('“%s” of somebody who manages nothing', async (line) => {
  expect((await direct('eve', line)).title).toBe('Only managers can do that')
  await answeredEverywhere('bob')
  expect((await direct('bob', line)).title).toBe('Only managers can do that')
})

it('what cannot be understood is refused as well, and explained to a manager', async () => {
  expect((await direct('eve', 'skip nonsense')).title).toBe('Only managers can do that')
  expect(words(await direct('ada', 'skip nonsense'))).toContain('nonsense')
})

it('offers a manager what they manage, with numbers', async () => {
  await answeredEverywhere('ada')
  const offered = await direct('ada', 'pause')
  expect(offered.title).toBe('Which channel?')
  expect(JSON.stringify(offered)).not.toContain(three)
  expect(words(offered)).toMatch(/1\. [\s\S]*\[Choose 1\][\s\S]*2\. [\s\S]*\[Choose 2\]/u)
  expect(words(offered)).not.toContain('Choose 3')
})

it('acts at once in the only channel that somebody manages', async () => {
  await answeredEverywhere('cleo')
  expect((await direct('cleo', 'pause')).title).toBe('Paused')
  expect((await stage.ledger.quizzes.at(three))?.paused).toBe(true)
  expect((await stage.ledger.quizzes.at(one))?.paused).toBe(false)
})

it('an owner is offered every channel, and everybody may see who the managers are', async () => {
  expect(words(await direct('owner', 'pause'))).toContain('[Choose 3]')
  await answeredEverywhere('bob')
  expect((await direct('bob', 'managers')).title).toBe('Which channel?')
})
