// People pressed on a post that the bot could not prove to be there; the round failed, and what had been noted was never judged.
import { afterEach, expect, it } from 'vitest'
import { openStage, PostError, words, type Stage } from '../bot/stage.ts'
import { answerControl } from '../../src/screens/question.ts'

let stage: Stage
afterEach(() => stage.close())

it.each(['at-close', 'instant'])('an answer that was confirmed while a post was unclear counts, with feedback %s', async (feedback) => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', `setup 09:00 Europe/Berlin mon-fri topics=repairs feedback=${feedback}`)
  Object.assign(stage.channel.stored, { beforeFailing: true, canLook: false })
  stage.channel.failures.push(new PostError('unclear', 'The connection broke.'))
  await stage.until('2026-03-02T08:00Z')
  const round = stage.channel.posts[0]?.round ?? ''
  const answered = await stage.press('bob', answerControl.text({ round, option: stage.optionsOf(round).right }))
  expect(answered.title).toMatch(/Answer saved|Right/)
  await stage.until('2026-03-02T08:01Z')
  expect((await stage.ledger.rounds.latest('terminal:team:general', 1))[0]?.state).toBe('failed')
  expect(words(await stage.type('bob', 'board'))).toMatch(/1\. bob 1 100 %/)
})
