// Somebody could go by the name of a manager who had never answered a question.
import { expect, it } from 'vitest'
import { openStage, words } from '../bot/stage.ts'

it('whoever the platform knows as a manager keeps their name to themselves', async () => {
  const stage = await openStage('2026-03-02T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  stage.channel.presence.set('terminal:team:owner', { gone: false, name: 'Ada Lovelace' })
  for (const alias of ['Ada Lovelace', 'ada lovelace', 'Ada-Lovelace']) expect(words(await stage.type('bob', `privacy alias ${alias}`))).toContain('Somebody here has that alias')
  expect(words(await stage.type('owner', 'privacy alias Ada Lovelace'))).toContain('That’s your own name')
  expect(words(await stage.type('bob', 'privacy alias Blue Heron'))).toContain('You’re shown as Blue Heron')
  await stage.close()
})
