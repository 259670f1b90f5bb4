// A manager made one answer right after another, looked at the leaderboard each time, and took it back: the one that gave a point to
// somebody with an alias was what they had chosen.
import { expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'

/** A closed question that three people answered; `carl` goes by what `line` says. */
async function answered(line: string | null): Promise<{ stage: Stage; wrong: readonly string[]; right: string }> {
  const stage = await openStage('2026-03-02T07:00Z', { course: 'data/aws-shared-responsibility', salt: 'x' })
  await stage.type('owner', 'setup 09:00 UTC mon-fri open=4h')
  await stage.until('2026-03-02T09:00Z')
  const round = stage.channel.posts[0]?.round ?? ''
  const order = (await stage.ledger.rounds.find(round))?.order ?? []
  const { right } = stage.optionsOf(round)
  const letterOf = (option: string) => 'ABCDEF'[order.indexOf(option)] ?? ''
  const wrong = order.filter((option) => option !== right)
  if (line !== null) await stage.type('carl', line)
  for (const [who, option] of [['ada', right], ['bob', wrong[0]], ['carl', wrong[1]]] as const) await stage.press(who, answerControl.text({ round, option: option ?? '' }))
  await stage.until('2026-03-02T13:01Z')
  return { stage, wrong: wrong.map(letterOf), right: letterOf(right) }
}

const regrade = async (stage: Stage, letter: string) => {
  const asked = await stage.type('owner', `correct regrade key=${letter} 2 Mar`)
  const change = asked.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : [])).find(({ label }) => label === 'Change it')
  return words(change === undefined ? asked : await stage.press('owner', change.control))
}

it.each(['privacy alias Blue Heron', 'privacy hide'])('after %s, managers make one other answer right and no third one, and may go back', async (line) => {
  const { stage, wrong: [first = '', second = '', third = ''], right } = await answered(line)
  expect(await regrade(stage, first)).toContain('Done.')
  expect(await regrade(stage, right)).toContain('Done.')
  for (const letter of [second, third]) expect(await regrade(stage, letter)).toContain('only the people who run the bot can')
  expect(await regrade(stage, first)).toContain('Done.')
  await stage.close()
})

it('where everybody is shown by name, managers correct as often as they like', async () => {
  const { stage, wrong } = await answered(null)
  for (const letter of wrong) expect(await regrade(stage, letter)).toContain('Done.')
  await stage.close()
})
