// The status of a channel, where managers look, had nothing of a recap of the week that was refused or that a crash cut short, nor of a
// thread that could not be opened once they had been told.
import { afterEach, expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, PostError, words, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage.close())

const status = async (who = 'owner') => words(await stage.type(who, 'status'))
const reason = 'The bot isn’t in this channel.'

/** A week with an answer, whose recap is due on Monday at eight, when the last question closes. */
async function week() {
  stage = await openStage('2026-03-02T08:00Z', { salt: 'weekly' })
  await stage.type('owner', 'setup 09:00 UTC mon-fri weekly=on')
  await stage.until('2026-03-02T09:00Z')
  const { round } = stage.channel.posts[0] ?? { round: '' }
  const { key = [] } = (await stage.ledger.rounds.find(round)) ?? {}
  await stage.press('ada', answerControl.text({ round, option: null }), { chosen: key })
  for (const date of ['03', '04', '05', '06']) await stage.until(`2026-03-${date}T09:00Z`)
}

/** The recap is posted in one of these. */
async function monday(): Promise<void> {
  for (const minute of ['00', '01', '02']) await stage.until(`2026-03-09T08:${minute}Z`)
}

it('a recap that was refused is in the status for managers, also once it is given up', async () => {
  await week()
  stage.channel.refusals.push(new PostError('refused', reason))
  await monday()
  expect(await status()).toContain(`No weekly recap: ${reason}`)
  expect(await status('bob')).not.toContain('No weekly recap')
  await stage.until('2026-03-16T08:30Z')
  expect(await status()).toContain(`No weekly recap: ${reason}`)
  expect(words(await stage.type('owner', 'weekly'))).toContain(reason)
})

it('one that is cut short is on record from the moment it was to be sent', async () => {
  await week()
  const { announce } = stage.channel.platform
  const sent = Promise.withResolvers<string>()
  const begun = Promise.withResolvers<void>()
  Object.assign(stage.channel.platform, { announce: () => (begun.resolve(), sent.promise) })
  const beats = monday()
  await begun.promise
  expect(await status()).toContain('No weekly recap: The bot began to post it')
  Object.assign(stage.channel.platform, { announce })
  sent.resolve('announced 0')
  await beats
  expect(await status()).not.toContain('No weekly recap')
})

it('a thread that could not be opened stays in the status after managers were told', async () => {
  stage = await openStage('2026-03-02T08:00Z')
  Object.assign(stage.channel.platform, { discuss: () => Promise.reject(new PostError('refused', 'The bot isn’t allowed to open threads.')) })
  await stage.type('owner', 'setup 09:00 UTC mon-fri thread=on')
  await stage.until('2026-03-02T09:00Z')
  await stage.until('2026-03-02T09:01Z')
  expect(stage.channel.told).toHaveLength(1)
  expect(await status()).toContain('No thread: The bot isn’t allowed to open threads.')
})
