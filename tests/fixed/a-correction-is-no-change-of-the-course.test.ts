// An open question that a manager had voided or regraded was said to have a new version in the course, and its post to stay as it was.
import { expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, words } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'

async function corrected(line: (wrong: string) => string) {
  const stage = await openStage('2026-03-09T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri topics=repairs')
  await stage.until('2026-03-09T09:00Z')
  const round = stage.channel.posts[0]?.round ?? ''
  const order = (await stage.ledger.rounds.find(round))?.order ?? []
  const { wrong } = stage.optionsOf(round)
  await stage.press('owner', answerControl.text({ round, option: wrong }))
  const confirm = await stage.type('owner', line('ABCDEF'[order.indexOf(wrong)] ?? ''))
  await stage.press('owner', confirm.name === 'correct-confirm' ? control(confirm, confirm.title.startsWith('Void') ? 'Void it' : 'Change it') : '')
  return stage
}

it.each([
  ['voided', () => 'correct void today', 'this question doesn’t count.'],
  ['regraded', (wrong: string) => `correct regrade key=${wrong} today`, 'this question has a different right answer.'],
])('the status says that it was %s, until that is undone', async (_, line, expected) => {
  const stage = await corrected(line)
  const status = words(await stage.type('owner', 'status'))
  expect(status).toContain(`Corrected since: ${expected}`)
  expect(status).not.toContain('new version')
  expect(words(await stage.type('ada', 'status'))).not.toContain('correct 2026')
  await stage.press('owner', control(await stage.type('owner', 'correct undo today'), 'Undo it'))
  expect(words(await stage.type('owner', 'status'))).not.toMatch(/since:|stay as they are/u)
  await stage.close()
})
