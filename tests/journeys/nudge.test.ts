// The reminder before a question closes, on Slack and Discord: asked for, kept over a restart, answered and turned off in direct messages.
import { expect, test } from 'vitest'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { onMessage } from '../fakes/slack/fake-slack.ts'
import { until } from '../fakes/until.ts'
import { openTown as openDiscord } from './discord-town.ts'
import { openTown as openSlack, textOf as slackText } from './slack-town.ts'

const morning = '2026-03-02T07:00Z'

test('on Slack', async () => {
  const town = await openSlack(morning)
  const [owner, ben, cyd] = [town.person('Ada'), town.person('Ben'), town.person('Cyd')]
  await town.type(owner, 'setup 09:00 UTC mon-fri open=2h')
  for (const who of [ben, cyd]) expect(await town.type(who, 'today nudge=30m')).toContain('30 minutes before it closes')
  await town.wait('2026-03-02T09:00Z')
  await town.answer(cyd, town.post(), true)
  await town.restart()
  for (const time of ['10:29', '10:30', '10:31']) await town.wait(`2026-03-02T${time}Z`)
  const direct = (who: string) => town.slack.messages(`D${who}`)
  expect([direct(ben).length, direct(cyd).length, direct(owner).length]).toEqual([1, 0, 0])
  const [nudge] = direct(ben)
  if (nudge === undefined) throw new Error('no reminder came')
  expect(slackText(nudge)).toContain('You haven’t answered it yet.')
  await town.slack.press(ben, onMessage(nudge), 'Turn off reminders')
  await until(() => slackText(nudge).includes('Reminder off'), 'the end of reminders')
  await town.restart()
  for (const time of ['09:00', '10:30', '10:31', '11:00']) await town.wait(`2026-03-03T${time}Z`)
  expect([direct(ben).length, direct(cyd).length]).toEqual([1, 1])
  expect([town.faults, town.slack.world.refusals]).toEqual([[], []])
})

test('on Discord', async () => {
  const town = await openDiscord(morning)
  const { world, people } = town.discord
  const ben = town.person('ben')
  await town.type(town.ada, '/study-admin setup', { time: '09:00', zone: 'UTC', days: 'mon-fri', open: '2h' })
  expect(discordText(await town.type(ben, '/study today', { nudge: '1h' }))).toContain('an hour before it closes')
  await town.wait('2026-03-02T09:00Z')
  await town.restart()
  for (const time of ['10:00', '10:01', '10:30']) await town.wait(`2026-03-02T${time}Z`)
  const [nudge, more] = world.messagesIn(world.directChannel(ben))
  if (nudge === undefined) throw new Error('no reminder came')
  expect([discordText(nudge).includes('Closing soon'), more]).toEqual([true, undefined])
  const question = await people.seen(people.press(ben, nudge, 'Answer'))
  expect(discordText(question)).toContain('Question of the day')
  expect([town.discord.violations, town.faults]).toEqual([[], []])
})
