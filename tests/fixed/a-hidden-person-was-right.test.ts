// Where only people who keep off lists were right, the answer was shown with “Nobody got it this time”.
import { afterEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { answerControl } from '../../src/screens/question.ts'

let stage: Stage
afterEach(() => stage.close())

async function revealAfter(who: readonly string[], choose: 'right' | 'wrong'): Promise<string> {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri topics=repairs')
  await stage.until('2026-03-02T08:00Z')
  const round = stage.channel.posts[0]?.round ?? ''
  for (const person of who) {
    await stage.press(person, answerControl.text({ round, option: stage.optionsOf(round)[choose] }))
    await stage.type(person, 'privacy hide')
  }
  await stage.until('2026-03-03T07:30Z')
  const reveal = stage.channel.posts[0]?.redrawn
  return reveal === undefined ? '' : words(reveal)
}

it('nobody is said to have been wrong who was right', async () => {
  const reveal = await revealAfter(['bob'], 'right')
  expect(reveal).toContain('1 right')
  expect(reveal).not.toContain('Nobody')
  expect(reveal).not.toContain('bob')
})

it('where nobody was right, the answer says so', async () => {
  expect(await revealAfter(['bob'], 'wrong')).toContain('Nobody got it this time.')
})

it('an unanswered question has nobody to name', async () => {
  expect(await revealAfter([], 'right')).not.toContain('Nobody got it')
})
