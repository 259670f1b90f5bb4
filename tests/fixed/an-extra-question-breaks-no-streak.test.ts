// A manager asked for an extra question on a Saturday, and everybody in a Monday-to-Friday quiz who did not answer it lost their streak.
import { afterEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { answerControl } from '../../src/screens/question.ts'

let stage: Stage
afterEach(() => stage.close())

/** Thursday's question, which bob answers; Friday's; and an extra one on Saturday. */
async function begin(openUntilMonday: boolean, answerFriday: boolean): Promise<void> {
  stage = await openStage('2026-03-05T07:00Z')
  await stage.type('ada', `setup 09:00 UTC mon-fri topics=repairs${openUntilMonday ? '' : ' open=8h'}`)
  await stage.until('2026-03-05T09:00Z')
  await answer('bob', 0)
  await stage.until('2026-03-06T08:30Z')
  await stage.until('2026-03-06T09:00Z')
  if (answerFriday) await answer('bob', 1)
  await stage.until('2026-03-07T10:00Z')
  await stage.type('ada', 'now')
  await stage.until('2026-03-07T10:01Z')
}

async function answer(who: string, post: number): Promise<string> {
  const round = stage.channel.posts[post]?.round ?? ''
  return words(await stage.press(who, answerControl.text({ round, option: stage.optionsOf(round).right })))
}

const streak = async () => /Streak: (\d+) study/u.exec(words(await stage.type('bob', 'me')))?.[1]

it.each([true, false])('who does not answer it keeps their streak (open until Monday: %s)', async (openUntilMonday) => {
  await begin(openUntilMonday, true)
  expect(await streak()).toBe('2')
  await stage.until('2026-03-09T08:59Z')
  expect(await streak()).toBe('2')
  await stage.until('2026-03-09T09:00Z')
  expect(await answer('bob', 3)).toContain('Your streak: 3 study days')
})

it('who answers it has a longer one', async () => {
  await begin(true, true)
  expect(await answer('bob', 2)).toContain('Your streak: 3 study days')
  await stage.until('2026-03-09T08:59Z')
  await stage.until('2026-03-09T09:00Z')
  expect(await answer('bob', 3)).toContain('Your streak: 4 study days')
})

it('Friday’s question answered on Sunday counts for Friday, and the extra one before it for Saturday', async () => {
  await begin(true, false)
  await answer('bob', 2)
  expect(await streak()).toBe('1')
  await stage.until('2026-03-08T10:00Z')
  expect(await answer('bob', 1)).toContain('Your streak: 3 study days')
})

it('who never answers on Friday has lost it all the same', async () => {
  await begin(false, false)
  expect(await streak()).toBe('0')
})
