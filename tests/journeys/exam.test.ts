// An exam over the wire: begun, gone on with after a restart, pressed twice, pressed by somebody else, and ended, on each platform.
import { PassThrough } from 'node:stream'
import { onTestFinished, expect, test } from 'vitest'
import { createBot } from '../../src/bot/bot.ts'
import { onlyCourse } from '../../src/course/courses.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { createTerminalPlatform } from '../../src/platforms/terminal/platform.ts'
import { catalog } from '../catalog.ts'
import { courseOf } from '../fakes/course-of.ts'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { onMessage } from '../fakes/slack/fake-slack.ts'
import { list, raw, string } from '../fakes/slack/raw.ts'
import { until } from '../fakes/until.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'
import { openTown as openDiscord } from './discord-town.ts'
import { openTown as openSlack, textOf } from './slack-town.ts'

const morning = '2026-11-23T07:30:00Z'
const newFolder = temporaryFolder()

test('on Slack it goes on in the direct messages', async () => {
  const town = await openSlack(morning)
  const [ann, bob] = [town.person('Ann'), town.person('Bob')]
  const start = await town.shown(ann, () => town.slack.command(ann, town.channel, 'exam 5'))
  expect(textOf(start)).toContain('3 questions in 5 minutes')
  await town.slack.press(ann, onMessage(start), 'Start')
  const inDirect = () => town.slack.messages(`D${ann}`)
  const message = await until(() => inDirect()[0], 'the exam')
  expect(textOf(message)).toContain('Exam: question 1 of 3')
  expect(textOf(message)).toContain('Only 3 of the 5 questions you asked for')
  await until(() => town.slack.whispers(ann).some((each) => textOf(each).includes('Your exam is in your messages with me')), 'the pointer')
  const shows = (words: string) => until(() => textOf(message).includes(words), `the message to say “${words}”, but it says: ${textOf(message)}`)

  // Twice at once counts once.
  await Promise.all([town.slack.press(ann, onMessage(message), 'Skip'), town.slack.press(ann, onMessage(message), 'Skip')])
  await shows('question 2 of 3')
  await town.restart()
  await town.slack.press(ann, onMessage(message), 'Overview')
  await shows('0 of 3 answered')
  // Somebody else cannot see the message; a copied button tells them nothing.
  const button = string(raw(message.blocks.flatMap((block) => list(block['elements']))[0])['action_id'])
  const other = await town.shown(bob, () => town.slack.command(bob, town.channel, 'exam'))
  const copied = { ...other, blocks: [{ type: 'actions', block_id: 'copied', elements: [{ type: 'button', action_id: button, text: { type: 'plain_text', text: 'Submit' } }] }] }
  const refused = town.slack.whispers(bob).length
  await town.slack.press(bob, onMessage(copied), 'Submit')
  await until(() => [...town.slack.whispers(bob).slice(refused), other].some((each) => textOf(each).includes('This button no longer works')), 'the refusal')

  await town.slack.press(ann, onMessage(message), 'Submit')
  await shows('3 unanswered count as wrong. Submit anyway?')
  await town.slack.press(ann, onMessage(message), 'Submit anyway')
  await shows('0 of 3 right. Your level is somewhere between 0% and 57%.')
  expect(inDirect()).toHaveLength(1)
  expect(town.faults).toEqual([])
  expect(town.slack.world.refusals).toEqual([])
})

test('on Slack somebody whose time is up is told once, where the exam is', async () => {
  const town = await openSlack(morning)
  const ann = town.person('Ann')
  const start = await town.shown(ann, () => town.slack.command(ann, town.channel, 'exam 5'))
  await town.slack.press(ann, onMessage(start), 'Start')
  const inDirect = () => town.slack.messages(`D${ann}`)
  await until(() => inDirect().length === 1, 'the exam')
  await town.wait('2026-11-23T07:36:00Z')
  expect(inDirect()).toHaveLength(1)
  await town.wait('2026-11-23T07:40:00Z')
  await town.restart()
  await town.wait('2026-11-23T07:41:00Z')
  const [, told, ...more] = inDirect()
  if (told === undefined) throw new Error('nobody was told')
  expect([textOf(told).includes('Time’s up: your exam was submitted'), more]).toEqual([true, []])
  await town.slack.press(ann, onMessage(told), 'See the result')
  await until(() => textOf(told).includes('0 of 3 right.'), 'the result')
  expect([inDirect().length, town.faults, town.slack.world.refusals]).toEqual([2, [], []])
})

