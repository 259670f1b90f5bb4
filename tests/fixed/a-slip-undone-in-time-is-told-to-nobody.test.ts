// Two questions were corrected within ten minutes. As the first was told to people, they heard of the other too, before its ten minutes were
// over; it was a slip, was undone in time, and people heard of that as well. The ten minutes were counted from the platform's time of the
// press, so they were over sooner where the bot's clock was ahead.
import { afterEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { control, optionsOf } from '../features/session-screens.ts'

let stage: Stage
afterEach(() => stage.close())

const told = () => stage.channel.told.filter(({ screen }) => screen.name === 'corrected').map(({ screen }) => words(screen))

it('also while another correction is told', async () => {
  stage = await openStage('2026-03-09T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC feedback=instant open=2h')
  for (const date of ['2026-03-09', '2026-03-10']) {
    await stage.until(`${date}T09:00Z`)
    const post = stage.channel.posts.at(-1)
    if (post === undefined) throw new Error(`nothing was posted on ${date}`)
    const { right } = optionsOf(stage.course, post.screen)
    expect((await stage.press('ada', right.control, { chosen: right.chosen })).title).toContain('Right')
    await stage.until(`${date}T12:00Z`)
  }
  const voidOf = async (date: string) => stage.press('owner', control(await stage.type('owner', `correct void ${date}`), 'Void it'))
  await voidOf('9 Mar')
  await stage.until('2026-03-10T12:06Z')
  const done = await voidOf('10 Mar')
  await stage.until('2026-03-10T12:10Z')
  expect(words(done)).toContain('Done.')
  expect(told()).toEqual([expect.stringMatching(/^A question was corrected\nThe question from Mon, Mar 9 doesn’t count anymore/u)])
  expect(words(await stage.press('owner', control(await stage.press('owner', control(done, 'Undo')), 'Undo it')))).toContain('Undone')
  for (const time of ['12:16', '12:21', '13:00']) await stage.until(`2026-03-10T${time}Z`)
  expect(told()).toHaveLength(1)
})

it('also where the clock of the platform is behind that of the bot', async () => {
  stage = await openStage('2026-03-09T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC feedback=instant open=2h')
  await stage.until('2026-03-09T09:00Z')
  const [post] = stage.channel.posts
  if (post === undefined) throw new Error('nothing was posted')
  const { right } = optionsOf(stage.course, post.screen)
  await stage.press('ada', right.control, { chosen: right.chosen })
  await stage.until('2026-03-09T12:00Z')
  const confirm = await stage.type('owner', 'correct void 9 Mar')
  const done = await stage.press('owner', control(confirm, 'Void it'), { at: Date.parse('2026-03-09T11:49Z') })
  await stage.until('2026-03-09T12:01Z')
  expect(words(await stage.press('owner', control(await stage.press('owner', control(done, 'Undo')), 'Undo it')))).toContain('Undone')
  for (const time of ['12:02', '12:12', '13:00']) await stage.until(`2026-03-09T${time}Z`)
  expect(told()).toEqual([])
})
