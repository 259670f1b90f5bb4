// Somebody whose only question was voided was sent to see the question, and shown no streak, although they had one.
import { expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, words } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'

it('me says that the question doesn’t count, and shows the streak', async () => {
  const stage = await openStage('2026-03-09T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri topics=repairs')
  await stage.until('2026-03-09T09:00Z')
  const round = stage.channel.posts[0]?.round ?? ''
  await stage.press('ada', answerControl.text({ round, option: stage.optionsOf(round).right }))
  await stage.press('owner', control(await stage.type('owner', 'correct void today'), 'Void it'))
  await stage.until('2026-03-09T09:15Z')
  const progress = words(await stage.type('ada', 'me'))
  expect(progress).toContain('A question you answered doesn’t count')
  expect(progress).toContain('Streak: 1 study day')
  expect(progress).not.toContain('To see the question')
  await stage.close()
})
