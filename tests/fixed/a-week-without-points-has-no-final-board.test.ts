// `final-board` announced the next one for a week in which nobody had a point. It never came.
import { expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, words } from '../bot/stage.ts'

it('while it’s on, one comes if anybody has a point; once it’s over without any, the next week’s does', async () => {
  const stage = await openStage('2026-03-02T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri topics=repairs open=1h')
  const next = async () => /Next one:? *(.*)/u.exec(words(await stage.type('owner', 'final-board week')))?.[1] ?? ''
  await stage.until('2026-03-06T09:00Z')
  const answer = async (right: boolean) => {
    const round = stage.channel.posts.at(-1)?.round ?? ''
    await stage.press('ben', answerControl.text({ round, option: stage.optionsOf(round)[right ? 'right' : 'wrong'] }))
  }
  await answer(false)
  await stage.until('2026-03-06T10:01Z')
  expect(await next()).toMatch(/for the week of Mon, Mar 2 – Sun, Mar 8, 2026, if anybody has a point by then$/u)
  await stage.until('2026-03-09T07:30Z')
  expect(await next()).toMatch(/for the week of Mon, Mar 9 – Sun, Mar 15, 2026, if anybody has a point by then$/u)
  await stage.until('2026-03-09T08:01Z')
  expect(stage.channel.announced.filter(({ screen }) => screen.name === 'final-post')).toEqual([])
  await stage.until('2026-03-09T09:00Z')
  await answer(true)
  await stage.until('2026-03-09T10:01Z')
  expect(await next()).toMatch(/for the week of Mon, Mar 9 – Sun, Mar 15, 2026$/u)
  await stage.close()
})
