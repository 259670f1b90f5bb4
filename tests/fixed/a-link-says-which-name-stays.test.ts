// Bob and eve, who are one human being, each stood on the leaderboard that Slack and Discord share. After linking, eve was gone and Bob had
// her points, and neither the question before it nor anything after it said so.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { textOf } from '../fakes/discord/people.ts'
import { openShared } from '../journeys/shared-both.ts'

let town: Awaited<ReturnType<typeof openShared>>
beforeEach(async () => {
  town = await openShared()
  await town.wait('2026-11-23T08:00:00Z')
})
afterEach(() => town.stop())

const code = async () => /[A-Z]{4}-[A-Z]{4}/u.exec(await town.slackSays(town.bob, 'link'))?.[0] ?? ''

it('before and after, and that others can tell', async () => {
  const { bob, cyd, eve } = town
  await town.answerOnSlack(bob, true)
  await town.answerOnDiscord(eve, true)
  expect(await town.slackSays(cyd, 'board')).toMatch(/Bob[^]*eve/u)
  const ask = await town.discordShown(eve, '/study-account link', { code: await code() })
  expect(textOf(ask)).toContain('it shows you once, as Bob, with the points of both, so others can tell that both are you.')
  expect(textOf(await town.discordPress(eve, ask, 'Link'))).toContain('shows you once, as Bob')
  const board = await town.slackSays(cyd, 'board')
  expect(board).toContain('Bob')
  expect(board).not.toContain('eve')
})

it('nothing where no name goes, and where one of them hides', async () => {
  const { bob, eve } = town
  await town.answerOnSlack(bob, true)
  expect(textOf(await town.discordShown(eve, '/study-account link', { code: await code() }))).not.toContain('shows you once')
  await town.answerOnDiscord(eve, true)
  await town.discordSays(eve, '/study-account privacy', { show: 'hide' })
  expect(textOf(await town.discordShown(eve, '/study-account link', { code: await code() }))).not.toContain('shows you once')
})
