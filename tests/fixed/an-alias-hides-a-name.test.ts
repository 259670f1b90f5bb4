// An alias could be one's own name, which hides nothing, and in the terminal the name of a manager who had never answered.
import { expect, it } from 'vitest'
import { openStage, words } from '../bot/stage.ts'
import { openDesk } from '../journeys/terminal-desk.ts'

it('so it is none of one’s own, here or in another group', async () => {
  const stage = await openStage('2026-03-02T07:00Z')
  for (const alias of ['bob', 'Bob', 'B-o-b']) expect(words(await stage.type('bob', `privacy alias ${alias}`))).toContain('That’s your own name')
  expect(words(await stage.type('bob', 'privacy'))).toContain('You’re visible')
  await stage.close()
})

it('nor a manager’s in the terminal, in whatever case', async () => {
  const desk = await openDesk('2026-03-02T07:00Z')
  await desk.type('setup 09:00 UTC mon-fri')
  for (const alias of ['Ada', 'ada']) expect(await desk.type('/as Bob', `privacy alias ${alias}`)).toContain('Somebody here has that alias')
  expect(await desk.type('/as Ada', 'privacy alias ada')).toContain('That’s your own name')
})
