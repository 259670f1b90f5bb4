// Where explanations come at once, `correct today` showed managers which answer is right before they had given their own.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import { commands } from '../catalog.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { control, labels } from '../features/session-screens.ts'

let stage: Stage
let letters: { readonly right: string; readonly wrong: string }
beforeEach(async () => {
  stage = await openStage('2026-03-02T07:00Z', { course: 'data/aws-shared-responsibility', salt: 'x' })
  await stage.type('owner', 'setup 09:00 UTC mon-fri feedback=instant')
  await stage.until('2026-03-02T09:00Z')
  const round = stage.channel.posts[0]?.round ?? ''
  const { right, wrong } = stage.optionsOf(round)
  await stage.press('ben', answerControl.text({ round, option: wrong }))
  const order = (await stage.ledger.rounds.find(round))?.order ?? []
  const letterOf = (option: string) => 'ABCDEF'[order.indexOf(option)] ?? ''
  letters = { right: letterOf(right), wrong: letterOf(wrong) }
})
afterEach(() => stage.close())

const answerNow = async (who: string) => stage.press(who, answerControl.text({ round: stage.channel.posts[0]?.round ?? '', option: stage.optionsOf(stage.channel.posts[0]?.round ?? '').right }))

/** An admin, so she manages it, too. */
const byCleo = async (line: string) => {
  const asker = { id: 'terminal:team:cleo', name: 'cleo', zone: null, admin: true, maySetUp: true }
  return (await stage.send({ kind: 'command', command: commands.parse(line), asker } as never, 'cleo')).screen
}

it('before, they see the question and can void it', async () => {
  const shown = await stage.type('owner', 'correct today')
  expect(words(shown)).toContain('you see the answer once you’ve answered')
  expect(words(shown)).not.toMatch(/✅|right: [A-F]/u)
  expect(labels(shown)).toEqual(['Void it', 'All questions'])
  for (const letter of Object.values(letters)) {
    const refused = words(await stage.type('owner', `correct regrade key=${letter} today`))
    expect(refused).toContain('You can still answer it, so you don’t see which answer is right.')
    expect(refused).not.toContain('already the answer')
  }
  expect(words(await stage.type('owner', 'correct regrade today'))).toContain('Answer first, then you can change it.')
})

it('what was corrected by somebody who has answered tells them nothing either', async () => {
  await answerNow('owner')
  const changed = await stage.press('owner', control(await stage.type('owner', `correct regrade key=${letters.wrong} today why ${letters.wrong} is`), 'Change it'))
  expect(words(changed)).toContain(`right: ${letters.wrong}`)
  const shown = words(await byCleo('correct today'))
  expect(shown).toMatch(/^Correct Mon, Mar 2.*another answer/su)
  expect(shown).not.toMatch(/✅|right: [A-F]|→/u)
  const undo = words(await byCleo('correct undo today'))
  expect(undo).toContain('After undoing: it counts')
  await stage.press('owner', control(await stage.type('owner', 'correct void today'), 'Void it'))
  expect(labels(await byCleo('correct today'))).toEqual(['Undo', 'All questions'])
  expect(labels(await stage.type('owner', 'correct today'))).toContain('Count it again')
})

it('after their answer, and once it is closed, they see it', async () => {
  await answerNow('owner')
  expect(words(await stage.type('owner', 'correct today'))).toContain(`✅ ${letters.right}`)
  await stage.until('2026-03-03T09:00Z')
  expect(words(await byCleo('correct 2 Mar'))).toContain(`right: ${letters.right}`)
})
