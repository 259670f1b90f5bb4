// Reports: from a result, from practice, in words, and as managers see and settle them.
import { expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { control, labels, optionsOf } from './session-screens.ts'

async function asked(): Promise<Stage> {
  const stage = await openStage('2026-03-09T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  await stage.until('2026-03-09T09:00Z')
  return stage
}

it('reaches the managers in one message, without a name, and is settled', async () => {
  const stage = await asked()
  const post = stage.channel.posts[0]?.screen ?? (await stage.type('ada', 'today'))
  const { right } = optionsOf(stage.course, post)
  const result = await stage.press('ada', right.control, { chosen: right.chosen })
  const ask = await stage.press('ada', control(await stage.press('ada', control(result, 'More')), 'Report'))
  expect(labels(ask)).toEqual(['Wrong answer', 'Unclear', 'Typo', 'Outdated'])
  expect(words(await stage.press('ada', control(ask, 'Typo')))).toContain('Thanks for the report')
  expect(words(await stage.type('ada', 'report it says teh'))).toContain('it says teh')
  expect(words(await stage.type('ben', 'report wrong B is right, too'))).toContain('B is right, too')
  expect(stage.channel.told).toEqual([])
  await stage.until('2026-03-09T09:15Z')
  expect(stage.channel.told.map(({ person }) => person)).toEqual(['terminal:team:owner'])
  const told = stage.channel.told[0]?.screen ?? ask
  expect(words(told)).toContain('2 new reports about 1 question')
  const list = await stage.press('owner', control(told, 'See reports'))
  expect(words(list)).toContain('“it says teh”')
  expect(words(list)).not.toMatch(/ada|ben/iu)
  expect(words(await stage.type('ada', 'reports'))).toContain('Only managers can do that')
  expect(words(await stage.press('ada', control(list, 'Done')))).toContain('Only managers can do that')
  expect((await stage.press('owner', control(list, 'Correct'))).name).toBe('correct-round')
  expect(words(await stage.press('owner', control(list, 'Done')))).toContain('Done: settled.')
  expect(words(await stage.press('owner', control(list, 'Done')))).toContain('That was settled already.')
  await stage.close()
})

it('is made from practice, too', async () => {
  const stage = await asked()
  const question = await stage.type('ada', 'practice 3')
  const { wrong } = optionsOf(stage.course, question)
  const explained = await stage.press('ada', wrong.control, { chosen: wrong.chosen })
  const ask = await stage.press('ada', control(explained, 'Report'))
  await stage.press('ada', control(ask, 'Outdated'))
  expect(words(await stage.type('owner', 'reports'))).toContain('outdated')
  await stage.close()
})

it('says what is missing', async () => {
  const stage = await openStage('2026-03-09T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  expect(words(await stage.type('ada', 'report'))).toContain('Nothing to report yet')
  expect(words(await stage.type('owner', 'reports'))).toContain('No open reports')
  await stage.until('2026-03-09T09:00Z')
  expect(words(await stage.type('ada', 'report this is odd'))).toContain('Say first what’s wrong')
  expect(words(await stage.type('ada', 'report'))).toContain('What’s wrong with this question?')
  await stage.close()
})
