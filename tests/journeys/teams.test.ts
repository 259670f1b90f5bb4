// Teams on all three platforms: people named by mention or by a channel, kept over a restart, looked at, and refused to others.
import { expect, test } from 'vitest'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { onMessage } from '../fakes/slack/fake-slack.ts'
import { until } from '../fakes/until.ts'
import { openTown as openDiscord } from './discord-town.ts'
import { openTown as openSlack, textOf as slackText } from './slack-town.ts'
import { openDesk } from './terminal-desk.ts'

const morning = '2026-03-02T07:00Z'

test('on Slack', async () => {
  const town = await openSlack(morning)
  const [owner, ben, cleo, dora] = [town.person('Ada'), town.person('Ben'), town.person('Cleo'), town.person('Dora')]
  await town.type(owner, 'setup 09:00 UTC mon-fri')
  await town.wait('2026-03-02T09:00Z')
  for (const who of [ben, cleo]) await town.answer(who, town.post(), true)
  expect(await town.type(ben, `teams add Mine <@${ben}|ben>`)).toContain('Only managers can do that')
  expect(await town.type(owner, `teams add “Blue Herons” <@${owner}|ada>, <@${dora}|dora>`)).toContain('Added 2 people to Blue Herons')
  const list = await town.shown(owner, () => town.slack.command(owner, town.channel, `teams add Blue Herons <#${town.channel}|study>`))
  expect(slackText(list)).toMatch(/Added 2 people to Blue Herons.*Ben, Cleo/su)
  await town.restart()
  await town.answer(dora, town.post(), false)
  expect(await town.type(ben, 'team')).toMatch(/Blue Herons: 0\.67 · 3 people · yours/u)
  await town.slack.press(owner, onMessage(list), 'Delete team')
  await until(() => slackText(list).includes('Delete the team'), 'the question')
  await town.slack.press(owner, onMessage(list), 'Delete team')
  await until(() => slackText(list).includes('Deleted: Blue Herons'), 'the deletion')
  expect([town.faults, town.slack.world.refusals]).toEqual([[], []])
})

test('by a user group on Slack', async () => {
  const town = await openSlack(morning)
  const [owner, ben, cleo, dora] = [town.person('Ada'), town.person('Ben'), town.person('Cleo'), town.person('Dora')]
  await town.type(owner, 'setup 09:00 UTC mon-fri')
  await town.wait('2026-03-02T09:00Z')
  for (const who of [ben, cleo]) await town.answer(who, town.post(), true)
  const { userGroups, scopes, refusals } = town.slack.world
  userGroups.set('S0ONCALL', [ben, dora]).set('S0OTHERS', [dora])
  expect(await town.type(owner, 'teams add Reds <!subteam^S0ONCALL|@on-call>')).toMatch(/Added 1 person to Reds\. From that user group, I added .* People who join it later aren’t added\..*Ben/su)
  userGroups.set('S0ONCALL', [ben, cleo, dora, town.slack.world.app.user])
  expect(await town.type(owner, 'teams add Reds <!subteam^S0ONCALL>')).toMatch(/Added 1 person to Reds.*Ben, Cleo/su)
  expect(await town.type(owner, 'teams add Reds <!subteam^S0OTHERS|@others>')).toContain('Nobody who has answered here and is shown by name is in that user group.')
  for (const all of ['here', 'channel', 'everyone']) expect(await town.type(owner, `teams add Reds <!${all}>`)).toContain(`“@${all}” can’t be in a team. Type @ and choose people or a user group`)
  expect([refusals, town.faults]).toEqual([[], []])
  expect(await town.type(owner, 'teams add Reds <!subteam^S0GONE|@gone>')).toContain('There’s no such user group in this workspace.')
  scopes.delete('usergroups:read')
  expect(await town.type(owner, 'teams add Reds <!subteam^S0ONCALL|@on-call>')).toMatch(/I can’t tell who is in that user group.*the app needs the permission usergroups:read\./su)
  scopes.add('usergroups:read')
  town.slack.fail('usergroups.users.list', { kind: 'rate-limited', seconds: 30 })
  expect(await town.type(owner, 'teams add Reds <!subteam^S0ONCALL|@on-call>')).toContain('Try again in a minute.')
})

test('by a role on Discord', async () => {
  const town = await openDiscord(morning)
  const [ben, cleo] = [town.person('ben'), town.person('cleo')]
  const [role, empty] = [town.discord.world.addRole(town.guild, 'On call', false), town.discord.world.addRole(town.guild, 'Nobody')]
  for (const who of [ben, town.ada]) who.roles = [role.id]
  await town.restart()
  await town.type(town.ada, '/study-admin setup', { time: '09:00', zone: 'UTC', days: 'mon-fri' })
  await town.wait('2026-03-02T09:00Z')
  for (const who of [ben, cleo]) await town.answer(who)
  const add = async (team: string) => discordText(await town.type(town.ada, '/study-admin teams', { change: 'add', team }))
  expect(await add(`Reds<@&${role.id}>`)).toMatch(/Added 1 person to Reds\. From that role, I added .* People who get it later aren’t added\..*Ben/su)
  cleo.roles = [role.id]
  expect(await add(`Reds <@&${role.id}>`)).toMatch(/Added 1 person to Reds.*Ben, Cleo/su)
  expect(await add(`Reds <@&${empty.id}>`)).toContain('Nobody who has answered here and is shown by name has that role.')
  for (const all of ['@everyone', '@here', `<@&${town.guild.id}>`]) expect(await add(`Reds ${all}`)).toMatch(/“@\u200B?(?:everyone|here)” can’t be in a team\./u)
  expect(await add('Reds <@&100000000000000099>')).toContain('There’s no such role in this server.')
  expect([town.discord.violations, town.faults]).toEqual([[], []])
})

test('on Discord', async () => {
  const town = await openDiscord(morning)
  const ben = town.person('ben')
  await town.type(town.ada, '/study-admin setup', { time: '09:00', zone: 'UTC', days: 'mon-fri' })
  const added = await town.type(town.ada, '/study-admin teams', { change: 'add', team: `Blue Herons <@${ben.id}> <@!${town.ada.id}>` })
  expect(discordText(added)).toContain('Added 2 people to Blue Herons')
  await town.restart()
  const board = await town.type(ben, '/study team', { period: 'month' })
  expect(discordText(board)).toContain('You’re in **Blue Herons**')
  await town.press(ben, board, 'All time')
  expect(discordText(board)).toContain('Teams: all time')
  const list = await town.type(town.ada, '/study-admin teams')
  await town.press(town.ada, list, 'Blue Herons')
  expect(discordText(list)).toContain('2 people who don’t count')
  expect([town.discord.violations, town.faults]).toEqual([[], []])
})

test('in the terminal', async () => {
  const desk = await openDesk('2026-03-02T12:00Z')
  await desk.type('/study setup 09:00 UTC mon-fri')
  expect(await desk.type('/study teams add Reds @ada @ben')).toContain('Added 2 people to Reds')
  expect(await desk.type('/study teams add Reds @everyone')).toContain('“@everyone” can’t be in a team. Write @ and a name, or # and a channel.')
  await desk.restart()
  expect(await desk.type('/study teams')).toContain('Reds: 2 people')
})
