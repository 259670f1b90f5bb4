// A feature is added by one value in the list: here one of the tests, on all three platforms, with no other file touched.
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { commandGroups } from '../../src/commands/command.ts'
import { createBot } from '../../src/bot/bot.ts'
import { preview } from '../../src/cli/preview.ts'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { buildLookup } from '../../src/course/lookup/lookup.ts'
import { onlyCourse } from '../../src/course/courses.ts'
import { catalogOf } from '../../src/features/catalog.ts'
import { features } from '../../src/features/features.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { complete } from '../../src/platforms/terminal/incoming/complete.ts'
import { createTerminalPlatform } from '../../src/platforms/terminal/platform.ts'
import { textOf } from '../fakes/discord/people.ts'
import { until } from '../fakes/until.ts'
import { openTown as openDiscord } from '../journeys/discord-town.ts'
import { onMessage } from '../fakes/slack/fake-slack.ts'
import { openTown as openSlack, textOf as slackText } from '../journeys/slack-town.ts'
import { openStage, words } from '../bot/stage.ts'
import { notice } from '../../src/screens/notice.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { openKeyboard } from '../platforms/terminal/keyboard.ts'
import { echo, loads } from './sample-feature.ts'

const catalog = catalogOf([...features, echo])
const morning = '2026-03-02T07:00Z'

test('on Slack it answers a line, and its button', async () => {
  const town = await openSlack(morning, false, undefined, catalog)
  const ada = town.person('Ada')
  expect(await town.type(ada, 'echo good morning')).toContain('good morning (1)')
  expect(await town.type(ada, 'parrot hello')).toContain('hello (1)')
  expect(await town.type(ada, 'help echo')).toContain('words: What to say (required)')
  const said = await town.shown(ada, () => town.slack.command(ada, town.channel, 'echo hello'))
  await town.slack.press(ada, onMessage(said), 'Once more')
  await until(() => town.slack.whispers(ada).some((reply) => slackText(reply).includes('And again (2)')), 'the second echo')
})

test('on Discord it is registered, completes what is typed, and answers', async () => {
  const { discord, channel, ada, type, press } = await openDiscord(morning, { catalog })
  const study = discord.world.commands.find(({ name }) => name === 'study')
  expect(JSON.stringify(study)).toContain('Say words again, as often as you like')
  expect(await discord.people.complete(ada, channel, '/study echo', 'words', 'hello')).toEqual(['hello world'])
  const said = await type(ada, '/study echo', { words: 'good morning' })
  expect(textOf(said)).toContain('good morning (1)')
  expect(textOf(await press(ada, said, 'Once more'))).toContain('And again (2)')
})

test('in the terminal it answers a line, its button by number, and Tab', async () => {
  const ledger = await openLedger(':memory:')
  const course = loadCourseOrThrow('tests/courses/house-rules')
  const quiet = () => undefined
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }
  const [input, output] = [new PassThrough(), new PassThrough({ encoding: 'utf8' })]
  let printed = ''
  output.on('data', (text: string) => (printed += text))
  const platform = createTerminalPlatform({
    commands: catalog.commands, input, output, color: false, columns: 80, interactive: false, personName: 'ada', zone: 'UTC', now: Date.now, log, onEnd: quiet,
  })
  const bot = createBot({ ledger, courses: onlyCourse(course, buildLookup(course)), log }, catalog, [platform], { now: Date.now })
  await bot.start()
  input.write('echo good morning\n1\n')
  await until(() => printed.includes('And again (2)'), 'the second echo')
  expect(printed).toContain('good morning (1)')
  expect(await complete('ec', catalog.commands, async () => [])).toEqual([['echo '], 'ec'])
  await bot.stop()
  await ledger.close()
})

test('in the terminal a session of one’s own is shown as it is', async () => {
  const first: Screen = notice('Sitting', [['Step 1.']])
  const terminal = openKeyboard(() => [{ to: 'direct', screen: first, pointer: notice('It is elsewhere', []) }])
  const printed = await terminal.pipe('today')
  expect(printed).toContain('Step 1.')
  expect(printed).not.toContain('elsewhere')
})

test('it stands in the help and in the preview of screens', async () => {
  const stage = await openStage(morning, { catalog })
  const groups = await Promise.all(commandGroups.map((group) => stage.press('ada', `v1:help-group:${group}`)))
  expect(groups.map(words).join('\n')).toContain('/study echo Say words again')
  expect(words(await stage.type('ada', 'ecoh hello'))).toContain('Did you mean “echo”?')
  await stage.close()
  for (const platform of ['slack', 'discord', 'terminal']) expect(await preview([...features, echo], 'echo', platform, false)).toMatchObject({ text: expect.stringContaining('good morning (1)') })
})

test('its answers are loaded when they are first asked for, and once', async () => {
  const before = loads.answers
  const stage = await openStage(morning, { catalog })
  await stage.type('ada', 'help')
  expect(loads.answers).toBe(before)
  await stage.type('ada', 'echo one')
  await stage.type('ada', 'echo two')
  expect(loads.answers).toBe(before + 1)
  await stage.close()
})
