// The alias screen warned of looking at a leaderboard before and after a question. The same followed at any time from two leaderboards, and
// from one whose question a manager voided and brought back, which no screen and no document said.
import { readFileSync } from 'node:fs'
import { afterEach, expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'
import { phone, phoneLines } from '../phone/phone-lines.ts'

let stage: Stage
afterEach(() => stage.close())

const pointsOn = async (line: string): Promise<number | undefined> => {
  const ranking = (await stage.type('eve', line)).blocks.find(({ kind }) => kind === 'ranking')
  return ranking?.kind === 'ranking' ? ranking.rows.find(({ person }) => person.name.startsWith('Blue Heron'))?.points : undefined
}

it('where they differ by one question, or by one that is voided', async () => {
  stage = await openStage('2026-03-30T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri topics=repairs open=1h')
  for (const day of ['2026-03-31', '2026-04-01', '2026-04-02', '2026-04-03']) {
    await stage.until(`${day}T09:00Z`)
    const round = stage.channel.posts.at(-1)?.round ?? ''
    const { right, wrong } = stage.optionsOf(round)
    for (const who of ['ben', 'cyd', 'dan', 'eve', 'fay']) await stage.press(who, answerControl.text({ round, option: who === 'cyd' || who === 'ben' ? right : wrong }))
    await stage.type('cyd', 'privacy alias Blue Heron')
    await stage.until(`${day}T10:01Z`)
  }
  expect([await pointsOn('board'), await pointsOn('board month')]).toEqual([4, 3])
  const ask = await stage.type('owner', 'correct void 31 Mar')
  await stage.press('owner', control(ask, 'Void it'))
  await stage.until('2026-04-03T10:02Z')
  expect(await pointsOn('board')).toBe(3)

  const own = await stage.type('cyd', 'privacy alias Blue Herons')
  for (const part of ['By comparing leaderboards', 'before and after a question or a manager’s correction, or week and month']) expect(words(own)).toContain(part)
  expect(Math.max(...Object.values(phoneLines(own)))).toBeLessThanOrEqual(phone.lines)
  for (const [file, part] of [['RULES', 'who voids a question and undoes that'], ['PRIVACY', 'before and after a question or a correction']]) expect(readFileSync(`data/${file}.md`, 'utf8').replaceAll('\n', ' ')).toContain(part)
})
