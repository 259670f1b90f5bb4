// One workspace with a channel and its people, and the whole bot on it: real ledger, real Bolt, a fake Slack, one clock.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createSlackPlatform } from '../../src/platforms/slack/platform.ts'
import { createBot } from '../../src/bot/bot.ts'
import { onlyCourse, type Courses } from '../../src/course/courses.ts'
import type { DrawPicture } from '../../src/screens/pictures/picture.ts'
import type { Log } from '../../src/core/log.ts'
import { courseOf } from '../fakes/course-of.ts'
import { openDatabase, type OpenDatabase } from '../../src/ledger/sqlite/file/open-database.ts'
import { ledgerOn } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { onMessage, startFakeSlack, type Delivered, type FakeSlack } from '../fakes/slack/fake-slack.ts'
import { list, raw, string } from '../fakes/slack/raw.ts'
import { until } from '../fakes/until.ts'
import type { Message, User, View } from '../fakes/slack/world.ts'
import { visibleText } from '../platforms/slack/visible.ts'
import type { Catalog } from '../../src/features/catalog.ts'
import { catalog as allFeatures } from '../catalog.ts'

export type Town = Awaited<ReturnType<typeof openTown>>

const signingSecret = 'the-signing-secret-of-the-town'

/** @param at the moment at which it begins @param http requests come over HTTP and not over a socket */
export async function openTown(at: string, http = false, courseFolder = 'tests/courses/house-rules', catalog: Catalog = allFeatures, drawPicture?: DrawPicture, courses?: Courses) {
  const { commands } = catalog
  const clock = { now: Date.parse(at) }
  const now = () => clock.now
  const slack = await startFakeSlack(now)
  const channel = 'C0STUDY'
  slack.addChannel(channel)
  const person = (name: string, more: Partial<User> = {}) => slack.addUser(`U0${name.toUpperCase()}`, name, more).id
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-slack-'))
  const file = join(folder, 'studyhall.sqlite')
  const { course, lookup } = courseOf(courseFolder)
  const faults: string[] = []
  const quiet = () => undefined
  const log: Log = { debug: quiet, info: quiet, warn: quiet, error: (fields, message) => faults.push(`${message} ${JSON.stringify(fields)}`) }
  let running: { readonly db: OpenDatabase['db']; readonly stop: () => Promise<void>; readonly tick: () => Promise<void>; readonly ready: () => boolean } | undefined

  async function start(): Promise<void> {
    const opened = openDatabase(file, { now: now() })
    const ledger = ledgerOn(opened)
    const { botToken, appToken } = slack.world
    const platform = createSlackPlatform({ commands, botToken, apiUrl: slack.apiUrl, log, now, pictures: { settle: 1, patience: 60_000 }, ...(drawPicture === undefined ? {} : { drawPicture }), ...(http ? { signingSecret, port: 0 } : { appToken }) })
    // Counts under open questions come by a timer of their own; here nothing happens but what the journey does.
    const bot = createBot({ ledger, courses: courses ?? onlyCourse(course, lookup), log }, catalog, [platform], { now, later: () => quiet })
    await bot.start()
    if (http) slack.useHttp(`http://127.0.0.1:${platform.port()}/slack/events`, signingSecret)
    running = {
      db: opened.db,
      tick: bot.tick,
      ready: () => platform.healthy() && platform.refused?.() !== true,
      stop: async () => {
        await bot.stop()
        await ledger.close()
      },
    }
  }

  async function stop(): Promise<void> {
    const stopping = running
    running = undefined
    await stopping?.stop()
  }

  await start()
  onTestFinished(async () => {
    await stop()
    await slack.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const questions = course.questions
  return {
    slack, channel, person, course, faults, clock,
    /** What the person is shown next, after `act`. */
    shown: (who: string, act: () => Promise<Delivered>) => shown(slack, who, act),
    /** Types a command; the words that come back, to this person alone. */
    type: async (who: string, line: string, where = channel) => textOf(await shown(slack, who, () => slack.command(who, where, line))),
    press: async (who: string, message: Message, label: string, ticked?: readonly string[]) => textOf(await shown(slack, who, () => slack.press(who, onMessage(message), label, ticked))),
    /** Answers rightly or wrongly, by button or by boxes. */
    answer: async (who: string, message: Message, right: boolean) => textOf(await shown(slack, who, () => answer(slack, who, message, questions, right))),
    /** The delivery alone, whatever comes of it. */
    answerOnce: (who: string, message: Message) => answer(slack, who, message, questions, true),
    answerTwice: async (who: string, message: Message) => {
      const delivered = await answer(slack, who, message, questions, true)
      return [delivered, await slack.again(delivered), await slack.again(delivered)]
    },
    posts: () => questionsIn(slack, channel),
    /** Everything the bot said in the channel, introductions too. */
    messages: () => slack.messages(channel),
    /** The last question in the channel, as it stands. */
    post: (): Message => {
      const last = questionsIn(slack, channel).at(-1)
      if (last === undefined) throw new Error('nothing was posted')
      return last
    },
    /** The connection that the bot writes by, and its file. */
    db: (): OpenDatabase['db'] => running?.db ?? never(),
    file,
    /** Moves the clock and does what is due. */
    wait: async (moment: string): Promise<void> => {
      clock.now = Date.parse(moment)
      await running?.tick()
    },
    moveClock: (moment: string) => void (clock.now = Date.parse(moment)),
    /** What /readyz says of Slack. */
    ready: () => running?.ready() ?? false,
    stop,
    restart: async () => {
      await stop()
      await start()
    },
  }
}

/** Messages without the introduction of the quiz. */
export const questionsIn = (slack: FakeSlack, channel: string) => slack.messages(channel).filter((message) => !textOf(message).includes('set up a daily question here'))

export const textOf = (message: Message): string => visibleText(message.blocks)
export const textOn = (view: View): string => visibleText(list(view.view['blocks']))

export async function shown(slack: FakeSlack, who: string, act: () => Promise<Delivered>): Promise<Message> {
  const before = slack.whispers(who).length
  const { ack } = await act()
  if (!ack.inTime) throw new Error(`${who} sees that the app did not answer`)
  return until(() => slack.whispers(who)[before], `a reply to ${who}`)
}

type Questions = ReturnType<typeof courseOf>['course']['questions']

export function answer(slack: FakeSlack, who: string, message: Message, questions: Questions, right: boolean): Promise<Delivered> {
  const asked = questions.find(({ stem }) => textOf(message).includes(stem))
  if (asked === undefined) throw new Error(`no question of the course in: ${textOf(message)}`)
  const wrong = asked.options.map(({ id }) => id).filter((id) => !asked.key.includes(id))
  const chosen = right ? asked.key : [...wrong, ...asked.key].slice(0, asked.key.length)
  const buttons = message.blocks.flatMap((block) => list(block['elements'])).map((element) => string(raw(element)['action_id']))
  const button = buttons.find((id) => id.startsWith('v1:answer:') && ['*', chosen[0]].includes(id.split(':')[3]))
  return slack.press(who, onMessage(message), button ?? 'no button', chosen)
}

const never = (): never => {
  throw new Error('the bot does not run')
}
