// What managers and members do in the second of two channels that share a question, one on Slack and one on Discord: whose word counts there,
// and whose names are shown.
import { expect, test } from 'vitest'
import { textOf as discordText } from '../fakes/discord/people.ts'
import type { Message as DiscordMessage } from '../fakes/discord/world.ts'
import { openShared } from './shared-both.ts'
import { textOf as slackText } from './slack-town.ts'

type Shared = Awaited<ReturnType<typeof openShared>>

const question = 'Who restarts the queue at night? | * The team on call | - Whoever sees it first | - The owner | Why: They have the runbook. | Source: Runbook, page 2'

async function everybodyAnswers(town: Shared): Promise<void> {
  for (const who of [town.ada, town.bob, town.cyd, town.dia]) await town.answerOnSlack(who, who !== town.dia)
  for (const who of [town.ben, town.eve, town.fay, town.gus]) await town.answerOnDiscord(who, who !== town.gus)
}

const labels = (message: DiscordMessage) => [...JSON.stringify(message.components).matchAll(/"label":"([^"]*)"/gu)].map(([, label]) => label)
const fine = (town: Shared) => expect([town.discord.violations, town.slack.world.refusals, town.lines.filter((line) => /"level":"error"|could not/u.test(line))]).toEqual([[], [], []])

test('its own questions wait, reports and corrections go to the one that leads, its teams, seasons, and files are its own', async () => {
  const town = await openShared()
  const { ada, bob, ben, eve, fay } = town
  const approved = await town.discordPress(ben, await town.discordShown(ben, '/study-admin add-question', { text: question }), 'Approve')
  expect(discordText(approved)).toContain('It isn’t asked while the channel shares its daily question')
  expect(await town.discordSays(ben, '/study-admin questions')).toContain('None of them is asked while this channel shares')
  await town.discordSays(ben, '/study-admin teams', { change: 'add', team: `Reds <@${ben.id}> <@${eve.id}> <@${fay.id}>` })
  await town.discordSays(ben, '/study-admin season', { dates: '23 Nov - 4 Dec 2026 "Winter"' })
  await town.wait('2026-11-23T08:00:00Z')
  expect(discordText(town.posts().discord)).not.toContain('restarts the queue')
  await everybodyAnswers(town)
  expect(await town.discordSays(eve, '/study team')).toMatch(/\*\*Reds\*\*.*3 people · yours/u)
  expect(await town.slackSays(bob, 'team')).toContain('No teams')
  expect(await town.discordSays(eve, '/study board', { period: 'season' })).toMatch(/Winter.*eve \(you\).*8 people.*2 channels share it/su)
  expect(await town.discordSays(eve, '/study board')).toMatch(/Ada.*eve \(you\).*8 people.*2 channels share it/su)

  expect(await town.discordSays(eve, '/study report', { kind: 'wrong', words: 'B is right too' })).toContain('The managers of the daily question')
  await town.wait('2026-11-23T08:15:00Z')
  expect(town.told().join()).toContain('1 new report about 1 question')
  expect(await town.slackSays(ada, 'reports')).toContain('B is right too')
  expect(await town.discordSays(ben, '/study-admin reports')).toMatch(/No open reports.*go to the managers of the channel that leads/su)
  expect(await town.discordSays(ben, '/study-admin correct', { change: 'void', question: '23 Nov' })).toContain('decided in another channel')
  const round = await town.discordShown(ben, '/study-admin correct', { question: '23 Nov' })
  expect(discordText(round)).toContain('only the channel that leads can correct it')
  expect(labels(round)).toEqual(['All questions'])
  await town.slackPress(ada, await town.slackShown(ada, 'correct void 23 Nov why "Two are right"'), 'Void it')
  await town.wait('2026-11-23T08:26:00Z')
  expect(town.privately(eve)).toContain('so your point for it is gone')
  expect(await town.discordSays(ben, '/study-admin correct', { question: '23 Nov' })).toMatch(/a manager: .* → doesn’t count/u)

  await town.wait('2026-11-24T08:00:00Z')
  for (const posts of [town.onSlack().map(slackText), town.onDiscord().map(discordText)]) expect(posts.find((text) => text.includes('Two are right'))).toContain('This question doesn’t count')
  await everybodyAnswers(town)
  await town.wait('2026-11-25T08:00:00Z')
  expect(await town.discordSays(ben, '/study-admin insight')).toMatch(/People per question:\*\* 8/u)
  const files = (await town.discordShown(ben, '/study-admin insight', { view: 'export' })).attachments ?? []
  expect(files).toMatchObject([{ filename: expect.stringContaining('boards') }, { filename: expect.stringContaining('answers') }])
  const own = await town.discordShown(ben, '/study-admin questions', { export: true })
  expect(own.attachments).toMatchObject([{ filename: 'team-questions.yaml' }, { filename: 'team.md' }, { filename: 'team-questions.csv' }])
  fine(town)
})

test('its recap and final board tell of both, without who hides, and after the end each has its own', async () => {
  const town = await openShared()
  const { ada, bob, ben, eve, gus } = town
  await town.discordSays(ben, '/study-admin final-board', { when: 'week' })
  await town.discordSays(ben, '/study-admin weekly', { change: 'on' })
  await town.discordSays(gus, '/study-account privacy', { show: 'hide' })
  for (const day of ['25', '26', '27']) {
    await town.wait(`2026-11-${day}T08:00:00Z`)
    await everybodyAnswers(town)
  }
  expect(await town.slackSays(bob, 'board')).toMatch(/Bob \(you\).*eve/su)
  for (const moment of ['2026-11-30T07:00:00Z', '2026-11-30T07:01:00Z', '2026-11-30T07:02:00Z']) await town.wait(moment)
  const posts = town.onDiscord().map(discordText)
  expect(posts.find((text) => text.includes('The week of Nov 23–29'))).toMatch(/8 people, 24 answers/u)
  const board = posts.find((text) => text.includes('Final leaderboard: week of Mon, Nov 23'))
  expect(board).toMatch(/Ada · 3 points.*eve · 3 points/su)
  for (const text of [...posts, ...town.onSlack().map(slackText)]) expect(text).not.toMatch(/\bgus\b/u)
  expect(town.onSlack().map(slackText).join()).not.toMatch(/Final leaderboard|The week of/u)
  await town.slackPress(ada, await town.slackShown(ada, 'unshare'), 'Stop sharing')
  expect(await town.discordSays(eve, '/study board', { period: 'all' })).not.toContain('Ada')
  expect(await town.slackSays(bob, 'board all')).not.toContain('eve')
  expect(labels(await town.discordShown(ben, '/study-admin correct', { question: '26 Nov' }))).toContain('Void it')
  fine(town)
})
