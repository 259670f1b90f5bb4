// `review remind=off` was refused, and `review off remind=09:00` turned a reminder on.
import { expect, it } from 'vitest'
import { openStage, words } from '../bot/stage.ts'

it('turns off by “off” in place of a time, and refuses both at once', async () => {
  const stage = await openStage('2026-03-02T12:00Z')
  expect((await stage.type('ada', 'review remind=08:30')).title).toBe('Reminder on')
  expect((await stage.type('ada', 'review remind=off')).title).toBe('Reminder off')
  expect(words(await stage.type('ada', 'review off remind=09:00'))).toContain('on its own')
  expect((await stage.type('ada', 'review off')).title).toBe('Reminder off')
})