test('on Discord it stays in place, and goes on in the direct messages', async () => {
  const town = await openDiscord(morning)
  const { discord, ada } = town
  const bob = town.person('bob')
  const message = await town.press(ada, await town.type(ada, '/study exam', { questions: 5 }), 'Start')
  expect(discordText(message)).toContain('question 1 of 3')
  const { right, values } = town.letters(message)
  const answered = values.length > 1 ? discord.people.seen(discord.people.choose(ada, message, values)) : town.press(ada, message, right[0] ?? '')
  expect(discordText(await answered)).toContain('question 2 of 3')
  await Promise.all([town.press(ada, message, 'Flag'), town.press(ada, message, 'Overview')])
  await town.restart()
  const there = await town.type(ada, '/study exam', {}, discord.world.directChannel(ada))
  expect(discordText(there)).toContain('1 of 3 answered')
  // An old message shows where the exam is.
  expect(discordText(await town.press(ada, message, 'Submit'))).toContain('2 unanswered count as wrong')
  const other = await town.type(bob, '/study exam')
  expect(discordText(await discord.people.seen(discord.people.forge(bob, other, `v1:exam-submit:${'0'.repeat(16)}:yes`)))).toContain('This button no longer works')
  await town.wait('2026-11-23T07:40:00Z')
  expect(discord.world.messagesIn(discord.world.directChannel(ada)).map(discordText).filter((text) => text.includes('Time’s up'))).toEqual([])
  expect(discordText(await town.press(ada, there, 'Submit'))).toContain('Your time was up')
  expect(discordText(there)).toContain('1 of 3 right.')
  expect(discord.violations).toEqual([])
  expect(town.faults).toEqual([])
})

test('in the terminal it goes on after a restart, and is given back the time in which the bot was down', async () => {
  const { course, lookup } = courseOf('tests/courses/house-rules')
  const file = `${newFolder()}/ledger`
  const clock = { now: Date.parse(morning) }
  const faults: string[] = []
  const quiet = () => undefined
  const log = { debug: quiet, info: quiet, warn: quiet, error: (_: object, message: string) => void faults.push(message) }
  async function start() {
    const ledger = await openLedger(file, { now: clock.now })
    const [input, output] = [new PassThrough(), new PassThrough({ encoding: 'utf8' })]
    let printed = ''
    output.on('data', (text: string) => (printed += text))
    const platform = createTerminalPlatform({ commands: catalog.commands, input, output, color: false, columns: 80, interactive: false, personName: 'ada', zone: 'UTC', now: () => clock.now, log, onEnd: quiet })
    const bot = createBot({ ledger, courses: onlyCourse(course, lookup), log }, catalog, [platform], { now: () => clock.now, later: () => quiet })
    await bot.start()
    await ledger.upkeep.noteBeat(clock.now)
    let stopped = false
    const stop = async () => {
      if (stopped) return
      stopped = true
      await bot.stop()
      await ledger.close()
    }
    onTestFinished(stop)
    return {
      stop,
      tick: bot.tick,
      /** Types a line; fulfilled when the words stand behind it. */
      says: async (line: string, words: string) => {
        const from = printed.length
        input.write(`${line}\n`)
        await until(() => printed.slice(from).replace(/\s+/gu, ' ').includes(words), `“${words}” after ${line}, in:\n${printed.slice(from)}`)
      },
    }
  }
  let here = await start()
  await here.says('/study exam 5', '3 questions in 5 minutes')
  await here.says('1', 'Exam: question 1 of 3')
  await here.says('2', 'Exam: question 2 of 3')
  // Somebody else has none.
  await here.says('/as bob', 'bob')
  await here.says('/study exam', 'Practice exam')
  await here.stop()
  // Down for longer than the exam would have taken.
  clock.now += 20 * 60_000
  here = await start()
  await here.says('/study exam', 'Exam: question 2 of 3')
  clock.now += 8 * 60_000
  await here.tick()
  await here.says('/study exam', 'Your last exam: 0 of 3 right. Its time was up.')
  await here.says('1', 'I was down for 20 minutes. You got that time back.')
  expect(faults).toEqual([])
})
