// A correction was said to be unnoticed for ten minutes, though the post and leaderboards change at once; the Undo button acted at once
// where typed undo asks; and the list kept "(corrected)" after a correction was undone.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'

let stage: Stage
beforeEach(async () => {
  stage = await openStage('2026-03-02T07:00Z', { course: 'data/aws-shared-responsibility', salt: 'x' })
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  await stage.until('2026-03-02T09:00Z')
  const round = stage.channel.posts[0]?.round ?? ''
  await stage.press('ben', answerControl.text({ round, option: stage.optionsOf(round).right }))
  await stage.until('2026-03-03T09:00Z')
})
afterEach(() => stage.close())

const press = async (screen: Parameters<typeof control>[0], label: string) => stage.press('owner', control(screen, label))

it('what changes at once, and what waits ten minutes', async () => {
  const asked = words(await stage.type('owner', 'correct void 2 Mar'))
  expect(asked).not.toContain('unnoticed')
  expect(asked).toContain('Leaderboards change right away, the post within a minute.')
  expect(asked).toContain('People whose points change get a private message ten minutes later, unless you undo it before then.')
  const nobody = words(await stage.type('owner', 'correct void 3 Mar'))
  expect(nobody).toContain('no points change')
  expect(nobody).not.toMatch(/private message|Leaderboards/u)
})

it('Undo asks, by its button as typed', async () => {
  const done = await press(await stage.type('owner', 'correct void 2 Mar'), 'Void it')
  const asked = await press(done, 'Undo')
  expect(asked).toEqual(await stage.type('owner', 'correct undo 2 Mar'))
  expect(words(await stage.type('ben', 'board'))).toContain('Nobody')
  expect(words(await press(asked, 'Cancel'))).toContain('Nothing changed.')
  expect(words(await press(asked, 'Undo it'))).toContain('Undone: it’s as it was before.')
  expect(words(await press(done, 'Undo'))).toContain('There’s no correction to undo.')
})

it('the list says “corrected” only while another answer counts', async () => {
  const list = async () => words(await stage.type('owner', 'correct'))
  const order = (await stage.ledger.rounds.find(stage.channel.posts[0]?.round ?? ''))?.order ?? []
  const { right, wrong } = stage.optionsOf(stage.channel.posts[0]?.round ?? '')
  const regrade = async (option: string) => press(await stage.type('owner', `correct regrade key=${'ABCDEF'[order.indexOf(option)]} 2 Mar`), 'Change it')
  await press(await stage.type('owner', 'correct void 2 Mar'), 'Void it')
  expect(await list()).toContain('(doesn’t count)')
  await press(await stage.type('owner', 'correct undo 2 Mar'), 'Undo it')
  expect(await list()).not.toMatch(/corrected|doesn’t count/u)
  await regrade(wrong)
  expect(await list()).toContain('(corrected)')
  await regrade(right)
  expect(await list()).not.toContain('(corrected)')
  await press(await stage.type('owner', 'correct undo 2 Mar'), 'Undo it')
  expect(await list()).toContain('(corrected)')
})
