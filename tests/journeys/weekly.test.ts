// The recap of a week on Slack and Discord: switched on, posted once also over restarts, read by somebody who presses its button.
import { expect, test } from 'vitest'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { until } from '../fakes/until.ts'
import { openTown as openDiscord } from './discord-town.ts'
import { openTown as openSlack, textOf as slackText } from './slack-town.ts'

const names = ['Ben', 'Cyd', 'Dan', 'Eve', 'Fay', 'Gus', 'Hal', 'Ida', 'Jan', 'Kim']

test('on Slack', async () => {
  const town = await openSlack('2026-03-05T08:00Z')
  const owner = town.person('Ada')
  const people = names.map((name) => town.person(name))
  await town.type(owner, 'setup 09:00 UTC mon-fri weekly=on')
  expect(await town.type(people[0] ?? '', 'weekly off')).toContain('Only managers can do that')
  const recaps = () => town.messages().filter((message) => slackText(message).includes('The week of Mar 2–8'))
  for (const date of ['05', '06']) {
    await town.wait(`2026-03-${date}T09:00Z`)
    for (const who of people) await town.answer(who, town.post(), false)
  }
  await town.wait('2026-03-09T08:00Z')
  await town.wait('2026-03-09T08:01Z')
  const post = await until(() => recaps()[0], 'the recap')
  expect(slackText(post)).toContain('The hardest question')
  await town.restart()
  for (const moment of ['2026-03-09T08:02Z', '2026-03-09T09:02Z']) await town.wait(moment)
  expect(recaps()).toHaveLength(1)
  const before = structuredClone(post.blocks)
  expect(await town.press(people[1] ?? '', post, 'See the answer')).toContain('The answer is')
  expect(post.blocks).toEqual(before)
  expect(await town.type(owner, 'weekly off')).toContain('Turn on')
  expect([town.faults, town.slack.world.refusals]).toEqual([[], []])
})

test('on Discord, drawn again for somebody who hides', async () => {
  const town = await openDiscord('2026-03-04T08:00Z')
  const people = names.slice(0, 5).map((name) => town.person(name.toLowerCase()))
  await town.type(town.ada, '/study-admin setup', { time: '09:00', zone: 'UTC', days: 'mon-fri' })
  expect(discordText(await town.press(town.ada, await town.type(town.ada, '/study-admin weekly'), 'Turn on'))).toContain('<t:1773043200:f>')
  for (const date of ['04', '05', '06']) {
    await town.wait(`2026-03-${date}T09:00Z`)
    for (const who of people) await town.answer(who)
  }
  await town.wait('2026-03-09T08:00Z')
  await town.restart()
  for (const moment of ['2026-03-09T08:01Z', '2026-03-09T08:02Z', '2026-03-09T09:01Z']) await town.wait(moment)
  const recaps = town.messages().filter((message) => discordText(message).includes('The week of Mar 2–8'))
  expect(recaps).toHaveLength(1)
  expect(discordText(recaps[0] ?? never())).toContain('Ben, Cyd, Dan, and 2 more')
  await town.type(people[0] ?? never(), '/study-account privacy', { show: 'hide' })
  await town.wait('2026-03-09T09:02Z')
  expect(discordText(recaps[0] ?? never())).toContain('Cyd, Dan, Eve, and 1 more')
  expect([town.discord.violations, town.faults]).toEqual([[], []])
})

const never = (): never => {
  throw new Error('there is none')
}
