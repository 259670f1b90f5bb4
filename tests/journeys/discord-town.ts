// One server with a channel and its people, and the whole bot on it: real ledger, real discord.js, a fake Discord, one clock.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createDiscordPlatform, type DiscordConfig } from '../../src/platforms/discord/platform.ts'
import { placeId } from '../../src/platforms/discord/ids.ts'
import { createBot } from '../../src/bot/bot.ts'
import { onlyCourse, type Courses } from '../../src/course/courses.ts'
import type { DrawPicture } from '../../src/screens/pictures/picture.ts'
import type { Log } from '../../src/core/log.ts'
import { createHttpPort } from '../../src/platforms/http-port.ts'
import type { Platform } from '../../src/platforms/platform.ts'
import { courseOf } from '../fakes/course-of.ts'
import { openDatabase, type OpenDatabase } from '../../src/ledger/sqlite/file/open-database.ts'
import { ledgerOn } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { startFakeDiscord } from '../fakes/discord/fake-discord.ts'
import { mode } from '../fakes/discord/mode.ts'
import { textOf } from '../fakes/discord/people.ts'
import { liveByLivedTime } from '../fakes/live-by-lived-time.ts'
import { everyoneMay, permission, type Channel, type Message, type Person } from '../fakes/discord/world.ts'
import type { Catalog } from '../../src/features/catalog.ts'
import { catalog as allFeatures } from '../catalog.ts'

export type Town = Awaited<ReturnType<typeof openTown>>

type Settings = { readonly courseFolder?: string; readonly timing?: DiscordConfig['timing']; readonly catalog?: Catalog; readonly drawPicture?: DrawPicture; readonly courses?: Courses }

/** @param at the moment at which it begins */
export async function openTown(at: string, { courseFolder = 'tests/courses/house-rules', timing = {}, catalog = allFeatures, drawPicture, courses }: Settings = {}) {
  liveByLivedTime()
  const { commands } = catalog
  const clock = { now: Date.parse(at) }
  const now = () => clock.now
  const discord = await startFakeDiscord(now)
  const guild = discord.world.addGuild()
  const channel = discord.world.addChannel(guild)
  const person = (username: string, may = everyoneMay) => discord.world.addPerson(guild, { username, globalName: username[0]?.toUpperCase() + username.slice(1), may })
  const ada = person('ada', everyoneMay | permission.manageGuild)
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-discord-'))
  const file = join(folder, 'studyhall.sqlite')
  const { course, lookup } = courseOf(courseFolder)
  const faults: string[] = []
  const quiet = () => undefined
  const log: Log = { debug: quiet, info: quiet, warn: quiet, error: (fields, message) => faults.push(`${message} ${JSON.stringify(fields)}`) }
  let running: { readonly db: OpenDatabase['db']; readonly platform: Platform; readonly stop: () => Promise<void>; readonly tick: () => Promise<void> } | undefined

  async function start(): Promise<void> {
    const opened = openDatabase(file, { now: now() })
    const ledger = ledgerOn(opened)
    const port = createHttpPort(0)
    const http = mode.overHttp ? { http: { publicKey: discord.overHttp.publicKey, port } } : {}
    const platform = createDiscordPlatform({ ...http, commands, token: discord.token, apiUrl: discord.url, log, now, ...(drawPicture === undefined ? {} : { drawPicture }), timing: { request: 2_000, pause: 1, ...timing } })
    // Counts under open questions come by a timer of their own; here nothing happens but what the journey does.
    const bot = createBot({ ledger, courses: courses ?? onlyCourse(course, lookup), log }, catalog, [platform], { now, later: () => quiet })
    await bot.start()
    if (mode.overHttp && !(await discord.overHttp.saveEndpoint(`http://127.0.0.1:${port.number()}`))) throw new Error('the portal does not take the address')
    running = {
      db: opened.db,
      platform,
      tick: bot.tick,
      stop: async () => {
        await bot.stop()
        await ledger.close()
      },
    }
  }

  async function stop(): Promise<void> {
    await running?.stop()
    running = undefined
  }

  await start()
  onTestFinished(async () => {
    await stop()
    await discord.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const { people } = discord
  const questions = () => discord.world.messagesIn(channel).filter(isQuestion)
  return {
    discord, guild, channel, ada, person, course, faults, clock,
    place: placeId(guild.id, channel.id),
    healthy: () => running?.platform.healthy() ?? false,
    /** Types a command; the message that comes back, to this person alone. */
    type: async (who: Person, line: string, options: Readonly<Record<string, string | number | boolean>> = {}, where: Channel = channel): Promise<Message> => people.seen(people.command(who, where, line, options)),
    press: async (who: Person, message: Message, label: string): Promise<Message> => people.seen(people.press(who, message, label)),
    posts: questions,
    /** Everything the bot said in the channel, introductions too. */
    messages: () => discord.world.messagesIn(channel),
    /** The last post in the channel. */
    post: (): Message => {
      const last = questions().at(-1)
      if (last === undefined) throw new Error('nothing was posted')
      return last
    },
    /** The letters of right options and of wrong ones, on a post that shows a question. */
    letters: (post: Message) => lettersOf(textOf(post), course.questions),
    /** Answers the last post rightly. */
    answer: async (who: Person): Promise<Message> => {
      const post = questions().at(-1) ?? never()
      const { right: [letter = '', another], values } = lettersOf(textOf(post), course.questions)
      return people.seen(another === undefined ? people.press(who, post, letter) : people.choose(who, post, values))
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
    restart: async () => {
      await stop()
      await start()
    },
  }
}

/** The introduction of the quiz is none. */
export const isQuestion = (message: Message): boolean => !textOf(message).includes('set up a daily question here')

type Questions = ReturnType<typeof courseOf>['course']['questions']

export function lettersOf(text: string, questions: Questions): { readonly right: readonly string[]; readonly wrong: readonly string[]; readonly values: readonly string[]; readonly wrongValues: readonly string[] } {
  const asked = questions.find(({ stem }) => text.replaceAll('\\', '').includes(stem))
  if (asked === undefined) throw new Error(`no question of the course in: ${text}`)
  const shown = new Map([...text.replaceAll('\\', '').matchAll(/\*\*([A-F])\.\*\* (.*)/gu)].map(([, letter = '', option = '']) => [option.trim(), letter]))
  const letter = (id: string) => shown.get(asked.options.find((option) => option.id === id)?.text ?? '') ?? ''
  const wrong = asked.options.map(({ id }) => id).filter((id) => !asked.key.includes(id))
  return { right: asked.key.map(letter), wrong: wrong.map(letter), values: asked.key, wrongValues: [...wrong, ...asked.key].slice(0, asked.key.length) }
}

const never = (): never => {
  throw new Error('the bot does not run')
}
