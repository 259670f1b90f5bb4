// Documents, sheets, terms, the matrix and tips on all three platforms: open one, turn a page, press an old button after a restart.
import { expect, test } from 'vitest'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { onMessage } from '../fakes/slack/fake-slack.ts'
import { until } from '../fakes/until.ts'
import { controlOf } from './control-of.ts'
import { openTown as openDiscord } from './discord-town.ts'
import { openTown as openSlack, textOf as slackText } from './slack-town.ts'
import { openDesk } from './terminal-desk.ts'

const noon = '2026-03-02T12:00Z'
/** With more than a page of everything. */
const shipped = 'data/aws-shared-responsibility'

type Reading = {
  readonly command: string
  readonly options: Readonly<Record<string, string>>
  readonly shows: string
  readonly turn: string
  readonly turned: string
  /** A button of the first page, and what it opens. */
  readonly old: string
  readonly opens: string
}

const readings: readonly Reading[] = [
  { command: 'read', options: { section: '000' }, shows: 'Page 1 of 3', turn: 'More chapters', turned: 'Page 2 of 3', old: 'Open 1', opens: 'Joint ownership is the exception' },
  { command: 'sheet', options: {}, shows: 'Page 1 of 2', turn: 'More', turned: 'Page 2 of 2', old: 'Do and don’t lists', opens: 'Identity and Access Management' },
  { command: 'define', options: {}, shows: 'Page 1 of 2', turn: 'More', turned: 'Page 2 of 2', old: 'Abstracted service', opens: 'hides servers and operating systems' },
  { command: 'matrix', options: {}, shows: 'Page 1 of 7', turn: 'More', turned: 'Page 2 of 7', old: 'Amazon RDS', opens: 'Patching on RDS' },
]

test('on Slack a page turns in its own message', async () => {
  const town = await openSlack(noon, false, shipped)
  const ada = town.person('Ada')
  const firsts = []
  for (const { command, options, shows, turn, turned } of readings) {
    const message = await town.shown(ada, () => town.slack.command(ada, town.channel, [command, ...Object.values(options)].join(' ')))
    expect(slackText(message)).toContain(shows)
    firsts.push(structuredClone(message))
    await town.slack.press(ada, onMessage(message), turn)
    await until(() => slackText(message).includes(turned), turned)
  }
  const tip = await town.shown(ada, () => town.slack.command(ada, town.channel, 'tip'))
  const [firstTip, toldFirst] = [structuredClone(tip), slackText(tip)]
  await town.slack.press(ada, onMessage(tip), 'Another one')
  await until(() => slackText(tip) !== toldFirst, 'another tip')
  const toldNext = slackText(tip)
  await town.restart()
  // As another device still shows it.
  for (const [at, { old, opens }] of readings.entries()) {
    const first = firsts[at]
    if (first === undefined) throw new Error('no message')
    await town.slack.press(ada, onMessage(first), old)
    await until(() => slackText(first).includes(opens), opens)
  }
  await town.slack.press(ada, onMessage(firstTip), 'Another one')
  await until(() => slackText(firstTip) === toldNext, 'the second tip again')
  expect([town.slack.messages(town.channel), town.faults, town.slack.world.refusals]).toEqual([[], [], []])
})

test('on Discord a page turns in its own message', async () => {
  const town = await openDiscord(noon, { courseFolder: shipped })
  const { forge, seen } = town.discord.people
  const olds = []
  for (const { command, options, shows, turn, turned, old } of readings) {
    const message = await town.type(town.ada, `/study ${command}`, options)
    expect(discordText(message)).toContain(shows)
    olds.push({ message, control: controlOf(message, old) })
    expect(discordText(await town.press(town.ada, message, turn))).toContain(turned)
    expect(discordText(message)).toContain(turned)
  }
  const tip = await town.type(town.ada, '/study tip')
  const [control, toldFirst] = [controlOf(tip, 'Another one'), discordText(tip)]
  const toldNext = discordText(await town.press(town.ada, tip, 'Another one'))
  expect(toldNext).not.toBe(toldFirst)
  await town.restart()
  for (const [at, { opens }] of readings.entries()) {
    const shown = olds[at]
    if (shown === undefined) throw new Error('no message')
    expect(discordText(await seen(forge(town.ada, shown.message, shown.control)))).toContain(opens)
  }
  expect(discordText(await seen(forge(town.ada, tip, control)))).toBe(toldNext)
  expect([town.discord.violations, town.faults, town.messages()]).toEqual([[], [], []])
})

test('in the terminal pages turn by numbers', async () => {
  const desk = await openDesk(noon, shipped)
  for (const { command, options, shows, turn, turned, old, opens } of readings) {
    const line = ['/study', command, ...Object.values(options)].join(' ')
    const number = (screen: string, label: string) => /\d+/u.exec(screen.slice(0, screen.indexOf(`] ${label}`)).split('[').at(-1) ?? '')?.[0] ?? 'no number'
    const first = await desk.type(line)
    expect(first).toContain(shows)
    expect(await desk.type(number(first, turn))).toContain(turned)
    await desk.restart()
    // Numbers belong to what is on the screen, so after a restart there are none until something is shown.
    expect(await desk.type(number(first, old))).not.toContain(opens)
    expect(await desk.type(line, number(first, old))).toContain(opens)
  }
  const [tip, next] = [await desk.type('/study tip'), await desk.type('1')]
  expect(next).toContain('[1] Another one')
  expect(next).not.toContain(tip.slice(tip.indexOf('── '), tip.indexOf('[1]')))
})
