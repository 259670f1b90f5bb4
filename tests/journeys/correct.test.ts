// A question is corrected on all three platforms: asked first, carried out, shown in its post, told once, and taken back.
import { expect, test } from 'vitest'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { onMessage } from '../fakes/slack/fake-slack.ts'
import { until } from '../fakes/until.ts'
import { controlOf } from './control-of.ts'
import { openTown as openDiscord } from './discord-town.ts'
import { openTown as openSlack, textOf as slackText } from './slack-town.ts'
import { openDesk } from './terminal-desk.ts'

const morning = '2026-03-02T08:00Z'

test('on Slack', async () => {
  const town = await openSlack(morning)
  const [owner, ben] = [town.person('Ada'), town.person('Ben')]
  await town.type(owner, 'setup 09:00 UTC mon-fri')
  await town.wait('2026-03-02T09:00Z')
  const post = town.post()
  await town.answer(ben, post, true)
  await town.wait('2026-03-03T08:30Z')
  expect(await town.type(ben, 'correct void 2 Mar')).toContain('Only managers can do that')
  const confirm = await town.shown(owner, () => town.slack.command(owner, town.channel, 'correct void 2 Mar why “Two answers are right”'))
  expect(slackText(confirm)).toContain('1 answer: 1 no longer earns a point.')
  await town.slack.press(owner, onMessage(confirm), 'Void it')
  await until(() => slackText(confirm).includes('One person’s points change'), 'the correction')
  await town.restart()
  await town.wait('2026-03-03T08:41Z')
  expect(slackText(town.post())).toContain('Two answers are right')
  expect(await town.type(ben, 'board')).not.toContain('1 point')
  const heard = town.slack.messages(`D${ben}`)
  expect(heard.map(slackText).join()).toContain('so your point for it is gone: −1 point')
  const round = await town.shown(owner, () => town.slack.command(owner, town.channel, 'correct undo 2 Mar'))
  await town.slack.press(owner, onMessage(round), 'Undo it')
  await until(() => slackText(round).includes('Undone'), 'the end of it')
  await town.wait('2026-03-03T08:45Z')
  expect(slackText(town.post())).toMatch(/The answer: [A-F]/u)
  expect([town.faults, town.slack.world.refusals]).toEqual([[], []])
})

test('on Discord', async () => {
  const town = await openDiscord(morning)
  const ben = town.person('ben')
  await town.type(town.ada, '/study-admin setup', { time: '09:00', zone: 'UTC', days: 'mon-fri' })
  await town.wait('2026-03-02T09:00Z')
  await town.wait('2026-03-03T08:30Z')
  const list = await town.type(town.ada, '/study-admin correct')
  expect(discordText(list)).toContain('Mon, Mar 2')
  const { forge, seen } = town.discord.people
  expect(discordText(await seen(forge(ben, await town.type(ben, '/study me'), controlOf(list, '1'))))).toContain('Only managers can do that')
  const { right, wrong } = town.letters(town.post())
  const confirm = await town.type(town.ada, '/study-admin correct', { change: 'regrade', key: [...wrong, ...right].slice(0, right.length).join(''), question: '2026-03-02', why: 'The lease says so.' })
  expect(discordText(confirm)).toContain('Nobody has answered it')
  await town.press(town.ada, confirm, 'Change it')
  await town.wait('2026-03-03T08:31Z')
  expect(discordText(town.post())).toContain('Corrected: The lease says so.')
  expect([town.discord.violations, town.faults]).toEqual([[], []])
})

test('in the terminal', async () => {
  const desk = await openDesk('2026-03-02T12:00Z')
  await desk.type('/study setup 09:00 UTC daily', '/study now', 'A')
  expect(await desk.type('/study correct today')).toContain('Correct Mon, Mar 2')
  expect(await desk.type('/study correct void today', '1')).toMatch(/Void this question\?.*(?:Done\.|no points)/u)
  await desk.restart()
  expect(await desk.type('/study today')).toMatch(/earns no points/iu)
})
