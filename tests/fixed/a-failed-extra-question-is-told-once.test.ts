// A failed `now` was told to the asker at once, then by a direct message as a daily question, and status showed it as the latest one.
import { afterEach, expect, it } from 'vitest'
import { openStage, PostError, words, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage.close())

const refused = () => new PostError('refused', 'The app is not in the channel.')

it('is no news for managers, and the daily question after it is', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri topics=repairs')
  stage.channel.failures.push(refused())
  expect((await stage.type('ada', 'now')).title).toBe('The question wasn’t posted')
  await stage.until('2026-03-02T07:05Z')
  expect(stage.channel.told).toEqual([])
  const status = words(await stage.type('ada', 'status'))
  expect(status).toContain('Latest question: None yet')
  expect(status).toContain('Latest extra question: due')
  stage.channel.failures.push(refused())
  await stage.until('2026-03-02T08:00Z')
  expect(stage.channel.told.map(({ screen }) => screen.title)).toEqual(['A daily question wasn’t posted'])
})
