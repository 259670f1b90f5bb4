// Where only people who keep off lists were right, the answer was shown with “Nobody got it this time”.
import { afterEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { answerControl } from '../../src/screens/question.ts'

let stage: Stage
afterEach(() => stage.close())

/** Of those who are shown, the first two choose one wrong option and all others another; those who hide choose as told. */
async function revealAfter(shown: readonly string[], hiding: readonly string[], choose: 'right' | 'wrong'): Promise<string> {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri topics=repairs')
  await stage.until('2026-03-02T08:00Z')
  const round = stage.channel.posts[0]?.round ?? ''
  const { right, wrong } = stage.optionsOf(round)
  const otherWrong = (await stage.ledger.rounds.find(round))?.order.find((option) => option !== right && option !== wrong) ?? ''
  for (const [index, person] of shown.entries()) await stage.press(person, answerControl.text({ round, option: index < 2 ? otherWrong : wrong }))
  for (const person of hiding) {
    await stage.press(person, answerControl.text({ round, option: stage.optionsOf(round)[choose] }))
    await stage.type(person, 'privacy hide')
  }
  await stage.until('2026-03-03T07:30Z')
  const reveal = stage.channel.posts[0]?.redrawn
  return reveal === undefined ? '' : words(reveal)
}

const others = ['cyd', 'dee', 'eve', 'fay']

it('nobody is said to have been wrong who was right', async () => {
  const reveal = await revealAfter(others, ['bob'], 'right')
  expect(reveal).toContain('1 right')
  expect(reveal).not.toContain('Nobody')
  expect(reveal).not.toContain('bob')
})

it('where nobody was right, the answer says so', async () => {
  expect(await revealAfter(others, ['bob'], 'wrong')).toContain('Nobody got it this time.')
  await stage.close()
  expect(await revealAfter(['cyd'], [], 'wrong')).toContain('Nobody got it this time.')
})

it('in a group under five it does not say so, which would tell what the hidden person chose', async () => {
  expect(await revealAfter([], ['bob'], 'wrong')).not.toContain('Nobody')
})

it('an unanswered question has nobody to name', async () => {
  expect(await revealAfter([], [], 'right')).not.toContain('Nobody got it')
})
