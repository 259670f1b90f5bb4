// A backup from before a question, put back after it had closed: Discord's search did not know the closed post, and the bot asked again.
import { expect, onTestFinished, test } from 'vitest'
import { samples } from '../samples.ts'
import { notice } from '../../src/screens/notice.ts'
import { revealScreen } from '../../src/screens/reveal.ts'
import { questionScreen, unanswered } from '../../src/screens/question.ts'
import { closedRound, oneRight, sampleRound } from '../../src/screens/sample-round.ts'
import { openStage } from '../platforms/discord/stage.ts'

const none = { answered: 0, votes: new Map(), right: [] }

test('a closed post is found by its round, and a later post that links to it is not taken for it', async () => {
  const stage = await openStage({ timing: { pause: 1 } })
  await stage.start()
  onTestFinished(() => expect(stage.discord.violations).toEqual([]))
  const { platform, place } = stage
  const since = Date.now()
  const posted = await platform.post(place, samples.get('question') ?? notice('no sample', []), sampleRound.id)
  await platform.redraw(posted, revealScreen(closedRound, oneRight, none))
  expect(await platform.find(place, sampleRound.id, since)).toBe(posted)

  const later = { ...sampleRound, id: 'aaaaaaaaaaaaaaaa' }
  const recap = { round: closedRound, ago: 'yesterday', answered: 0, right: 0, leaders: null, streak: null } as const
  const next = await platform.post(place, questionScreen(later, oneRight, { ...unanswered, recap }), later.id)
  expect(await platform.find(place, later.id, since)).toBe(next)
  expect(await platform.find(place, sampleRound.id, since)).toBe(posted)
})
