// The leaderboard of a season in another course is of all channels, and said: “This is the one of this channel.”
import { expect, it } from 'vitest'
import { openStage, words } from '../bot/stage.ts'
import { twoCourses } from '../fakes/two-courses.ts'

it('a season in another course says all channels, and nothing of this one', async () => {
  const stage = await openStage('2026-03-02T12:00Z', { courses: twoCourses() })
  await stage.type('owner', 'setup 09:00 UTC daily')
  await stage.type('owner', 'season 2026-03-02..2026-03-06 "Spring"')
  const other = words(await stage.type('owner', 'board season course=other'))
  expect(other).toContain('Spring, all channels')
  expect(other).not.toContain('This is the one of this channel')
  expect(words(await stage.type('owner', 'board season everywhere'))).toContain('This is the one of this channel')
  await stage.close()
})
