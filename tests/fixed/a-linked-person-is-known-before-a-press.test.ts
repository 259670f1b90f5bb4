// Bob answered on Slack, and eve, who never answered on Discord, linked with him: on Discord she was told to answer today's question, had no
// points and no row of her own, didn't count for her team, and couldn't turn off his reminder until she pressed something. A team filled by
// a channel had people of the other workspace in it, whom nobody there could name to remove.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { until } from '../fakes/until.ts'
import { openShared } from '../journeys/shared-both.ts'

let town: Awaited<ReturnType<typeof openShared>>
beforeEach(async () => {
  town = await openShared()
  await town.wait('2026-11-23T08:00:00Z')
})
afterEach(() => town.stop())

async function link(): Promise<void> {
  const code = /[A-Z]{4}-[A-Z]{4}/u.exec(await town.slackSays(town.bob, 'link'))?.[0] ?? ''
  await town.discordPress(town.eve, await town.discordShown(town.eve, '/study-account link', { code }), 'Link')
}

it('has her points, her row, and her answer, and counts for her team', async () => {
  const { bob, cyd, dia, eve, fay, gus, ben } = town
  for (const who of [bob, cyd, dia]) await town.answerOnSlack(who, who !== cyd)
  for (const who of [fay, gus]) await town.answerOnDiscord(who, true)
  await link()
  await town.discordSays(ben, '/study-admin teams', { change: 'add', team: `Blues <@${eve.id}> <@${fay.id}> <@${gus.id}>` })
  const me = await town.discordSays(eve, '/study me')
  expect(me).toContain('1 point, 1 of 1 right (100%)')
  expect(me).toMatch(/Rank here:\S* 1 of 5/u)
  expect(me).not.toContain('answer today’s question')
  expect(await town.discordSays(eve, '/study today')).toContain('You answered')
  const board = await town.discordSays(eve, '/study board')
  expect(board).toContain('Bob (you)')
  expect(board).not.toContain('not on this leaderboard')
  expect(await town.discordSays(eve, '/study team')).toMatch(/Blues\**: \S+ · 3 people · yours/u)
  expect(await town.discordSays(ben, '/study-admin teams', { team: 'Blues' })).toContain('eve, fay, gus')
  await town.discordPress(eve, await town.discordShown(eve, '/study-account unlink'), 'Unlink')
  expect(await town.discordSays(eve, '/study me')).toContain('You have no points in this channel yet')
  expect(await town.discordSays(eve, '/study board')).toContain('not on this leaderboard')
})

it('a team filled by a shared channel has only people from here, and those who are linked here', async () => {
  const { ada, bob, cyd, dia, fay, gus, ben, place } = town
  for (const who of [bob, cyd, dia]) await town.answerOnSlack(who, true)
  for (const who of [fay, gus]) await town.answerOnDiscord(who, true)
  await link()
  expect(await town.discordSays(ben, '/study-admin teams', { change: 'add', team: `Reds <#${place.id}>` })).toContain('Added 3 people to Reds.\neve, fay, gus')
  expect(await town.slackSays(ada, `teams add Greens <#${town.channel}|study>`)).toContain('Added 3 people to Greens.\nBob, Cyd, Dia')
})

it('turns off the reminder that was asked for by the other account', async () => {
  const { bob, eve, slack } = town
  await town.slackSays(bob, 'today nudge=1h')
  await link()
  const reminder = async () => {
    await slack.openHome(bob)
    return JSON.stringify((await until(() => slack.home(bob), 'the Home tab')).view).includes('You get a reminder an hour before the close')
  }
  expect(await reminder()).toBe(true)
  await town.discordSays(eve, '/study today', { nudge: 'off' })
  await until(async () => !(await reminder()), 'the Home tab without the reminder')
})
